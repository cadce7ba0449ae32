/// Whether the complete list of its source still has a record.
public enum Presence: Hashable, Sendable {
  /// It is there, or no complete list says otherwise.
  case present
  /// No complete list has had it since this day; its own dates go on deciding.
  ///
  /// Of 159 days of the portal, 23 % of the records vanished and came back, and none went for good before its
  /// deadline.
  case missing(since: Day)
  /// It counts as taken back since this day: so many complete lists in a row were without it before its deadline.
  case withdrawn(on: Day)

  /// How many days with a complete list without it, before its deadline, make a missing record a withdrawn one.
  public static let withdrawingReadings = 3

  /// Since when no complete list has had it, where it is missing and not withdrawn.
  public var missingSince: Day? {
    if case .missing(let day) = self { day } else { nil }
  }

  /// Since when it counts as withdrawn.
  public var withdrawnOn: Day? {
    if case .withdrawn(let day) = self { day } else { nil }
  }
}
