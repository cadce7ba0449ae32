import Foundation
import ParapetModel

/// A part of the records of the portal's search: those that meet all of its conditions.
///
/// The search takes its conditions as files of a form, typed as JSON; in any other shape it ignores them or
/// answers 500. It gives a hundred records a page and none beyond the ten thousandth.
struct SearchQuestion {
  /// How many records a page has.
  static let pageSize = 100
  /// The most bytes of a page, which is looked at in memory: the richest record has 60 KB.
  static let pageBytes = 64 << 20

  /// The conditions, and what they are called.
  private var conditions: [Condition]

  /// Everything that can be applied for: the index also holds tenders, questions, organisations and news.
  init() {
    conditions = [Condition(#"{"terms":{"type":["1","2","8"]}}"#, "")]
  }

  /// What the conditions are called, or nothing where there are none but the first.
  var words: [String] { conditions.map(\.words).filter { !$0.isEmpty } }

  /// The question with one condition more.
  func and(_ condition: Condition) -> SearchQuestion {
    var question = self
    question.conditions.append(condition)
    return question
  }

  /// Whether an address is that of a search.
  static func isMeant(by address: FetchAddress) -> Bool {
    let path = address.url.path()
    return path.contains("/search-api/") && path.hasSuffix("/rest/search")
  }

  /// The question for a page, from 1.
  func asked(of address: FetchAddress, page: Int) -> Question {
    let own: Set = ["pagesize", "pagenumber"]
    let kept = (address.url.query() ?? "").split(separator: "&").filter {
      !own.contains($0.prefix { $0 != "=" }.lowercased())
    }
    let query = kept.map(String.init) + ["pageSize=\(SearchQuestion.pageSize)", "pageNumber=\(page)"]
    return Question(
      address: address.with(query: query.joined(separator: "&")),
      headers: ["Content-Type": "multipart/form-data; boundary=\(SearchQuestion.boundary)"],
      body: Data(form.utf8), limit: SearchQuestion.pageBytes)
  }

  private var form: String {
    let positive = conditions.filter { !$0.isNegated }.map(\.json).joined(separator: ",")
    let negative = conditions.filter(\.isNegated).map(\.json).joined(separator: ",")
    let excluded = negative.isEmpty ? "" : #","must_not":[\#(negative)]"#
    let parts = [
      ("query", #"{"bool":{"must":[\#(positive)]\#(excluded)}}"#),
      // Without a language each topic comes a dozen times.
      ("languages", #"["en"]"#),
      ("sort", #"{"field":"sortStatus","order":"ASC"}"#),
    ]
    let files = parts.map { name, json in
      "--\(SearchQuestion.boundary)\r\n"
        + "Content-Disposition: form-data; name=\"\(name)\"; filename=\"blob\"\r\n"
        + "Content-Type: application/json\r\n\r\n\(json)\r\n"
    }
    return files.joined() + "--\(SearchQuestion.boundary)--\r\n"
  }

  /// Stands in no part of a form, as all of them are ours.
  private static let boundary = "----parapet-form-boundary"

  /// A condition on records.
  struct Condition {
    var json: String
    var words: String
    var isNegated = false

    init(_ json: String, _ words: String, isNegated: Bool = false) {
      self.json = json
      self.words = words
      self.isNegated = isNegated
    }
  }
}

/// What the records of a search are divided by where they are too many for one question.
enum SearchDivision: CaseIterable {
  case status, programme, type, year

  /// The parts, each with what is left over by all of them as the last.
  var parts: [SearchQuestion.Condition] {
    switch self {
    case .status:
      SearchDivision.terms(
        "status", [("31094501", "forthcoming"), ("31094502", "open"), ("31094503", "closed")],
        rest: "any other status")
    case .programme:
      SearchDivision.terms("frameworkProgramme", SEDIAProgramme.numbered, rest: "any other programme")
    case .type:
      SearchDivision.terms(
        "type", [("1", "grants"), ("2", "external action"), ("8", "cascade funding")], rest: "any other type")
    case .year:
      SearchDivision.years.map { year in
        SearchQuestion.Condition(SearchDivision.range(from: year, before: year + 1), "from \(year)")
      } + [
        SearchQuestion.Condition(
          SearchDivision.range(
            from: SearchDivision.years.lowerBound, before: SearchDivision.years.upperBound),
          "from any other year", isNegated: true)
      ]
    }
  }

  /// The years of the three financial frameworks in which anything in the index may begin.
  private static let years = 2007..<2035

  private static func terms(
    _ field: String, _ values: [(value: String, words: String)], rest: String
  ) -> [SearchQuestion.Condition] {
    values.map { value, words in
      SearchQuestion.Condition(#"{"terms":{"\#(field)":["\#(value)"]}}"#, words)
    } + [
      SearchQuestion.Condition(
        #"{"terms":{"\#(field)":[\#(values.map { "\"\($0.value)\"" }.joined(separator: ","))]}}"#, rest,
        isNegated: true)
    ]
  }

  private static func range(from first: Int, before last: Int) -> String {
    #"{"range":{"startDate":{"gte":"\#(first)-01-01","lt":"\#(last)-01-01"}}}"#
  }
}
