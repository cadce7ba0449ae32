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

  @Test("a damaged record is passed over by name, and the command ends with 1")
  func damagedRecord() async throws {
    let scratch = try Scratch()
    _ = try await scratch.parapet("ingest", "feed", "--read-on", "2030-02-01")
    let whole = try await scratch.parapet("list", "--as-of", "2030-03-01")
    #expect(whole.code == 0)
    let damage = Process()
    damage.executableURL = URL(filePath: "/usr/bin/env")
    damage.arguments = ["python3", "-c", Self.damaging, scratch.path("store/catalogue")]
    try damage.run()
    damage.waitUntilExit()
    guard damage.terminationStatus == 0 else { try Test.cancel("python3 is needed to damage the record") }
    for language in ["en", "fr"] {
      let answer = try await scratch.parapet("list", "--as-of", "2030-03-01", "--lang", language)
      #expect(answer.code == 1, "\(answer.errors)")
      #expect(answer.errors.contains("damaged-record"))
      #expect(!answer.output.isEmpty && answer.output != whole.output)
    }
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

  /// A page with more records than fit into a small space.
  private static func largePage(_ count: Int) -> String {
    let hits = (0..<count).map { number in
      #"{"reference":"\#(80_000_000 + number)TOPICSen","language":"en","metadata":{"type":["1"],"#
        + #""identifier":["ISF-2030-LARGE-\#(number)"],"title":["\#(String(repeating: "Long ", count: 100))"]}}"#
    }
    return #"{"results":["# + hits.joined(separator: ",") + "]}"
  }

  @Test("a file that may not grow is an error, and the catalogue is as before", .timeLimit(.minutes(20)))
  func noRoom() async throws {
    let scratch = try Scratch()
    _ = try await scratch.parapet("ingest", "feed", "--read-on", "2030-02-01")
    try scratch.write("large/page.json", Self.largePage(1_000))
    let list = ["list", "--format", "csv", "--as-of", "2030-03-01", "--all"]
    let before = try await scratch.parapet(list).output
    // The signal is ignored, so that a write beyond the limit fails as it does on a full disk.
    let command =
      "trap '' XFSZ; ulimit -f 200; exec '\(Program.executable.path)' ingest large --read-on 2030-02-08"
    let answer = try await scratch.run(URL(filePath: "/bin/bash"), ["-c", command])
    #expect(answer.code == 69, "\(answer.errors)")
    #expect(answer.errors.contains("cannot be written"), "\(answer.errors)")
    #expect(try await scratch.parapet(list).output == before)
    #expect(try await scratch.parapet("ingest", "large", "--read-on", "2030-02-08").code == 0)
  }

  @Test("two programs that ingest at once wait for each other or say busy, and lose nothing")
  func atOnce() async throws {
    let scratch = try Scratch()
    try scratch.write("large/page.json", Self.largePage(500))
    async let first = scratch.parapet("ingest", "large", "--read-on", "2030-02-08", "--format", "json")
    async let second = scratch.parapet("ingest", "feed", "--read-on", "2030-02-08", "--format", "json")
    let answers = try await [first, second]
    #expect(answers.allSatisfy { [0, 75].contains($0.code) }, "\(answers.map(\.errors))")
    let stored = answers.reduce(0) { sum, answer in
      sum + (((answer.json as? [String: Any])?["total"] as? [String: Int])?["created"] ?? 0)
    }
    let list = try await scratch.parapet("list", "--all", "--as-of", "2030-03-01", "--format", "csv").output
    #expect(list.components(separatedBy: "TOPICSen,").count - 1 == stored)
    #expect(stored >= 3)
  }

  @Test("another program's database is 69 and stays as it was")
  func otherProgram() async throws {
    let scratch = try Scratch()
    let making = "import sqlite3; sqlite3.connect('other.sqlite').execute('CREATE TABLE places (url TEXT)')"
    guard try await scratch.run(URL(filePath: "/usr/bin/env"), ["python3", "-c", making]).code == 0 else {
      try Test.cancel("python3 is needed to make a database")
    }
    let before = try Data(contentsOf: scratch.folder.appending(path: "other.sqlite"))
    let answer = try await scratch.parapet("ingest", "feed", "--store", "other.sqlite")
    #expect(answer.code == 69)
    #expect(answer.errors.contains("'other.sqlite' is the database of another program and was left as it is"))
    #expect(try Data(contentsOf: scratch.folder.appending(path: "other.sqlite")) == before)
  }

  /// Damages the first byte of a record that is still open.
  private static let damaging = """
    import sqlite3, sys
    store = sqlite3.connect(sys.argv[1])
    store.execute(
        "UPDATE version SET body = x'44' || substr(body, 2) "
        "WHERE id = (SELECT min(id) FROM version WHERE closes_on > '2030-03-01')")
    store.commit()
    """
}
