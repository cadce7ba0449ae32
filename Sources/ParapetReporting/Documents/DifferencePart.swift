import ParapetMatching

/// A fact that the sources of an opportunity state differently, as JSON.
struct DifferencePart: Encodable {
  var field: String
  @OrNull var curatedSource: String?
  var curated: String
  @OrNull var feedSource: String?
  var feed: String

  init(_ difference: Offer.Difference) {
    field = difference.field
    _curatedSource = OrNull(wrappedValue: difference.curatedSource)
    curated = difference.curated
    _feedSource = OrNull(wrappedValue: difference.feedSource)
    feed = difference.feed
  }
}
