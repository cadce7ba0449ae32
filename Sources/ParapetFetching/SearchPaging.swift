import Foundation
import ParapetModel

/// Brings all pages of the portal's search, divided so that none lies beyond the search's reach.
///
/// Totals shift while one reads, and records move from page to page. So each part is counted: where fewer
/// records came than were announced it is read again, and what is missing in the end is told.
struct SearchPaging {
  private let address: FetchAddress
  private let document: FetchedDocument
  private let fetcher: Fetcher
  /// How many pages were asked for.
  private var questions = 0

  /// How often a part is read before its gaps are told.
  static let readings = 3

  private var reach: Int { fetcher.policy.searchReach }

  init(address: FetchAddress, document: FetchedDocument, fetcher: Fetcher) {
    self.address = address
    self.document = document
    self.fetcher = fetcher
  }

  /// Brings the pages.
  mutating func run() throws(FetchError) {
    _ = try read(SearchQuestion(), divisions: SearchDivision.allCases[...])
  }

  /// Brings the records of a question, and gives how many there are.
  private mutating func read(
    _ question: SearchQuestion, divisions: ArraySlice<SearchDivision>
  ) throws(FetchError) -> Int {
    let first = try page(1, of: question)
    guard first.total >= reach else {
      try read(question, first: first, total: first.total)
      return first.total
    }
    guard let division = divisions.first else {
      try read(question, first: first, total: reach)
      document.remarks.append(.searchCut(address, question, reach, of: first.total))
      return first.total
    }
    try document.dropLast(1)
    var found = 0
    for condition in division.parts {
      // What no part names is asked for only where something is left; it needs a kind of question that not
      // all who use the search have found to work.
      if condition.isNegated, found >= first.total, first.total > reach { break }
      do throws(FetchError) {
        found += try read(question.and(condition), divisions: divisions.dropFirst())
      } catch {
        guard condition.isNegated, case .status = error else { throw error }
      }
    }
    if found < first.total {
      document.remarks.append(.searchIncomplete(address, question, found, of: first.total))
    }
    return found
  }

  /// Brings the pages of a question that is within reach.
  private mutating func read(_ question: SearchQuestion, first: Page, total: Int) throws(FetchError) {
    var (first, total) = (first, total)
    var own = Set<String>()
    for reading in 1...SearchPaging.readings {
      var hits = 0
      var isNew = false
      var hasShifted = false
      for number in 1...max(1, (total + SearchQuestion.pageSize - 1) / SearchQuestion.pageSize) {
        let page = number == 1 ? first : try self.page(number, of: question)
        hits += page.references.count
        hasShifted = hasShifted || page.total != first.total
        // Beyond the last record every page is empty, whatever was announced.
        if page.references.isEmpty, number > 1 {
          try document.dropLast(1)
          break
        }
        let before = own.count
        own.formUnion(page.references)
        // A page that brings nothing is not kept, so that reading again costs no room.
        if own.count == before, number > 1 || reading > 1 { try document.dropLast(1) }
        isNew = isNew || own.count > before
        fetcher.tell(
          .page(name: address.name, part: SearchPaging.words(question), records: own.count, of: total))
      }
      // Fewer records than hits are doubles of the source itself where a second reading finds no others.
      if own.count >= total || (reading > 1 && hits == total && !hasShifted && !isNew) { return }
      guard reading < SearchPaging.readings else { break }
      first = try page(1, of: question)
      total = min(first.total, reach)
    }
    document.remarks.append(.searchIncomplete(address, question, own.count, of: total))
  }

  /// One page, which is kept in the document.
  private mutating func page(_ number: Int, of question: SearchQuestion) throws(FetchError) -> Page {
    questions += 1
    guard questions <= fetcher.policy.searchPages else {
      throw .unusable(name: address.name, reason: .endlessSearch)
    }
    let answer = try fetcher.ask(question.asked(of: address, page: number), into: document)
    document.append(
      "\(address.name) (\(SearchPaging.words(question)), page \(number))", count: answer.bytes)
    guard let part = document.parts.last, let bytes = document.bytes(of: part),
      let page = try? JSONDecoder().decode(Page.self, from: bytes)
    else { throw .unusable(name: address.name, reason: .noSearchPage(number)) }
    return page
  }

  private static func words(_ question: SearchQuestion) -> String {
    question.words.isEmpty ? "all" : question.words.joined(separator: ", ")
  }
}

extension SearchPaging {
  /// What a page says of itself.
  private struct Page: Decodable {
    /// How many records meet the conditions.
    var total: Int
    /// The references of the records on the page; one without any counts by its place.
    var references: [String]

    private enum Key: String, CodingKey {
      case totalResults, pageNumber, results
    }

    private struct Hit: Decodable {
      var reference: String?
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      total = max(0, try container.decode(Int.self, forKey: .totalResults))
      let number = try container.decodeIfPresent(Int.self, forKey: .pageNumber) ?? 0
      references = try container.decode([Hit].self, forKey: .results).enumerated().map {
        $1.reference ?? "page \(number), record \($0)"
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func searchIncomplete(
    _ address: FetchAddress, _ question: SearchQuestion, _ found: Int, of total: Int
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "search-incomplete", at: Place(file: address.name),
      Message(
        en: "of \(total) records\(suffix(question)) that the search announces it gave \(found)",
        fr: "sur \(total) notices\(suffix(question)) que la recherche annonce, elle en a donné \(found)"),
      suggestion: Message(en: "ingest it again later", fr: "relisez-la plus tard avec « parapet ingest »"))
  }

  fileprivate static func searchCut(
    _ address: FetchAddress, _ question: SearchQuestion, _ reach: Int, of total: Int
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "search-cut", at: Place(file: address.name),
      Message(
        en: "of \(total) records\(suffix(question)) only the first \(reach) can be reached",
        fr: "sur \(total) notices\(suffix(question)), seules les \(reach) premières sont accessibles"),
      suggestion: Message(
        en: "search for narrower words in the address",
        fr: "cherchez dans l’adresse des mots plus étroits"))
  }

  private static func suffix(_ question: SearchQuestion) -> String {
    question.words.isEmpty ? "" : " (" + question.words.joined(separator: ", ") + ")"
  }
}

extension Message {
  fileprivate static let endlessSearch = Message(
    en: "the search does not come to an end", fr: "la recherche ne finit pas")

  fileprivate static func noSearchPage(_ number: Int) -> Message {
    Message(
      en: "page \(number) is no page of a search", fr: "la page \(number) n’est pas une page de recherche")
  }
}
