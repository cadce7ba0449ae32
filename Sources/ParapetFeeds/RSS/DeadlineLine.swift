import ParapetModel

/// The deadlines that a line names, or several lines of one: which of its dates are deadlines, of which stage, and
/// which was put in the place of another.
struct DeadlineLine: Hashable {
  /// The deadlines in the order of the line, each with its stage where one is said.
  private(set) var deadlines: [Deadline] = []
  /// Whether it names a date that stands for none.
  let hasSentinel: Bool
  /// Whether it holds a date that could not be read.
  let hasMore: Bool
  /// Whether it names a date of any kind.
  let hasDates: Bool

  /// The deadlines of a line behind its label, which may name the stage of its first date.
  init(_ line: some StringProtocol, label: Substring = "") {
    let read = ProseDates(line)
    (hasSentinel, hasMore, hasDates) = (read.hasSentinel, read.hasMore, !read.dates.isEmpty)
    var (lead, start): ([String], Int) = ([], 0)
    let label = ProseWord.words(of: label).map(\.text)
    for (index, date) in read.dates.enumerated() {
      lead += read.words[start..<date.words.lowerBound].map(\.text)
      let limit = index + 1 < read.dates.count ? read.dates[index + 1].words.lowerBound : read.words.count
      let end = Self.end(of: date, before: limit, in: read.words)
      let trail = read.words[date.words.upperBound..<end].map(\.text)
      add(date, lead: lead, trail: trail, label: index == 0 ? label : [])
      (lead, start) = ([], end)
    }
  }

  /// Whether a line without a label can go on with the dates of the one before: it begins with a date.
  static func goesOn(_ line: some StringProtocol) -> Bool {
    let read = ProseDates(line)
    guard let first = read.dates.first else { return false }
    return read.words[..<first.words.lowerBound].allSatisfy { word in
      word.text.utf8.count <= 1 || stageWords.contains(word.text) || ProseDate.time(word.text) != nil
        || ProseDate.weekdays.contains(String(word.text.prefix(3))) || fillers.contains(word.text)
    }
  }

  /// What a label says of the deadlines of other lines: a new one stands in the place of all, a former one counts no
  /// more.
  enum Standing { case usual, instead, former }

  /// What a label such as `New deadline` says.
  static func standing(of label: some StringProtocol) -> Standing {
    let words = ProseWord.words(of: label).map(\.text)
    if words.contains(where: former.contains) { return .former }
    return words.contains(where: replaced.contains) ? .instead : .usual
  }

  /// Whether a label names a part of the deadlines that the line before began, such as `Second stage`.
  static func isPart(_ label: some StringProtocol) -> Bool {
    let words = ProseWord.words(of: label).map(\.text)
    return !words.isEmpty && words.count <= 4 && words.contains(where: stageWords.contains)
  }
}

extension DeadlineLine {
  private mutating func add(
    _ date: ProseDates.Occurrence, lead: [String], trail: [String], label: [String]
  ) {
    switch Self.role(of: lead) {
    case .other: return
    case .instead: if !deadlines.isEmpty { deadlines.removeLast() }
    case .deadline: break
    }
    let deadline = Deadline(
      day: date.day, time: date.time ?? Self.time(behind: trail) ?? Self.time(before: lead),
      stage: Self.stage(of: trail) ?? Self.stage(of: lead) ?? Self.stage(of: label))
    if !deadlines.contains(deadline) { deadlines.append(deadline) }
  }

  private enum Role { case deadline, instead, other }

  /// What the nearest word before a date says that it is; without one it is a deadline.
  private static func role(of lead: [String]) -> Role {
    for (index, word) in lead.enumerated().reversed() {
      if former.contains(word) { return .other }
      // "extended from" names the day that counts no more.
      if word == "from" || beginnings.contains(word) { return .other }
      if replaced.contains(word) { return .instead }
      if others.contains(word) { return .other }
      if ends.contains(word) {
        // "extended to": what is before tells whether it stands in another's place.
        let before = lead[..<index].suffix(3)
        return before.contains(where: replaced.contains) ? .instead : .deadline
      }
    }
    return .deadline
  }

  /// The word behind those that belong to a date: an hour and its zone, what stands in brackets, and, without a comma
  /// between, what goes up to the next.
  private static func end(of date: ProseDates.Occurrence, before limit: Int, in words: [ProseWord]) -> Int {
    var end = date.words.upperBound
    while end < limit, fillers.contains(words[end].text) { end += 1 }
    if end < limit, ProseDate.time(words[end].text) != nil {
      end += 1
      while end < limit, zoneWords.contains(words[end].text) { end += 1 }
    } else {
      end = date.words.upperBound
    }
    while end < limit, words[end].opensBracket,
      let close = words[end..<limit].firstIndex(where: \.closesBracket)
    {
      end = close + 1
    }
    guard end > 0, !words[end - 1].endsPart,
      let comma = words[end..<limit].firstIndex(where: \.endsPart)
    else { return limit == words.count ? limit : end }
    return comma + 1
  }

  /// The hour behind a date, where nothing or Brussels stands behind it.
  private static func time(behind trail: [String]) -> String? {
    guard let place = trail.firstIndex(where: { !fillers.contains($0) }),
      let time = ProseDate.time(trail[place])
    else { return nil }
    return isOfBrussels(trail[(place + 1)...]) ? time : nil
  }

  /// The hour before a date: `17:00 CET on 3 May 2026`.
  private static func time(before lead: [String]) -> String? {
    guard let place = lead.lastIndex(where: { ProseDate.time($0) != nil }) else { return nil }
    return isOfBrussels(lead[(place + 1)...].filter { !fillers.contains($0) }[...])
      ? ProseDate.time(lead[place]) : nil
  }

  private static func isOfBrussels(_ zone: ArraySlice<String>) -> Bool {
    guard let first = zone.first else { return true }
    return ProseDate.brusselsZones.contains(where: first.hasPrefix) || stageWords.contains(first)
      || links.contains(first)
  }

  /// The stage that some words name: `first stage`, `stage 2`, `full proposals`.
  private static func stage(of words: [String]) -> Int? {
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : ""
      let isStage = ["stage", "step", "phase"].contains
      if isStage(next), let number = numbers[word] { return number }
      if isStage(word), let number = numbers[next] { return number }
      if ["outline", "outlines", "pre-proposal", "pre-proposals"].contains(word) { return 1 }
      if word == "full", next.hasPrefix("proposal") || next.hasPrefix("application") { return 2 }
    }
    return nil
  }

  private static let numbers = [
    "first": 1, "1st": 1, "1": 1, "one": 1, "i": 1, "second": 2, "2nd": 2, "2": 2, "two": 2, "ii": 2,
  ]
  private static let links: Set<String> = ["and", "or", "&", "for"]
  private static let fillers: Set<String> = [
    "", "at", "on", "of", "the", "-", "–", "—", "and", "or", "&", "by",
  ]
  private static let zoneWords: Set<String> = [
    "brussels", "local", "time", "cet", "cest", "gmt", "utc", "hours", "h", "hrs", "noon",
  ]
  private static let stageWords: Set<String> = [
    "first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th", "stage", "step", "phase", "round",
    "cut-off",
    "cutoff", "cut-offs", "outline", "outlines", "full", "proposal", "proposals", "pre-proposal",
    "pre-proposals",
    "one", "two", "i", "ii", "iii", "deadline", "lot",
  ]
  private static let ends: Set<String> = [
    "until", "till", "to", "by", "before", "deadline", "deadlines", "closing", "closes", "close", "cut-off",
    "latest", "cutoff",
  ]
  private static let beginnings: Set<String> = [
    "opening", "opens", "opened", "open", "start", "starts", "starting", "launch", "launched", "since",
    "between",
  ]
  private static let replaced: Set<String> = [
    "extended", "postponed", "moved", "prolonged", "new", "changed", "now", "rescheduled", "extension",
  ]
  private static let former: Set<String> = [
    "previously", "initially", "originally", "original", "instead", "formerly", "was", "initial", "previous",
    "old",
  ]
  private static let others: Set<String> = [
    "info", "information", "webinar", "results", "result", "evaluation", "event", "workshop", "notification",
    "notified", "signature", "published", "publication", "updated", "update", "modified",
  ]
}
