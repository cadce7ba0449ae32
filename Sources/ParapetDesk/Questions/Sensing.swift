public import ParapetMatching
public import ParapetModel

/// What would change most for a city, and what was on offer to it.
public struct CitySensitivity: Sendable {
  /// Which single change opens most, which question is worth most, and what nothing pays for.
  public var sensitivity: Sensitivity
  /// Everything that was on offer.
  public var offers: [Offer]
}

extension Inquiry {
  /// Which single change opens most to a city, and which items nothing can pay for.
  public func sensitivity(
    of city: Portfolio, rates: RateSource = RateSource()
  ) throws(Failure) -> CitySensitivity {
    try Failure.on {
      let offers = offers(try stored(notClosedOn: day))
      let pricing = pricing(try exchange(for: [city], offers, rates))
      let everything = Shortlist(
        city, among: offers, lexicon: try lexicon(), on: day, knownOn: moment.knownOn, everything: true,
        pricing: pricing)
      return CitySensitivity(
        sensitivity: Sensitivity(everything, by: Matcher(on: day, pricing: pricing)), offers: offers)
    }
  }
}
