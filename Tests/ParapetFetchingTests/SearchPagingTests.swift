import Foundation
import Loopback
import ParapetModel
import Testing

@testable import ParapetFetching

/// A search with records of its own, which answers as the portal's does.
private struct Portal: Sendable {
  /// The status and programme of each record, by its number.
  var records: [(status: String, programme: String)]
  /// How many records can be reached by one question.
  var reach = SearchPagingTests.reach
  /// Whether the total is said to be the reach where it is more.
  var isCapped = false

  func answer(_ question: LoopbackServer.Question) -> [LoopbackServer.Step] {
    guard question.method == "POST", let asked = Form(question) else { return [.answer("500 Throwable")] }
    let found = records.indices.filter { number in
      asked.must.allSatisfy { self.meets($0, number) } && !asked.mustNot.contains { self.meets($0, number) }
    }
    let start = min((asked.page - 1) * asked.size, reach)
    let hits = found.prefix(reach).dropFirst(start).prefix(asked.size).map { Portal.hit("\($0)") }
    let total = isCapped ? min(found.count, reach) : found.count
    return [.answer(text: Portal.page(hits, total: total, number: asked.page))]
  }

  private func meets(_ condition: [String: Any], _ number: Int) -> Bool {
    guard let terms = condition["terms"] as? [String: [String]] else { return false }
    return terms.allSatisfy { field, values in
      switch field {
      case "status": values.contains(records[number].status)
      case "frameworkProgramme": values.contains(records[number].programme)
      case "type": values.contains("1")
      default: false
      }
    }
  }

  static func hit(_ number: String) -> String {
    #"{"reference":"\#(number)TOPICSen","metadata":{"identifier":["T-\#(number)"],"title":["T"],"type":["1"]}}"#
  }

  static func page(_ hits: [String], total: Int, number: Int) -> String {
    #"{"totalResults":\#(total),"pageNumber":\#(number),"pageSize":100,"results":[\#(hits.joined(separator: ","))]}"#
  }
}

/// What a question to the search says, where it says it as it must.
private struct Form {
  let page: Int
  let size: Int
  let must: [[String: Any]]
  let mustNot: [[String: Any]]

  init?(_ question: LoopbackServer.Question) {
    let items = URLComponents(string: question.target)?.queryItems ?? []
    guard let page = items.first(where: { $0.name == "pageNumber" })?.value.flatMap({ Int($0) }),
      let size = items.first(where: { $0.name == "pageSize" })?.value.flatMap({ Int($0) }), size <= 100,
      let type = question.headers["content-type"], type.hasPrefix("multipart/form-data; boundary="),
      let boundary = type.components(separatedBy: "boundary=").last
    else { return nil }
    var parts: [String: String] = [:]
    let pieces = question.body.components(separatedBy: "--" + boundary)
    guard pieces.first == "", pieces.last == "--\r\n" else { return nil }
    for piece in pieces.dropFirst().dropLast() {
      let halves = piece.components(separatedBy: "\r\n\r\n")
      guard halves.count == 2, halves[0].contains("Content-Type: application/json"),
        let name = halves[0].firstMatch(of: /name="([a-z]+)"; filename="blob"/)
      else { return nil }
      parts[String(name.1)] = halves[1].trimmingCharacters(in: .newlines)
    }
    guard parts["languages"] == #"["en"]"#, parts["sort"] != nil, let query = parts["query"],
      let object = try? JSONSerialization.jsonObject(with: Data(query.utf8)) as? [String: [String: Any]],
      let must = object["bool"]?["must"] as? [[String: Any]]
    else { return nil }
    self.page = page
    self.size = size
    self.must = must
    mustNot = object["bool"]?["must_not"] as? [[String: Any]] ?? []
  }
}

@Suite("Paging through the portal's search", .serialized)
struct SearchPagingTests {
  static let path = "/search-api/prod/rest/search?apiKey=SEDIA&text=***&pageSize=50"
  /// A tenth of the portal's, so that a search beyond it is small.
  static let reach = 1000
  private static let open = "31094502"

  private var fetching: Fetching {
    let fetching = Fetching()
    fetching.policy.searchReach = Self.reach
    return fetching
  }

  @Test("all pages are read, as files of a form, a hundred at a time")
  func pages() throws {
    let portal = Portal(records: Array(repeating: (Self.open, "43252368"), count: 250))
    let server = try LoopbackServer { portal.answer($0) }
    let events = try fetching.events(server.address(Self.path))
    #expect(Set(events.records.map(\.key)).count == 250)
    #expect(events.count == 250)
    #expect(
      server.asked.map(\.target)
        == (1...3).map { "/search-api/prod/rest/search?apiKey=SEDIA&text=***&pageSize=100&pageNumber=\($0)" })
    #expect(
      events.records.first?.place.file.hasSuffix("apiKey=***&text=***&pageSize=50 (all, page 1)") == true)
  }

  @Test("a search without a record is a feed without a record")
  func nothing() throws {
    let server = try LoopbackServer { Portal(records: []).answer($0) }
    #expect(try fetching.events(server.address(Self.path)) == [])
    #expect(server.asked.count == 1)
  }

  @Test(
    "what is beyond the reach of one question is divided, and nothing falls off", arguments: [false, true])
  func divided(_ isCapped: Bool) throws {
    // Closed records of two programmes, and of one that nobody knows; some have a status that nobody knows.
    var records = Array(repeating: (status: "31094503", programme: "43108390"), count: 600)
    records += Array(repeating: ("31094503", "43252368"), count: 410)
    records += Array(repeating: ("31094503", "77777777"), count: 112)
    records +=
      Array(repeating: (Self.open, "43108390"), count: 30)
      + Array(repeating: ("99999998", "43108390"), count: 20)
    let portal = Portal(records: records, isCapped: isCapped)
    let server = try LoopbackServer { portal.answer($0) }
    let events = try fetching.events(server.address(Self.path))
    #expect(Set(events.records.map(\.key)).count == records.count)
    #expect(events.count == records.count)
  }

  @Test("what cannot be divided any more is told, with how much is lost")
  func cut() throws {
    // The records answer to no year, so that the years divide nothing.
    let portal = Portal(records: Array(repeating: (Self.open, "43252368"), count: 1050))
    let server = try LoopbackServer { portal.answer($0) }
    let events = try fetching.events(server.address(Self.path))
    #expect(Set(events.records.map(\.key)).count == 1000)
    let remarks = events.remarks
    #expect(remarks.map(\.id).contains("search-cut"))
    #expect(remarks.allSatisfy { $0.severity == .error })
  }

  @Test("where the total shifts, the part is read again, and no record is lost")
  func shifting() throws {
    // The first record of the second page moves to the first page once that has been read.
    let server = try LoopbackServer { question in
      guard let asked = Form(question) else { return [.answer("500 Throwable")] }
      let order = question.number == 1 ? Array(1...150) : [101] + (1...100) + (102...150)
      let hits = order.dropFirst((asked.page - 1) * 100).prefix(100).map { Portal.hit("\($0)") }
      return [.answer(text: Portal.page(hits, total: 150, number: asked.page))]
    }
    let events = try fetching.events(server.address(Self.path))
    #expect(Set(events.records.map(\.key)).count == 150)
    #expect(events.remarks.isEmpty)
    #expect(server.asked.count == 4)
  }

  @Test("records that the search announces and does not give are told")
  func missing() throws {
    let server = try LoopbackServer { question in
      guard let asked = Form(question) else { return [.answer("500 Throwable")] }
      let hits = asked.page == 1 ? (1...90).map { Portal.hit("\($0)") } : []
      return [.answer(text: Portal.page(hits, total: 150, number: asked.page))]
    }
    let events = try fetching.events(server.address(Self.path))
    #expect(Set(events.records.map(\.key)).count == 90)
    #expect(events.remarks.map(\.id) == ["search-incomplete"])
    #expect(events.remarks.first?.message == "of 150 records that the search announces it gave 90")
  }

  @Test("doubles in the index itself are no gap")
  func doubles() throws {
    let server = try LoopbackServer { question in
      guard let asked = Form(question) else { return [.answer("500 Throwable")] }
      let hits = ((1...75).map { $0 } + (1...75).map { $0 })
      let page = hits.dropFirst((asked.page - 1) * 100).prefix(100).map { Portal.hit("\($0)") }
      return [.answer(text: Portal.page(page, total: 150, number: asked.page))]
    }
    let events = try fetching.events(server.address(Self.path))
    #expect(Set(events.records.map(\.key)).count == 75)
    #expect(events.remarks.isEmpty)
  }

  @Test("a search that is out of order on a later page gives nothing")
  func brokenPage() throws {
    let portal = Portal(records: Array(repeating: (Self.open, "43252368"), count: 250))
    let server = try LoopbackServer { question in
      question.target.hasSuffix("=3") ? [.answer("500 Throwable")] : portal.answer(question)
    }
    #expect(throws: FetchError.self) { try fetching.events(server.address(Self.path)) }
  }

  @Test("an answer that is no page is no document", arguments: ["{}", "<html>", #"{"totalResults":"many"}"#])
  func noPage(_ text: String) throws {
    let server = try LoopbackServer { _ in [.answer(text: text)] }
    let error = fetching.error(server.address(Self.path))
    guard case .unusable = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("a search that announces more and more comes to an end")
  func endless() throws {
    let server = try LoopbackServer { _ in
      [.answer(text: Portal.page([Portal.hit("\(Int.random(in: 1...1 << 40))")], total: 1 << 40, number: 1))]
    }
    let fetching = fetching
    fetching.policy.searchPages = 40
    guard case .unusable = fetching.error(server.address(Self.path)) else {
      Issue.record("it does not end")
      return
    }
    #expect(server.asked.count == 40)
  }
}
