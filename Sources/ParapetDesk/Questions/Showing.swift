public import ParapetMatching
public import ParapetModel

/// One opportunity in full.
public struct OpportunityRecord: Sendable {
  /// The opportunity, with what its instruments add.
  public var offer: Offer
  /// The projects that were funded under it.
  public var precedents: [Precedent]
  /// The versions that the catalogue keeps of it, newest first.
  public var versions: [RecordVersion]
}

extension Inquiry {
  /// One opportunity by its identifier or a source's own reference, with its versions and precedents.
  public func record(of name: String) throws(Failure) -> OpportunityRecord {
    try Failure.on {
      let found = try find(name)
      return OpportunityRecord(
        offer: found.offer, precedents: try precedents(under: found.offer.opportunity),
        versions: found.versions)
    }
  }
}
