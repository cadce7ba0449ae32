public import ParapetSearching

extension WordSearch {
  /// A search through offers; the lexicon carries an item's words from one language to another.
  public init(offers: [Offer], lexicon: Lexicon) {
    self.init(
      offers.map(WordSearch.texts), lexicon: lexicon, counts: { offers[$0].gist?.counts(by: lexicon) })
  }

  /// The same where another search, by the same lexicon, has most of the offers.
  init(offers: [Offer], lexicon: Lexicon, after former: WordSearch, of formerOffers: [Offer]) {
    let places = Dictionary(
      formerOffers.enumerated().map { (ObjectIdentifier($1), $0) }, uniquingKeysWith: { first, _ in first })
    self.init(
      offers.map(WordSearch.texts), counts: { offers[$0].gist?.counts(by: lexicon) }, after: former,
      at: offers.map { places[ObjectIdentifier($0)] })
  }

  private static func texts(of offer: Offer) -> SearchedTexts {
    SearchedTexts(offer.opportunity, below: offer.instruments.first)
  }
}
