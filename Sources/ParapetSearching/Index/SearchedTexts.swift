package import ParapetModel

/// What a search reads: an opportunity, and the nearest instrument above it, whose name says what it is about too.
package struct SearchedTexts: Sendable {
  let opportunity: Opportunity
  let instrument: Opportunity?

  /// The texts of an opportunity below an instrument.
  package init(_ opportunity: Opportunity, below instrument: Opportunity?) {
    self.opportunity = opportunity
    self.instrument = instrument
  }
}
