public import ParapetSearching

extension WordSearch {
  /// A search through offers; the lexicon carries an item's words from one language to another.
  public init(offers: [Offer], lexicon: Lexicon) {
    self.init(
      offers.map { SearchedTexts($0.opportunity, below: $0.instruments.first) }, lexicon: lexicon,
      counts: { offers[$0].gist?.counts(by: lexicon) })
  }
}
