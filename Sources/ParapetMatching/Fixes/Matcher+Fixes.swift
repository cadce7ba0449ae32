public import ParapetModel

extension Matcher {
  /// The smallest sets of changes that would clear the way for a pair, the easiest first.
  public func fixes(_ item: Item, of city: City, with offer: Offer, upTo limit: Int = Fix.limit) -> [Fix] {
    FixSearch(matcher: self, offer: offer.answered(by: city, about: item), city: city, item: item).fixes(
      upTo: limit)
  }
}
