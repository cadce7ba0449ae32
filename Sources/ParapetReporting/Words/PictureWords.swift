public import ParapetModel

/// A heading, or the name of what a picture of a plan shows.
public enum PictureLabel: String, Hashable, Sendable, CaseIterable {
  case timeline, agreement, lastPayment, work, paymentDays
}

/// What a picture of a plan shows, as a finding and in words.
public enum PictureSentence: Hashable, Sendable {
  /// Which share of what is spent the grants pay, in percent; nothing where nothing is spent.
  case whoPays(share: Int)
  /// What is seen of who pays: from when to when, and the year in which most is spent.
  case whoPaysText(from: String, until: String, dearest: String, spent: Money, own: Money)
  /// The most that must be bridged, and when.
  case cash(peak: Money, quarter: String)
  /// That nothing must be bridged.
  case noBridge
  /// What is seen of cash by quarter.
  case cashText(from: String, until: String, spent: Money, received: Money)
  /// From the first deadline to the last payment.
  case timeline(applications: Int, from: Day, until: Day)
  /// What is seen on the time line.
  case timelineText
}

/// The words of pictures in a language.
public protocol PictureWords {
  /// A heading or a name in a picture.
  func label(_ label: PictureLabel) -> String
  /// A finding, or what is seen.
  func sentence(_ sentence: PictureSentence) -> String
  /// What the numbers of a scale count.
  func thousands(of currency: Currency) -> String
}
