import Foundation

/// LibreOffice, with which tests open and save tables as people do; tests leave that out where it is not installed.
struct Office {
  private let path: String

  /// The program, where there is one.
  static let program: Office? = ["/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }.map(Office.init)

  private init(path: String) { self.path = path }

  /// A table in CSV as LibreOffice saves it in another form; nothing where it does not.
  func convert(_ csv: String, to kind: String, filter: String, saving: String? = nil) throws -> [UInt8]? {
    try convert(Data(csv.utf8), named: "items.csv", to: kind, infilter: "CSV:\(filter)", saving: saving)
  }

  /// A file as LibreOffice saves it in another form.
  func convert(
    _ bytes: Data, named name: String, to kind: String, infilter: String? = nil, saving: String? = nil
  ) throws -> [UInt8]? {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("parapet-\(UUID().uuidString)")
    let output = folder.appendingPathComponent("out")
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try bytes.write(to: folder.appendingPathComponent(name))
    let process = Process()
    process.executableURL = URL(filePath: path)
    // A profile of its own, so that two tests do not wait for each other.
    process.arguments =
      ["-env:UserInstallation=file://\(folder.path)/profile", "--headless"]
      + (infilter.map { ["--infilter=\($0)"] } ?? [])
      + ["--convert-to", kind + (saving.map { ":" + $0 } ?? ""), "--outdir", output.path]
      + [folder.appendingPathComponent(name).path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let made = try FileManager.default.contentsOfDirectory(at: output, includingPropertiesForKeys: nil).first
    return try made.map { [UInt8](try Data(contentsOf: $0)) }
  }
}
