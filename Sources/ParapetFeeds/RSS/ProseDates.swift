import ParapetModel

/// The dates that a line of English prose names: `10 February, 5 May and 3 November 2026 17:00`.
///
/// A date without a year takes that of the next one that has it, and a day without a month likewise; what can be two
/// days, such as `03/04/2026`, is none.
struct ProseDates: Hashable {
  /// One date, and the words that it takes.
  struct Occurrence: Hashable {
    var day: Day
    /// The hour, where it is written into the date itself.
    var time: String?
    var words: Range<Int>
  }

  /// The words of the line.
  let words: [ProseWord]
  /// The dates in their order.
  private(set) var dates: [Occurrence] = []
  /// Whether a date stands there that stands for none, such as one in 2099.
  private(set) var hasSentinel = false
  /// Whether something stands there that looks like a date and could not be read as one.
  private(set) var hasMore = false

  /// The dates of a line.
  init(_ line: some StringProtocol) {
    words = ProseWord.words(of: line)
    var pending: [Partial] = []
    var index = 0
    while index < words.count {
      guard let (found, count) = partial(at: index) else {
        index += 1
        continue
      }
      pending.append(contentsOf: bareDays(before: index))
      pending.append(
        Partial(
          day: found.day, month: found.month, year: found.year, time: found.time, words: index..<index + count
        ))
      index += count
      if found.year != nil { settle(&pending) }
    }
    settleByYearBefore(&pending)
    hasMore = hasMore || !pending.isEmpty || hasUnreadYear
  }
}

extension ProseDates {
  private struct Partial {
    var day: Int
    var month: Int?
    var year: Int?
    var time: String?
    var words: Range<Int>
  }

  /// A date that begins at a word, and how many words it takes.
  private func partial(at index: Int) -> (Partial, Int)? {
    let here = 0..<0
    if let deadline = numeric(words[index].text) {
      let (year, month, number) = deadline.day.components
      return (Partial(day: number, month: month, year: year, time: deadline.time, words: here), 1)
    }
    var next = index + 1
    if let day = words[index].dayOfMonth {
      if next < words.count, words[next].text == "of" { next += 1 }
      guard next < words.count, let month = words[next].month else { return nil }
      next += 1
      let year = next < words.count ? words[next].year : nil
      return (Partial(day: day, month: month, year: year, words: here), next - index + (year == nil ? 0 : 1))
    }
    guard let month = words[index].month, next < words.count, let day = words[next].dayOfMonth else {
      return nil
    }
    // Of "May 10 June 2026" the day belongs to the month behind it.
    if next + 1 < words.count, words[next + 1].month != nil { return nil }
    let year = next + 1 < words.count ? words[next + 1].year : nil
    return (Partial(day: day, month: month, year: year, words: here), year == nil ? 2 : 3)
  }

  /// The day of `2026-02-10`, `10.02.2026` or `31/12/2026`; of `03/04/2026` nobody knows which it is.
  private func numeric(_ word: String) -> Deadline? {
    if word.contains("-"), case .day(let deadline) = FeedDate(word.uppercased()) { return deadline }
    return numericDay(word).map { Deadline(day: $0) }
  }

  private func numericDay(_ word: String) -> Day? {
    let parts = word.split(omittingEmptySubsequences: false) { "./-".contains($0) }
    guard parts.count == 3 else { return nil }
    if let year = ProseWord.number(parts[0], of: 4...4), let month = ProseWord.number(parts[1], of: 1...2),
      let day = ProseWord.number(parts[2], of: 1...2)
    {
      return Day(year: year, month: month, day: day)
    }
    guard let first = ProseWord.number(parts[0], of: 1...2),
      let second = ProseWord.number(parts[1], of: 1...2),
      let year = ProseWord.number(parts[2], of: 4...4)
    else { return nil }
    let isDayFirst = !word.contains("/") || first > 12 || first == second
    guard isDayFirst || second > 12 else { return nil }
    return isDayFirst
      ? Day(year: year, month: second, day: first) : Day(year: year, month: first, day: second)
  }

  /// The days of `10, 17 and 24 February` that stand before the last.
  private func bareDays(before index: Int) -> [Partial] {
    var found: [Partial] = []
    var end = index
    while end > 0 {
      let isLinked = Self.links.contains(words[end - 1].text)
      let place = isLinked ? end - 2 : end - 1
      guard place >= 0, isLinked || words[place].endsPart, let day = words[place].dayOfMonth,
        place == 0 || !Self.counted.contains(words[place - 1].text)
      else { break }
      found.insert(Partial(day: day, month: nil, year: nil, words: place..<place + 1), at: 0)
      end = place
    }
    return found
  }

  /// Gives a year to the dates before the last one, which states it.
  private mutating func settle(_ pending: inout [Partial]) {
    guard let last = pending.last, let year = last.year, let month = last.month else { return }
    for partial in pending {
      let month = partial.month ?? month
      // A later month before one of next year says of no year which it is.
      guard let day = Day(year: year, month: month, day: partial.day),
        (month, partial.day) <= (last.month ?? month, last.day)
      else {
        hasMore = true
        continue
      }
      add(day, partial)
    }
    pending = []
  }

  /// The dates of `Deadlines 2026: 10 February, 5 May` take the year before them.
  private mutating func settleByYearBefore(_ pending: inout [Partial]) {
    guard let first = pending.first else { return }
    let years = Set(words[..<first.words.lowerBound].compactMap(\.year))
    guard dates.isEmpty, years.count == 1, let year = years.first else { return }
    for partial in pending {
      guard let month = partial.month, let day = Day(year: year, month: month, day: partial.day) else {
        hasMore = true
        continue
      }
      add(day, partial)
    }
    pending = []
  }

  private mutating func add(_ day: Day, _ partial: Partial) {
    guard FeedDate.years.contains(day.components.year) else {
      hasSentinel = true
      return
    }
    dates.append(Occurrence(day: day, time: partial.time, words: partial.words))
  }

  /// Whether a year stands behind a month or a stroke that no date has taken.
  private var hasUnreadYear: Bool {
    words.indices.contains { index in
      guard !dates.contains(where: { $0.words.contains(index) }) else { return false }
      let word = words[index]
      if let year = word.year {
        return FeedDate.years.contains(year) && index > 0 && words[index - 1].month != nil
      }
      let parts = word.text.split { "./-".contains($0) }
      return parts.count == 3 && parts.allSatisfy { ProseWord.number($0, of: 1...4) != nil }
    }
  }

  private static let links: Set<String> = ["and", "or", "&"]
  /// Words behind which a number counts something else than days.
  private static let counted: Set<String> = [
    "stage", "phase", "step", "lot", "round", "cut-off", "cutoff", "call", "strand", "topic", "part", "no",
  ]
}
