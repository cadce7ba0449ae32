package import ParapetModel

/// Which rate a city gets where it pays all costs itself, as far as the figures of an estimate depend on it: the rates of many
/// instruments come to the same for one city.
package struct SettledRate: Hashable, Sendable {
  private var maximum: Rate?
  private var cap: FundingRate.Cap?
  private var grade: Grade?
  private var isAssumed: Bool
  private var isStated: Bool

  /// The rate for a city; nothing where it is not all that counts, since some rate says what projects usually get.
  package init?(among rates: [FundingRate], for city: City) {
    guard rates.allSatisfy({ $0.usual == nil }) else { return nil }
    let choice = RateChoice(among: rates, for: city.facts)
    maximum = choice.rate?.maximum
    cap = choice.rate?.cap
    grade = choice.rate?.citation.grade
    isAssumed = choice.isAssumed
    isStated = !rates.isEmpty
  }
}
