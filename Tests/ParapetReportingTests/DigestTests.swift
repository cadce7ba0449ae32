import Foundation
import ParapetModel
import Testing

@testable import ParapetReporting

@Suite("Digests, mails and calendars")
struct DigestTests {
  private static func words(_ language: Language) -> any Sentences {
    Words.make(Vocabulary(language: language))
  }

  private static func edition() throws -> Edition {
    Edition(asOf: try #require(Day("2026-11-28")), program: "test")
  }

  /// A city with a change of each severity and a title that wants to be more than a text.
  private static func digest() throws -> Digest {
    var digest = Digest(
      city: "rivemont", names: [LocalizedText("Rivemont-sur-Mêre", language: "fr")], folder: "cities/rivemont"
    )
    digest.items = ["square": "The <square> & its market"]
    digest.since = Day("2026-11-27")
    for (kind, severity) in [
      (CityChange.Kind.deadline, RecordChange.Severity.red), (.new, .amber), (.document, .grey),
    ] {
      var change = CityChange(
        kind, severity, field: kind == .new ? "standing" : kind == .deadline ? "deadline" : "title",
        before: kind == .deadline ? "2027-01-15" : nil, after: kind == .deadline ? "2026-12-15" : "ready",
        as: kind == .deadline ? .days : .standing, because: .call)
      change.item = "square"
      change.opportunity = "CALL-1"
      change.reference = "R1"
      change.titles = [
        "en": "A call\u{FEFF} for <b>squares</b> & quays – " + String(repeating: "very long ", count: 40)
      ]
      change.source = "portal"
      change.readOn = "2026-11-28"
      digest.changes.append(change)
    }
    return digest
  }

  @Test("a digest says what, before and after, with weekday and zone, and why", arguments: Language.allCases)
  func text(_ language: Language) throws {
    let words = Self.words(language)
    let report = DigestReport(try Self.digest(), words: words, edition: try Self.edition())
    let text = DocumentForm(.text, width: 76).render(report, words)
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch language {
    case .english:
      #expect(
        flat.contains("Friday 15 January 2027 (Brussels time) → Tuesday 15 December 2026 (Brussels time)"))
      #expect(flat.contains("Because the call says so (portal, read on 28 November 2026)."))
      #expect(flat.contains("1 further change of wording"))
    case .french:
      #expect(flat.contains("vendredi 15 janvier 2027 (heure de Bruxelles) → mardi 15 décembre 2026"))
      #expect(flat.contains("Parce que l’appel le dit (portal, lu le 28 novembre 2026)."))
    }
    #expect(try SchemaCheck(schema: "digest").problems(in: report.json) == [])
  }

  @Test("one change of a call that several items list is told once, with the items")
  func grouped() throws {
    var digest = try Self.digest()
    var other = try #require(digest.changes.first)
    other.item = "quay"
    digest.changes.insert(other, at: 1)
    let report = DigestReport(digest, words: Self.words(.english), edition: try Self.edition())
    #expect(report.groups.first?.items == ["square", "quay"])
    #expect(report.subject.contains("1 red"))
  }

  @Test(
    "the page of a night over many cities names those of which there is something to say and counts the rest")
  func manyCities() throws {
    let change = try #require(try Self.digest().changes.first)
    func report(_ count: Int) throws -> NightReport {
      let cities = (1...count).map { number in
        NightReport.CityPart(
          city: "city-\(number)", state: number == 7 ? "failed" : "compared",
          changes: number == 9 ? [change] : [])
      }
      return NightReport(
        run: "2026-11-28", feeds: [], cities: cities, told: [], words: Self.words(.english),
        edition: try Self.edition())
    }
    func text(_ report: NightReport) -> String {
      DocumentForm(.text, width: 76).render(report, Self.words(.english))
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let few = text(try report(100))
    #expect(few.contains("city-100"))
    #expect(!few.contains("not named here"))
    let many = try report(11_000)
    let named = text(many)
    #expect(named.contains("city-7 ") && named.contains("city-9 "))
    #expect(!named.contains("city-8 "))
    #expect(named.contains("10,998 further cities are not named here, 0 of them with changes"))
    #expect(many.json.contains("city-11000"))
    #expect(many.table.rows.count == 1)
  }

  @Test(
    "the document of a night is the text that a coder makes, whatever its cities are called and whether they say a word"
  )
  func nightJSON() throws {
    let change = try #require(Self.digest().changes.first)
    let names = ["a", "b-2", "gare \"nord\"", "back\\slash", "Besançon", "line\nbreak", "", "\"cities\" : ["]
    for changed in [0, 1, 3] {
      let cities = names.enumerated().map { place, name in
        NightReport.CityPart(
          city: name, state: place % 3 == 0 ? "failed" : "compared", changes: place < changed ? [change] : [])
      }
      for some in [cities, Array(cities.prefix(1)), []] {
        let text = NightReport(
          run: "2026-11-28", feeds: [], cities: some, told: [], words: Self.words(.english),
          edition: try Self.edition()
        ).json
        let read = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let coded = try JSONSerialization.data(
          withJSONObject: read, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
        #expect(text == String(decoding: coded, as: UTF8.self) + "\n")
        let rows = try #require((read as? [String: Any])?["cities"] as? [[String: Any]])
        #expect(rows.map { $0["city"] as? String } == some.map(\.city))
        #expect(rows.map { $0["state"] as? String } == some.map(\.state))
      }
    }
  }

  @Test("a mail is ASCII, has lines of at most 78, and the same bytes each time")
  func mail() throws {
    var digest = try Self.digest()
    let person = BatchOrder.Person(
      name: "finance", address: "finance@rivemont-sur-mêre.example", cities: ["rivemont"], language: .french)
    digest.reader = Digest.Reader(person, file: "night.yaml")
    let report = DigestReport(digest, words: Self.words(.french), edition: try Self.edition())
    let mail = MailMessage(report, to: person, night: "2026-11-28", from: "parapet@city.example")
    #expect(
      mail.bytes == MailMessage(report, to: person, night: "2026-11-28", from: "parapet@city.example").bytes)
    #expect(mail.identifier == "digest.rivemont.finance.2026-11-28@city.example")
    #expect(mail.bytes.allSatisfy { $0 < 0x80 })
    let text = String(decoding: mail.bytes, as: UTF8.self)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 78 && !$0.contains("\n") })
    #expect(lines.contains("Date: Sat, 28 Nov 2026 03:40:00 +0100"))
    #expect(lines.contains("To: <finance@xn--rivemont-sur-mre-5qb.example>"))
    #expect(lines.contains("Auto-Submitted: auto-generated"))
    #expect(lines.contains("In-Reply-To: <digests.rivemont@city.example>"))
    #expect(!text.contains("src=") && !text.contains("<script"))
  }

  @Test(
    "names of the DNS are written as RFC 3492 has its own examples",
    arguments: [
      ("bücher", "bcher-kva"), ("münchen", "mnchen-3ya"), ("ü", "tda"), ("παράδειγμα", "hxajbheg2az3al"),
    ])
  func punycode(_ label: String, _ encoded: String) { #expect(Punycode.encoded(label) == encoded) }

  @Test("quoted-printable keeps every byte, and no line is longer than 76")
  func quotedPrintable() throws {
    let text = ".dot\nFrom me\nÀ = é " + String(repeating: "x\u{20AC}", count: 60) + " \n\nend"
    let lines = QuotedPrintable.lines(of: text)
    #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    var decoded: [UInt8] = []
    for line in lines {
      var rest = Array(line.utf8)[...]
      var isSoft = false
      while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "=") else {
          decoded.append(byte)
          continue
        }
        guard rest.count >= 2 else {
          isSoft = true
          break
        }
        decoded.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      }
      if !isSoft { decoded.append(UInt8(ascii: "\n")) }
    }
    #expect(String(decoding: decoded, as: UTF8.self) == text + "\n")
  }

  @Test("a calendar is folded by octets, escaped, and has its zone")
  func calendar() throws {
    let day = try #require(Day("2027-03-28"))
    var event = CalendarEvent(
      uid: "deadline-1.R1.rivemont@parapet", day: day, time: "17:00",
      summary: "Échéance ; " + String(repeating: "é", count: 80) + ", \\ fin", details: "a\nb",
      page: "javascript:x",
      alarms: [14])
    let text = CalendarText.render(
      [DatedEvent(event, sequence: 3, stampedOn: day)], named: "N", language: .french)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(text.replacing("\r\n ", with: "").contains("Échéance \\; "))
    #expect(lines.contains("DTEND;TZID=Europe/Brussels:20270328T170000"))
    #expect(lines.contains("SEQUENCE:3"))
    #expect(lines.contains("DESCRIPTION;LANGUAGE=fr:a\\nb"))
    #expect(lines.contains("TRIGGER:-P14D"))
    #expect(!text.contains("javascript"))
    event.isCancelled = true
    let cancelled = CalendarText.render(
      [DatedEvent(event, sequence: 4, stampedOn: day)], named: "N", language: .french)
    #expect(cancelled.contains("STATUS:CANCELLED") && !cancelled.contains("VALARM"))
  }

  @Test("a calendar without events is one")
  func empty() {
    let text = CalendarText.render([], named: "N", language: .english)
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
  }
}
