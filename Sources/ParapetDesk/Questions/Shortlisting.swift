import ParapetFeeds
public import ParapetMatching
public import ParapetModel
import ParapetReporting

/// Which lists are asked for.
public struct ShortlistQuestion: Hashable, Sendable {
  /// How much of each list.
  public enum Length: Hashable, Sendable {
    /// All of it.
    case whole
    /// The first so many.
    case first(Int)
    /// What fits a page: the first five, and every instrument without a call.
    case page
  }

  /// The items to list; none lists all.
  public var items: [String] = []
  /// Whether closed, ineligible and unrelated opportunities are listed too.
  public var everything = false
  /// Whether to list what is out of reach today and what would bring it within reach.
  public var nearMisses = false
  /// How much of each list.
  public var length = Length.whole
  /// Whether the words found are looked up; without it their points alone are known.
  public var quotesWords = true
  /// By which rates costs in another currency are counted.
  public var rates = RateSource()

  /// The lists of all items, whole.
  public init() {}

  /// How many rows fit a page, beside the instruments without a call.
  static let rowsOfPage = 5

  fileprivate func shortened(_ list: Shortlist) -> Shortlist {
    switch length {
    case .whole: list
    case .first(let count): list.first(count)
    case .page: list.keeping(ShortlistQuestion.rowsOfPage)
    }
  }
}

extension Inquiry {
  /// The forms of work that instruments impose.
  func askedWork() throws -> AskedWork { AskedWork(desk.data.practice.works, by: try desk.glossary().naming) }

  /// Prepares the lists of cities: what is on offer is looked at once for all of them.
  public func lists(
    for cities: [Portfolio], _ question: ShortlistQuestion = ShortlistQuestion()
  ) throws(Failure) -> CityLists {
    try Failure.on {
      for name in question.items where !cities.contains(where: { $0.items.contains { $0.id == name } }) {
        throw Failure.unknownItem(name, in: cities)
      }
      let offers = offers(try stored(notClosedOn: question.everything ? nil : day))
      let pricing = pricing(try exchange(for: cities, offers, question.rates))
      let prepared = Shortlists(
        among: offers, closed: question.everything ? 0 : try countOfClosed(), lexicon: try lexicon(), on: day,
        knownOn: moment.knownOn,
        everything: question.everything || question.nearMisses, work: try askedWork(), pricing: pricing)
      return CityLists(
        cities: checked(cities, among: offers),
        identifiers: Identifiers(among: offers.lazy.map(\.opportunity)), question: question,
        prepared: prepared,
        matcher: Matcher(on: day, pricing: pricing),
        hidden: question.everything ? [:] : try hiddenPairs(of: cities, among: offers))
    }
  }
}

/// The lists of cities, each made when it is asked for.
public struct CityLists: Sendable {
  /// The cities, in the order in which they were named.
  public let cities: [Portfolio]
  /// How what is on offer is told apart.
  let identifiers: Identifiers
  let question: ShortlistQuestion
  let prepared: Shortlists
  let matcher: Matcher
  /// What each city has dismissed, by its id.
  let hidden: [String: HiddenRows]

  /// The lists of one city.
  public func list(of city: Portfolio) -> Shortlist {
    // A near miss is ranked among near misses, so their lists are cut after they are made.
    var length = OfferRanking.Length.whole
    let hidden = hidden[city.city.id]
    if !question.nearMisses, city.hidden.isEmpty, case .first(let count) = question.length {
      length = .first(count)
    }
    var list = prepared.of(
      city, only: question.items.isEmpty ? nil : Set(question.items), length: length,
      quoting: question.quotesWords)
    if let hidden { list = hidden.applied(to: list) }
    return question.nearMisses
      ? question.shortened(list.nearMisses(by: matcher)) : prepared.withFixes(question.shortened(list))
  }

  /// The lists of all cities.
  public func all() -> [Shortlist] { Parallel.map(cities) { list(of: $0) } }

  /// So many cities are worked on before what was made of them is taken and forgotten.
  private static let citiesAtOnce = 16

  /// Makes something of each city's lists, on all cores, and hands it over in the order of the cities, so that a
  /// thousand take no more memory than a few.
  public func forEach<Result: Sendable, Problem: Error>(
    _ make: @Sendable (Shortlist) -> Result, _ take: (Result) throws(Problem) -> Void
  ) throws(Problem) {
    var rest = cities[...]
    while !rest.isEmpty {
      let some = Array(rest.prefix(CityLists.citiesAtOnce))
      rest = rest.dropFirst(some.count)
      for result in Parallel.map(some, { make(list(of: $0)) }) { try take(result) }
    }
  }
}
