import Foundation
import Testing

/// The catalogue as the command line meets it: absent, damaged, locked, and in the past.
@Suite("The catalogue through the command line")
struct StoreTests {
  @Test("what another program is writing to is busy, and can still be read", .timeLimit(.minutes(20)))
  func busy() async throws {
    let scratch = try Scratch()
    #expect(try await scratch.parapet("ingest", "feed", "--read-on", "2030-02-01").code == 0)
    // The lock is held by a program of its own, as it would be at work.
    let holder = Process()
    holder.executableURL = URL(filePath: "/usr/bin/env")
    holder.arguments = ["python3", "-c", Self.holding, scratch.path("store/catalogue")]
    let (orders, signs) = (Pipe(), Pipe())
    holder.standardInput = orders
    holder.standardOutput = signs
    try holder.run()
    defer {
      try? orders.fileHandleForWriting.close()
      holder.waitUntilExit()
    }
    guard try signs.fileHandleForReading.read(upToCount: 7) == Data("locked\n".utf8) else {
      try Test.cancel("python3 is needed to hold the lock")
    }
    let answer = try await scratch.parapet("ingest", "later", "--read-on", "2030-02-08")
    #expect(answer.code == 75)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains("another program is writing to the catalogue 'store/catalogue'"))
    #expect(try await scratch.parapet("show", "70000001TOPICSen", "--as-of", "2030-03-01").code == 0)
  }

  /// Takes the lock, says so, and holds it until its input ends.
  private static let holding = """
    import sqlite3, sys
    store = sqlite3.connect(sys.argv[1], isolation_level=None)
    store.execute("BEGIN IMMEDIATE")
    print("locked", flush=True)
    sys.stdin.read()
    """

  @Test("a store that is no database is 69 and stays as it was", arguments: [["list"], ["ingest", "feed"]])
  func foreign(_ command: [String]) async throws {
    let scratch = try Scratch()
    let before = try scratch.text("city/items.csv")
    let answer = try await scratch.parapet(command + ["--store", "city/items.csv"])
    #expect(answer.code == 69)
    #expect(try scratch.text("city/items.csv") == before)
  }

  @Test("a store under a file cannot be made, which is 69")
  func impossiblePlace() async throws {
    let answer = try await Scratch().parapet("ingest", "feed", "--store", "city/items.csv/catalogue")
    #expect(answer.code == 69)
    #expect(
      answer.errors.hasPrefix("parapet: error: the catalogue 'city/items.csv/catalogue' cannot be written"))
  }

  @Test("a store whose pages are damaged is 69 and no trap")
  func damaged() async throws {
    let scratch = try Scratch()
    _ = try await scratch.parapet("ingest", "feed", "--read-on", "2030-02-01")
    var bytes = [UInt8](try Data(contentsOf: scratch.folder.appending(path: "store/catalogue")))
    for position in bytes.indices where position >= 1024 { bytes[position] = 0xa5 }
    try scratch.write("store/catalogue", bytes)
    let answer = try await scratch.parapet("list", "--as-of", "2030-03-01")
    #expect(answer.code == 69, "\(answer.errors)")
  }

  @Test("a reading that breaks leaves the catalogue as it was")
  func untouched() async throws {
    let scratch = try Scratch()
    _ = try await scratch.parapet("ingest", "feed", "--read-on", "2030-02-01")
    let list = ["list", "--format", "csv", "--as-of", "2030-03-01"]
    let before = try await scratch.parapet(list).output
    #expect(try await scratch.parapet("ingest", "broken/empty.json", "--read-on", "2030-02-08").code == 65)
    #expect(try await scratch.parapet(list).output == before)
  }

  @Test("what the catalogue knew on a day can be asked later")
  func knownOn() async throws {
    let scratch = try Scratch()
    _ = try await scratch.parapet("ingest", "feed", "--read-on", "2030-02-01")
    _ = try await scratch.parapet("ingest", "later", "--read-on", "2030-02-08")
    func title(_ arguments: String...) async throws -> String {
      try await scratch.parapet(["list", "--format", "csv", "--as-of", "2030-03-01"] + arguments).output
    }
    #expect(try await title().contains("Protection of quays and piers"))
    #expect(try await title("--known-on", "2030-02-07").contains(",Protection of quays,"))
    #expect(!(try await title("--known-on", "2030-01-31").contains("Protection of quays")))
  }

  @Test("PARAPET_STORE gives way to --store, and both to nothing but the data home")
  func places() async throws {
    let scratch = try Scratch()
    _ = try await scratch.parapet(
      ["ingest", "feed", "--store", "asked"], environment: ["PARAPET_STORE": "env"])
    _ = try await scratch.parapet(["ingest", "feed"], environment: ["PARAPET_STORE": "env"])
    _ = try await scratch.parapet(
      ["ingest", "feed"], environment: ["PARAPET_STORE": "", "XDG_DATA_HOME": scratch.path("home")])
    #expect(try scratch.names().contains("asked"))
    #expect(try scratch.names().contains("env"))
    #expect(try scratch.names(in: "home/parapet").contains("catalogue.sqlite"))
  }

  @Test("a topic that two sources number alike is asked back for, by its reference")
  func ambiguous() async throws {
    let scratch = try Scratch()
    let page = try scratch.text("feed/page-01.json")
    try scratch.write(
      "feed/page-01.json", page.replacingOccurrences(of: "TF2-AG-GUARDS", with: "TF2-AG-QUAYS"))
    _ = try await scratch.parapet("ingest", "feed", "--read-on", "2030-02-01")
    let answer = try await scratch.parapet("show", "ISF-2030-TF2-AG-QUAYS")
    #expect(answer.code == 64)
    #expect(answer.errors.contains("name one by its reference: 70000001TOPICSen, 70000002TOPICSen"))
    #expect(try await scratch.parapet("show", "70000002TOPICSen").code == 0)
  }
}
