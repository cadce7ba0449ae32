public import ParapetMatching
public import ParapetModel
public import ParapetReporting

/// The decision sheet of a city.
public struct CityBrief: Sendable {
  /// What it says.
  public var brief: Brief
  /// How what is on offer is told apart.
  let identifiers: Identifiers
}

extension Inquiry {
  /// What a city applies for, by when, for how much, and who does what next.
  public func brief(of city: Portfolio, rates: RateSource = RateSource()) throws(Failure) -> CityBrief {
    var question = ShortlistQuestion()
    question.quotesWords = false
    question.rates = rates
    let lists = try self.lists(for: [city], question)
    return CityBrief(
      brief: Brief(lists.prepared.of(city, quoting: question.quotesWords)), identifiers: lists.identifiers)
  }
}

extension CityBrief {
  /// The sheet.
  public func report(_ wording: Wording) -> BriefReport {
    BriefReport(
      brief, words: wording.words, edition: wording.edition.about([brief.portfolio]), identifiers: identifiers
    )
  }
}
