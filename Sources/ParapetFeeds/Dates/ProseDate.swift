import ParapetModel

/// A date as texts and RSS write it: `Thu, 26 Sep 2024 17:00:00 (Brussels local time)`.
///
/// The day is the day as written. An hour counts where nothing or Brussels stands behind it; of any other zone
/// only the day is believed, as with the portal's stamps, and midnight is a day without an hour.
enum ProseDate: Hashable {
  /// A day, with a time where one is stated.
  case day(Deadline)
  /// Words that say that there is no deadline, such as `Ongoing`.
  case rolling
  /// A day that stands for "none".
  case sentinel
  /// Anything else.
  case unreadable

  /// The date that a text states.
  init(_ text: String) {
    guard text.utf8.count <= Self.longest else {
      self = .unreadable
      return
    }
    switch FeedDate(text) {
    case .day(let deadline):
      self = .day(deadline)
      return
    case .sentinel:
      self = .sentinel
      return
    case .unreadable: break
    }
    var words = text.split { $0.isWhitespace || $0 == "," || $0 == "(" || $0 == ")" }.map { $0.lowercased() }
    if Self.rollingWords.contains(words.joined(separator: " ")) {
      self = .rolling
      return
    }
    if let first = words.first, Self.weekdays.contains(String(first.prefix(3))), first.allSatisfy(\.isLetter)
    {
      words.removeFirst()
    }
    guard words.count >= 3 else {
      self = .unreadable
      return
    }
    switch FeedDate(words[..<3].joined(separator: " ")) {
    case .day(var deadline):
      let clock = words.dropFirst(3).drop { $0 == "at" || $0 == "-" || $0 == "–" }
      let zone = clock.dropFirst().joined(separator: " ")
      if zone.isEmpty || Self.brusselsZones.contains(where: zone.hasPrefix) {
        deadline.time = clock.first.flatMap(Self.time)
      }
      self = .day(deadline)
    case .sentinel: self = .sentinel
    case .unreadable: self = .unreadable
    }
  }

  /// The longest text that is looked at.
  private static let longest = 200

  /// The hour of `17:00` or `17:00:00`; midnight is none.
  static func time(_ word: String) -> String? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 2 }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour),
      (0..<60).contains(minute),
      hour + minute > 0
    else { return nil }
    return parts[0] + ":" + parts[1]
  }

  static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  static let brusselsZones = ["brussels", "cet", "cest"]
  private static let rollingWords: Set<String> = [
    "permanent", "ongoing", "open", "rolling", "open-ended", "continuous", "no deadline",
  ]
}
