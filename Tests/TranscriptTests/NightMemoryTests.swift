import Foundation
import SeededDraws
import Testing

/// What a night keeps spares the next one work, and changes nothing of what is told.
@Suite("Nights that judge again only what changed")
struct NightMemoryTests {
  /// A catalogue, a feed and a mailbox of its own.
  private struct Place {
    let scratch: Scratch
    let options: [String]

    init(_ options: [String]) throws {
      scratch = try Scratch()
      self.options = options
    }

    func night(_ day: String) async throws -> Int32? {
      try await scratch.parapet(
        ["batch", "night.yaml", "--as-of", day, "--quiet", "--fail-on", "never"] + options
      ).code
    }

    /// Everything that the nights wrote and sent, but for names of mails in the Maildir.
    func all() throws -> [String: String] {
      var found: [String: String] = [:]
      for name in ["night.json"]
        + ["brimont", "hradek"].flatMap({ city in
          ["digest.json", "digest.txt", "calendar.ics", "shortlist.csv"].map { city + "/" + $0 }
        })
      {
        found[name] = try scratch.text("night/" + name)
      }
      if FileManager.default.fileExists(atPath: scratch.path("mail/new")) {
        let mails = try scratch.names(in: "mail/new").map { try scratch.text("mail/new/" + $0) }
        for (number, mail) in mails.sorted().enumerated() { found["mail \(number)"] = mail }
      }
      return found
    }
  }

  /// A change of a feed or a city.
  private enum Move: CaseIterable {
    case earlier, later, money, rate, wording, gone, back, item, nothing

    func text(_ text: String, _ first: String) -> String {
      switch self {
      case .earlier: text.replacing("2030-05-21", with: "2030-04-30")
      case .later: text.replacing("2030-04-16", with: "2030-06-18")
      case .money: text.replacing("<maxAwardAmount>90000<", with: "<maxAwardAmount>60000<")
      case .rate: text.replacing("max=\"80\"", with: "max=\"50\"")
      case .wording: text.replacing("Training of guards", with: "Training of guards and bollards")
      case .gone:
        text.replacing(/<opportunity level="call" id="SAFE-2030-3">[\s\S]*?<\/opportunity>/, with: "")
      case .back: first
      case .item, .nothing: text
      }
    }
  }

  @Test(
    "the same files, mails and calendars come out as where every pair is judged again",
    arguments: zip([1, 2, 3, 4, 5] as [UInt64], [false, false, false, true, true]))
  func same(_ seed: UInt64, isPlanned: Bool) async throws {
    var draws = SeededGenerator(seed: seed)
    let places = [try Place([]), try Place(["--anew"])]
    if isPlanned {
      for place in places {
        let city = try place.scratch.text("city/city.yaml")
        let capacity = "capacity: { applications: 2, own-contribution: { 2030: 200000, 2031: 200000 } }\n"
        try place.scratch.write("city/city.yaml", city + capacity)
      }
    }
    let first = try places[0].scratch.text("nightly/calls.xml")
    // The days step over deadlines, openings and the bounds of the fit, one at a time or many at once.
    var day = 1
    for _ in 0..<7 {
      let move = Move.allCases.randomElement(using: &draws) ?? .nothing
      day += [1, 1, 3, 18, 40].randomElement(using: &draws) ?? 1
      let date = "2030-\(String(101 + day / 28).suffix(2))-\(String(101 + day % 28).suffix(2))"
      var codes: [Int32?] = []
      for place in places {
        let scratch = place.scratch
        try scratch.write("nightly/calls.xml", move.text(try scratch.text("nightly/calls.xml"), first))
        if move == .item {
          let items = try scratch.text("city/items.csv")
          try scratch.write("city/items.csv", items.replacing("400000.00", with: "300000.00"))
        }
        codes.append(try await place.night(date))
      }
      #expect(codes[0] == codes[1] && [0, 1].contains(codes[0]), "\(seed): \(move) on \(date)")
      #expect(try places[0].all() == places[1].all(), "\(seed): \(move) on \(date)")
    }
  }
}
