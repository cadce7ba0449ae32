import ParapetModel

/// A day as a person wrote it.
enum DayText: Hashable {
  /// One day, and whether it is written as the contract writes days.
  case day(Day, isPlain: Bool)
  /// Two days: day before month, or month before day.
  case twoOrders(dayFirst: Day, monthFirst: Day)
  /// A day whose year has two digits.
  case twoDigitYear([Day])
  /// A year or month without its day, with its first and last day.
  case span(first: Day, last: Day)
  /// The number under which spreadsheets keep a day.
  case serial(Day)
  /// A day with a time of day.
  case timed(Day)
  /// A day that the calendar does not have.
  case noSuchDay
  /// Anything else.
  case notADay

  /// What a text means, whatever its neighbours and its country.
  init(_ text: String) {
    if let day = Day(text) {
      self = .day(day, isPlain: true)
      return
    }
    let (date, time) = DayText.withoutTime(text)
    let read = DayText.read(date)
    switch (read, time) {
    case (_, .none), (_, .midnight): self = read
    case (.day(let day, _), .other): self = .timed(day)
    case (_, .other): self = .notADay
    }
  }

  /// The order of day and month that a text of figures shows by itself, or nothing where it shows none.
  static func order(of text: String) -> DayOrder? {
    // The year comes first in what is plain, as nearly all of it is.
    guard Day(text) == nil else { return nil }
    guard let figures = figures(of: withoutTime(text).date), figures.count == 3, figures[0].count <= 2,
      figures[2].count == 4, let one = Int(figures[0]), let other = Int(figures[1])
    else { return nil }
    if one > 12, (1...12).contains(other) { return .dayFirst }
    return other > 12 && (1...12).contains(one) ? .monthFirst : nil
  }

  private static func read(_ text: String) -> DayText {
    if let figures = figures(of: text) { return read(figures, dotted: text.contains(".")) }
    return words(text)
  }

  /// Groups of figures with one kind of mark between them.
  private static func figures(of text: String) -> [String]? {
    var text = text
    // Hungarian and German put a point behind the last figure, too.
    if text.last == "." { text.removeLast() }
    let marks = Set(text.filter { !$0.isFigure && !$0.isWhitespace })
    guard marks.count <= 1, marks.allSatisfy({ "/.-–".contains($0) }) else { return nil }
    let figures = text.split { !$0.isFigure }.map(String.init)
    guard (1...3).contains(figures.count), figures.allSatisfy({ $0.utf8.count <= 6 }) else { return nil }
    // Marks alone, twice in a row or in front are no date.
    let count = text.count { marks.contains($0) }
    guard marks.isEmpty ? figures.count == 1 || figures.count == 3 : count == figures.count - 1,
      text.first.map({ $0.isFigure }) == true
    else { return nil }
    return figures
  }

  private static func read(_ figures: [String], dotted: Bool) -> DayText {
    let numbers = figures.compactMap { Int($0) }
    let lengths = figures.map(\.utf8.count)
    switch lengths {
    case [4]: return span(year: numbers[0], month: nil)
    case [5]: return serial(numbers[0])
    case [1, 4], [2, 4]: return span(year: numbers[1], month: numbers[0])
    case [4, 1], [4, 2]: return span(year: numbers[0], month: numbers[1])
    default: break
    }
    guard lengths.count == 3 else { return .notADay }
    if lengths[0] == 4, lengths[1] <= 2, lengths[2] <= 2 {
      return one(Day(year: numbers[0], month: numbers[1], day: numbers[2]))
    }
    guard lengths[0] <= 2, lengths[1] <= 2 else { return .notADay }
    if lengths[2] == 2 { return twoDigits(numbers, dotted: dotted) }
    guard lengths[2] == 4 else { return .notADay }
    let dayFirst = Day(year: numbers[2], month: numbers[1], day: numbers[0])
    // Nobody who puts points between them writes the month first.
    if dotted { return one(dayFirst) }
    let monthFirst = Day(year: numbers[2], month: numbers[0], day: numbers[1])
    guard let dayFirst, let monthFirst, dayFirst != monthFirst else { return one(dayFirst ?? monthFirst) }
    return .twoOrders(dayFirst: dayFirst, monthFirst: monthFirst)
  }

  private static func one(_ day: Day?) -> DayText { day.map { .day($0, isPlain: false) } ?? .noSuchDay }

  private static func twoDigits(_ numbers: [Int], dotted: Bool) -> DayText {
    var days: [Day?] = [Day(year: 2000 + numbers[2], month: numbers[1], day: numbers[0])]
    if !dotted {
      days.append(Day(year: 2000 + numbers[2], month: numbers[0], day: numbers[1]))
      days.append(Day(year: 2000 + numbers[0], month: numbers[1], day: numbers[2]))
    }
    var found: [Day] = []
    for day in days.compactMap(\.self) where !found.contains(day) { found.append(day) }
    return .twoDigitYear(found)
  }

  private static func span(year: Int, month: Int?) -> DayText {
    guard (1...12).contains(month ?? 1), let first = Day(year: year, month: month ?? 1, day: 1),
      let next = Day(
        year: month == nil || month == 12 ? year + 1 : year, month: month.map { $0 % 12 + 1 } ?? 1, day: 1)
    else { return .notADay }
    return .span(first: first, last: next.adding(days: -1))
  }

  /// The day of a number by which spreadsheets count from 1900; years outside 2000 to 2098 are no such thing.
  private static func serial(_ number: Int) -> DayText {
    guard (36_526...72_686).contains(number), let start = Day(year: 1899, month: 12, day: 30) else {
      return .notADay
    }
    return .serial(start.adding(days: number))
  }

  private enum Time { case none, midnight, other }

  /// The text without a time of day behind it.
  private static func withoutTime(_ text: String) -> (date: String, time: Time) {
    guard let colon = text.firstIndex(of: ":") else { return (text, .none) }
    let head = text[..<colon]
    guard let start = head.lastIndex(where: { $0 == "T" || $0.isWhitespace }) else { return (text, .none) }
    let time = text[text.index(after: start)...]
    let digits = time.filter { $0.isFigure }
    let isTime = time.allSatisfy { $0.isFigure || ":.Z+APMapm ".contains($0) }
    guard isTime, digits.count <= 15 else { return (text, .none) }
    let isMidnight = digits.allSatisfy { $0 == "0" }
    return (String(text[..<start]).trimmed, isMidnight ? .midnight : .other)
  }

  /// A date with the month in words: `1er mars 2027`, `March 1, 2027`, `1. März 2027`, `1 de marzo de 2027`.
  private static func words(_ text: String) -> DayText {
    var parts = text.split { $0.isWhitespace || $0 == "," || $0 == "-" || $0 == "/" || $0 == "–" }.map(
      String.init)
    parts.removeAll { ["de", "del", "of", "the", "le", "den", "dnia", "r."].contains($0.lowercased()) }
    // `1.März2027` and `1.marzo.2027` have points in place of blanks.
    if parts.count < 3 { parts = parts.flatMap { $0.split(separator: ".").map(String.init) } }
    let months = parts.indices.filter { MonthNames.number(of: parts[$0]) != nil }
    guard let place = months.first, months.count == 1, let month = MonthNames.number(of: parts[place]) else {
      return .notADay
    }
    let rest = parts.indices.filter { $0 != place }.map { figure(parts[$0]) }
    let figures = rest.compactMap(\.self)
    guard figures.count == rest.count else { return .notADay }
    if figures.count == 1, figures[0].count == 4, let year = Int(figures[0]) {
      return span(year: year, month: month)
    }
    guard figures.count == 2, let one = Int(figures[0]), let other = Int(figures[1]) else { return .notADay }
    switch (figures[0].count, figures[1].count) {
    case (1...2, 4): return self.one(Day(year: other, month: month, day: one))
    case (4, 1...2): return self.one(Day(year: one, month: month, day: other))
    case (1...2, 2):
      return .twoDigitYear([Day(year: 2000 + other, month: month, day: one)].compactMap(\.self))
    default: return .notADay
    }
  }

  /// The figures of a day or year, without the letters that make an ordinal number of it.
  private static func figure(_ word: String) -> String? {
    let digits = word.prefix { $0.isFigure }
    let ending = word[digits.endIndex...].lowercased().filter { $0 != "." }
    guard !digits.isEmpty, ["", "er", "st", "nd", "rd", "th", "º", "°", "e", "ste"].contains(ending) else {
      return nil
    }
    return String(digits)
  }
}
