import Foundation
import ParapetInput
import ParapetModel
import Testing

@Suite("A portfolio's folder")
struct PortfolioFolderTests {
  /// Runs a body on a folder with the files, and removes it.
  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("parapet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try body(folder.path)
  }

  private let city = "id: rivemont\ncurrency: EUR\n"

  @Test("costs.csv may be missing")
  func withoutCosts() throws {
    try withFolder(["city.yaml": city, "items.csv": "id,title\nb1,x\n"]) { folder in
      let read = try PortfolioReader.read(folder: folder, measures: nil)
      #expect(read.portfolio?.items.map(\.id) == ["b1"] && read.diagnostics.isEmpty)
    }
  }

  @Test(
    "findings name the file as the folder was named, whatever slashes it ends in", arguments: ["", "/", "//"])
  func fileNames(_ slashes: String) throws {
    try withFolder(["city.yaml": city, "items.csv": "id,title,cost\nb1,x,1.234\n"]) { folder in
      let read = try PortfolioReader.read(folder: folder + slashes, measures: nil)
      #expect(read.diagnostics.map(\.place.file) == [folder + "/items.csv"])
    }
  }

  @Test("the same folder gives the same portfolio and findings")
  func deterministic() throws {
    let files = ["city.yaml": city + "x: 1\ny: 2\n", "items.csv": "id,title,cost\nb1,x,1.234\nb2,y,a\n"]
    try withFolder(files) { folder in
      let first = try PortfolioReader.read(folder: folder, measures: nil)
      let second = try PortfolioReader.read(folder: folder, measures: nil)
      #expect(first.portfolio == second.portfolio && first.diagnostics == second.diagnostics)
      #expect(first.diagnostics.map(\.id) == ["unknown-key", "unknown-key", "bad-amount", "bad-amount"])
    }
  }

  @Test("a table that is a link to nowhere, a pipe or a device is told, and never counts as none")
  func specialFiles() throws {
    for (target, reason) in [
      ("/nowhere/at/all", "the link leads nowhere"), ("/dev/zero", "it is a pipe or a device and no file"),
    ] {
      try withFolder(["city.yaml": city, "items.csv": "id,title\nb1,x\n"]) { folder in
        try FileManager.default.createSymbolicLink(atPath: folder + "/costs.csv", withDestinationPath: target)
        #expect(throws: PortfolioError.unreadable(file: folder + "/costs.csv", reason: reason)) {
          try PortfolioReader.read(folder: folder, measures: nil)
        }
      }
    }
    try withFolder(["city.yaml": city]) { folder in
      #expect(mkfifo(folder + "/items.csv", 0o600) == 0)
      #expect(throws: PortfolioError.self) { try PortfolioReader.read(folder: folder, measures: nil) }
    }
  }

  @Test("a folder that is not there is an error")
  func noFolder() {
    #expect(throws: PortfolioError.folderNotFound("/nowhere/at/all")) {
      try PortfolioReader.read(folder: "/nowhere/at/all", measures: nil)
    }
  }

  @Test("a folder without city.yaml or items.csv is no portfolio", arguments: ["city.yaml", "items.csv"])
  func missing(_ name: String) throws {
    var files = ["city.yaml": city, "items.csv": "id,title\n"]
    files[name] = nil
    try withFolder(files) { folder in
      #expect(throws: PortfolioError.missing(file: folder + "/" + name)) {
        try PortfolioReader.read(folder: folder, measures: nil)
      }
    }
  }

  @Test("a file in place of the folder is named as such")
  func file() throws {
    try withFolder(["city.yaml": city]) { folder in
      #expect(throws: PortfolioError.notAFolder(folder + "/city.yaml")) {
        try PortfolioReader.read(folder: folder + "/city.yaml", measures: nil)
      }
    }
  }

  @Test("a city.yaml above the limit is refused unread")
  func tooLarge() throws {
    let large = city + "# " + String(repeating: "x", count: PortfolioReader.largestCityFile)
    try withFolder(["city.yaml": large, "items.csv": "id,title\n"]) { folder in
      #expect(
        throws: PortfolioError.tooLarge(file: folder + "/city.yaml", limit: PortfolioReader.largestCityFile)
      ) { try PortfolioReader.read(folder: folder, measures: nil) }
    }
  }
}
