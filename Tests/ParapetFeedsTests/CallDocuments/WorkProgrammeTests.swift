import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("A part of a work programme")
struct WorkProgrammeTests {
  /// Two topics as a work programme has them, cut by a page in the middle of a label and of a row.
  private static let sample = """
                              Work Programme 2031-2032

    Call - Safer cities                                        Topics    Type    Budget   Size

                                Opening: 06 May 2031
                               Deadline(s): 05 Nov 2031

    HORIZON-CL9-2031-01-SQR-01: Squares RIA                   8.00       Around           2
    of tomorrow                                                          4.00

    HORIZON-CL9-2031-01-SQR-02: Crowds CSA                    3.00       Between          1

                                    Part 9 - Page 1 of 3
    ~~~
                              Work Programme 2031-2032

    HORIZON-CL9-2031-01-SQR-01: Squares of tomorrow

    Call: Safer cities

    Specific conditions

    Expected EU           The Commission estimates that an EU contribution of around EUR 4.00
    contribution per      million would allow these outcomes to be addressed appropriately.
    project               Nonetheless, this does not preclude other amounts.

    Indicative budget     The total indicative budget for the topic is EUR 8.00 million.

    Type of Action        Research and Innovation Actions

    Eligibility           The conditions are described in General Annex B. The following
    conditions            exceptions apply:
                          The following additional eligibility criteria apply:
                          This topic requires the active involvement, as beneficiaries, of at least 2
                          Police Authorities 3 from at least 2 different EU Member States or
                          Associated Countries. It builds on HORIZON-CL9-2031-01-SQR-02: Crowds.

    Legal and             The rules are described in General Annex G. The following exceptions
    financial set-up of   apply:
    3
          Police authorities are those that national law designates, and no academies.

                                    Part 9 - Page 2 of 3
    ~~~
                              Work Programme 2031-2032

    the Grant             Eligible costs will take the form of a lump sum as defined in the
    Agreements            Decision of 7 July 2021.

    Security Sensitive    Some activities may involve classified
    Topics                background.

    Expected Outcome: People meet on squares again.

    HORIZON-CL9-2031-01-SQR-02: Crowds

    Call: Safer cities

    Specific conditions

    Expected EU           The Commission estimates that an EU contribution of between EUR 1.00
    contribution per      and 1.50 million would allow these outcomes to be addressed.
    project

    Indicative budget     The total indicative budget for the topic is EUR 3.00 million.

    Type of Action        Coordination and Support Actions

    Eligibility           Applicants must keep a lighthouse on the coast of a cold sea.
    conditions

    Scope: Crowds are people.

                                    Part 9 - Page 3 of 3
    """

  private func read(_ topics: String...) throws -> CallDocument {
    try CallDocumentReader.read(
      WorkProgrammeTests.sample.components(separatedBy: "\n~~~\n"), title: "9. Cities", name: "wp.pdf",
      hash: "0",
      topics: topics
    ).document
  }

  @Test("topics with titles, calls, types and dates; one that is named inside a text is none")
  func topics() throws {
    let document = try read()
    #expect(document.kind == .workProgramme)
    #expect(document.topics.map(\.topic) == ["HORIZON-CL9-2031-01-SQR-01", "HORIZON-CL9-2031-01-SQR-02"])
    let first = try #require(document.topics.first)
    #expect(first.title == "Squares of tomorrow" && first.call == "Safer cities" && first.page == 2)
    #expect(first.typeOfAction == "Research and Innovation Actions")
    #expect(first.opening == Day("2031-05-06") && first.deadlines == [Day("2031-11-05")])
  }

  @Test("budgets and contributions, a range among them")
  func figures() throws {
    let document = try read()
    #expect(document.topics.map(\.budget?.amount.minorUnits) == [8_000_000_00, 3_000_000_00])
    #expect(document.topics.map(\.maximumGrant?.amount.minorUnits) == [4_000_000_00, 1_500_000_00])
    #expect(document.topics.map(\.minimumGrant?.amount.minorUnits) == [nil, 1_000_000_00])
  }

  @Test("bodies that are asked for, whatever footnote stands behind them")
  func members() throws {
    let reading = try #require(try read("HORIZON-CL9-2031-01-SQR-01").topics.first)
    let clause = try #require(reading.clauses.first { $0.quote.contains("Police Authorities") })
    guard case .criteria(let criteria) = clause.meaning else {
      Issue.record("\(clause.meaning)")
      return
    }
    #expect(criteria.map(\.kind) == ["members"])
    #expect(criteria.first?.parameters.first?.attributes["bodies"] == "police")
    #expect(criteria.first?.parameters.first?.attributes["entities"] == "2")
    #expect(clause.page == 2 && clause.quote.hasPrefix("This topic requires"))
    #expect(reading.isWhole, "\(reading.clauses.filter { $0.meaning == .open }.map(\.quote))")
  }

  @Test("a row that a page cuts goes on, and so does its label")
  func cut() throws {
    let reading = try #require(try read().topics.first)
    let lump = try #require(reading.clauses.first { $0.quote.contains("lump sum") })
    #expect(lump.section == .legal && lump.page == 3)
    #expect(lump.heading == "Legal and financial set-up of the Grant Agreements")
    #expect(reading.clauses.contains { $0.heading == "Security Sensitive Topics" })
    #expect(reading.clauses.allSatisfy { !$0.quote.contains("Part 9") && !$0.quote.contains("academies") })
  }

  @Test("what no pattern knows stays open")
  func open() throws {
    let reading = try #require(try read().topics.last)
    #expect(
      reading.clauses.filter { $0.meaning == .open }.map(\.quote).contains { $0.contains("lighthouse") })
  }
}

@Suite("The work programme of Cluster 3, where it is at hand")
struct SharedWorkProgrammeTests {
  private static let folder = URL(filePath: dataFolder).deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "shared/calldocs")
  private static let path = folder.appending(path: "wp-6-civil-security-for-society_horizon-2026-2027_en.pdf")
    .path
  private static var isThere: Bool { FileManager.default.fileExists(atPath: path) }

  @Test(
    "38 of 38 budgets and contributions, as another reading of the same file has them", .enabled(if: isThere))
  func figures() throws {
    let document = try CallDocumentReader(path: Self.path).read().document
    let struct38 = Self.folder.appending(
      path: "struct-wp-6-civil-security-for-society_horizon-2026-2027_en.json")
    let other = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: struct38)) as? [String: [String: Any]])
    #expect(other.count == 38)
    for (topic, entry) in other {
      let reading = try #require(document.reading(of: topic), "\(topic) was not read")
      let box = try #require(entry["cond"] as? [String: [String]])
      let budget = DocumentAmount.amounts(in: (box["Indicative budget"] ?? []).joined(separator: " ")).first
      #expect(reading.budget?.amount == budget && budget != nil, "\(topic)")
      #expect(reading.maximumGrant != nil, "\(topic) has no contribution")
      let labels = box.keys.filter { $0.hasPrefix("Expected EU contribution") }.flatMap { box[$0] ?? [] }
      #expect(
        reading.maximumGrant?.amount == DocumentAmount.amounts(in: labels.joined(separator: " ")).last,
        "\(topic)")
      #expect(!reading.deadlines.isEmpty, "\(topic) has no deadline")
      #expect(reading.title?.isEmpty == false && reading.typeOfAction != nil, "\(topic)")
    }
  }

  @Test("bodies asked for are those of the portal’s records", .enabled(if: isThere))
  func portal() throws {
    let document = try CallDocumentReader(path: Self.path).read().document
    var compared = 0
    for reading in document.topics {
      let file = Self.folder.appending(path: "portal/\(reading.topic)/conditions.html")
      guard let html = try? String(contentsOf: file, encoding: .utf8) else { continue }
      var reader = ConditionReader()
      let stated = reader.read(PlainText.from(html: html))
      let wanted = ConditionReading.criteria(of: stated.stated, beside: []).filter { $0.kind != "sentence" }
      var found: [Criterion] = []
      for clause in reading.clauses where clause.section == .eligibility {
        if case .criteria(let criteria) = clause.meaning { found += criteria }
      }
      #expect(found.map(Self.text) == wanted.map(Self.text), "\(reading.topic)")
      compared += 1
    }
    #expect(compared > 0)
  }

  @Test("every quote stands on its page, word for word", .enabled(if: isThere))
  func quotes() throws {
    let reader = try CallDocumentReader(path: Self.path)
    let document = try reader.read().document
    let pages = try PDFFile(path: Self.path).pages().pages.map { $0.filter { $0.isLetter || $0.isNumber } }
    var clauses = 0
    for reading in document.topics {
      for clause in reading.clauses {
        clauses += 1
        let letters = clause.quote.filter { $0.isLetter || $0.isNumber }
        let first = String(letters.prefix(clause.page == clause.lastPage ? letters.count : 20))
        #expect(
          Self.stands(first, on: pages[clause.page - 1]),
          "\(reading.topic) p. \(clause.page): \(clause.quote)")
      }
    }
    #expect(clauses > 200)
  }

  private static func text(_ criterion: Criterion) -> String {
    let parameters = criterion.parameters.map { parameter in
      parameter.attributes.sorted { $0.key < $1.key }.map { $0.key + "=" + $0.value }.joined(separator: " ")
    }
    return criterion.kind + ": " + parameters.joined(separator: "; ")
  }

  /// Whether letters stand on a page in their order, labels of the left column between them passed over.
  private static func stands(_ letters: String, on page: String) -> Bool {
    if page.contains(letters) { return true }
    var rest = Substring(page)
    var wanted = Substring(letters)
    while !wanted.isEmpty {
      var length = min(wanted.count, 400)
      var found: Range<Substring.Index>?
      while length >= 3 || length == wanted.count, found == nil {
        found = rest.firstRange(of: wanted.prefix(length))
        if found == nil { length -= 1 }
        if length == 0 { return false }
      }
      guard let found else { return false }
      rest = rest[found.upperBound...]
      wanted = wanted.dropFirst(length)
    }
    return true
  }
}
