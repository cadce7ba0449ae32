import Foundation
import SeededDraws
import Testing

/// Cities of which a night found nothing to say are passed over by the next ones, which changes nothing of what is told.
@Suite("Cities at rest")
struct RestingCitiesTests {
  /// A catalogue, a feed, cities and a mailbox of its own.
  private struct Place {
    let scratch: Scratch
    let options: [String]
    /// How many times a city was passed over.
    var passedOver = 0

    init(_ options: [String] = [], cities: [String] = ["quiet", "square", "harbour", "hill"]) throws {
      scratch = try Scratch()
      self.options = options
      let facts = try scratch.text("city/city.yaml")
      let items = try scratch.text("city/items.csv").split(separator: "\n").map(String.init)
      for (number, city) in cities.enumerated() {
        try FileManager.default.createDirectory(
          atPath: scratch.path(city), withIntermediateDirectories: true)
        try scratch.write(
          city + "/city.yaml",
          facts.replacing("id: brimont", with: "id: \(city)")
            + (number == 3 ? "covenant: { joined: 2029-05-20 }\n" : ""))
        // Each has other items: the first none but the leaflet, which no call pays for.
        let kept = number == 0 ? [items[0], items[3]] : items.prefix(5 - number)
        try scratch.write(city + "/items.csv", kept.joined(separator: "\n") + "\n")
      }
      try scratch.write(
        "night.yaml",
        """
        feeds:
          - { name: portal, source: nightly, complete: true }
        cities: [\(cities.joined(separator: ", ")), crowns]
        people:
          - { name: finance, address: finance@a.example, cities: [quiet, square], language: fr, when: weekly }
          - { name: safety, address: safety@a.example, cities: [square], when: daily }
          - { name: alarm, address: alarm@a.example, cities: [harbour, hradek], when: red }
        output: night
        pages: [digest]
        mail: { maildir: mail, from: parapet@a.example }

        """)
    }

    mutating func night(_ day: String) async throws -> Int32? {
      let answer = try await scratch.parapet(
        ["batch", "night.yaml", "--as-of", day, "--quiet", "--fail-on", "never", "--log", "json"] + options)
      for line in answer.errors.split(separator: "\n") {
        let step = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        passedOver += step?["resting"] as? Int ?? 0
      }
      return answer.code
    }

    /// Everything that the nights wrote and sent, but for names of mails in the Maildir.
    func all() throws -> [String: String] {
      var found: [String: String] = [:]
      let files = FileManager.default.enumerator(atPath: scratch.path("night"))?.compactMap { $0 as? String }
      for file in files ?? [] where file.contains(".") { found[file] = try scratch.text("night/" + file) }
      if FileManager.default.fileExists(atPath: scratch.path("mail/new")) {
        let mails = try scratch.names(in: "mail/new").map { try scratch.text("mail/new/" + $0) }
        for (number, mail) in mails.sorted().enumerated() { found["mail \(number)"] = mail }
      }
      return found
    }
  }

  /// What happens between two nights.
  private enum Move: CaseIterable {
    case nothing, touched, earlier, later, money, wording, gone, back, item, doubled, parted, unread, page

    func happen(in place: Place, _ first: String) throws {
      let scratch = place.scratch
      let calls = try scratch.text("nightly/calls.xml")
      func say(_ text: String) throws { try scratch.write("nightly/calls.xml", text) }
      func edit(_ file: String, _ change: (String) -> String) throws {
        try scratch.write(file, change(try scratch.text(file)))
      }
      switch self {
      case .nothing: break
      case .touched: try edit("square/items.csv") { $0 }
      case .earlier: try say(calls.replacing("2030-05-21", with: "2030-04-30"))
      case .later: try say(calls.replacing("2030-04-16", with: "2030-06-18"))
      case .money: try say(calls.replacing("<maxAwardAmount>90000<", with: "<maxAwardAmount>60000<"))
      case .wording: try say(calls.replacing("Training of guards", with: "Training of guards and leaflets"))
      case .gone:
        try say(
          calls.replacing(/<opportunity level="call" id="SAFE-2030-3">[\s\S]*?<\/opportunity>/, with: ""))
      case .back: try say(first)
      case .item: try edit("hill/items.csv") { $0.replacing("400000.00", with: "300000.00") }
      case .doubled: try edit("hill/city.yaml") { $0.replacing("id: hill", with: "id: square") }
      case .parted: try edit("hill/city.yaml") { $0.replacing("id: square", with: "id: hill") }
      case .unread: try edit("harbour/items.csv") { $0.replacing("120000.00", with: "a lot") }
      case .page: try? FileManager.default.removeItem(atPath: scratch.path("night/quiet/digest.json"))
      }
    }
  }

  @Test(
    "the same files and mails come out as where every city is looked at",
    arguments: [1, 2, 3, 4] as [UInt64])
  func same(_ seed: UInt64) async throws {
    var draws = SeededGenerator(seed: seed)
    var (resting, awake) = (try Place(), try Place(["--anew"]))
    let first = try resting.scratch.text("nightly/calls.xml")
    var day = 1
    for _ in 0..<9 {
      // Most nights bring nothing, and some step over reminders.
      let move = draws.next() % 2 == 0 ? .nothing : Move.allCases.randomElement(using: &draws) ?? .nothing
      day += [1, 1, 1, 2, 7, 17].randomElement(using: &draws) ?? 1
      let date = "2030-\(String(101 + day / 28).suffix(2))-\(String(101 + day % 28).suffix(2))"
      try move.happen(in: resting, first)
      try move.happen(in: awake, first)
      let codes = [try await resting.night(date), try await awake.night(date)]
      #expect(codes[0] == codes[1] && [0, 1].contains(codes[0]), "seed \(seed): \(move) on \(date)")
      #expect(try resting.all() == awake.all(), "seed \(seed): \(move) on \(date)")
    }
    #expect(resting.passedOver > 0, "seed \(seed): no city was passed over")
    #expect(awake.passedOver == 0)
  }

  @Test("a city rests until a deadline comes near, and the page of its last news stays")
  func reminder() async throws {
    var place = try Place(cities: ["quiet", "square"])
    _ = try await place.night("2030-02-01")
    let page = try place.scratch.text("night/square/digest.txt")
    _ = try await place.night("2030-02-02")
    #expect(place.passedOver == 2, "the city that counts in crowns never rests")
    #expect(try place.scratch.text("night/square/digest.txt") == page)
    // Thirty days before is the 17th.
    _ = try await place.night("2030-03-17")
    #expect(try place.scratch.text("night/square/digest.json").contains("SAFE-2030-2"))
    _ = try await place.night("2030-03-18")
    #expect(try !place.scratch.text("night/square/digest.json").contains("SAFE-2030-2"))
  }

  @Test("a city whose files change is looked at, and one whose files are others of the same bytes is not")
  func files() async throws {
    var place = try Place(cities: ["quiet", "square"])
    _ = try await place.night("2030-02-01")
    try place.scratch.write("square/items.csv", try place.scratch.text("square/items.csv"))
    _ = try await place.night("2030-02-02")
    #expect(place.passedOver == 2)
    try place.scratch.replace("400000.00", with: "300000.00", in: "square/items.csv")
    _ = try await place.night("2030-02-03")
    #expect(place.passedOver == 3)
  }

  @Test("a city that leaves the order and comes back is told what changed meanwhile")
  func leaving() async throws {
    var place = try Place(cities: ["quiet", "square"])
    let order = try place.scratch.text("night.yaml")
    _ = try await place.night("2030-02-01")
    try place.scratch.replace("cities: [quiet, square, crowns]", with: "cities: [quiet]", in: "night.yaml")
    try place.scratch.replace("2030-04-16", with: "2030-03-26", in: "nightly/calls.xml")
    _ = try await place.night("2030-02-02")
    _ = try await place.night("2030-02-03")
    try place.scratch.write("night.yaml", order)
    _ = try await place.night("2030-02-04")
    #expect(try place.scratch.text("night/square/digest.json").contains("2030-03-26"))
  }
}
