import ParapetModel

/// When applications are taken, as Spanish prose says it: `finalizará a las 14:00 horas del 25 de abril de 2024`.
///
/// A period that is counted from the publication is counted in calendar days and months only (Ley 39/2015, Art.
/// 30): working days depend on holidays of the State, the region and the town, so that a period in them stays
/// undecided, and so does one in mere days, which by that article are working days.
struct SpanishPeriod: Hashable {
  /// The first day, where it is stated.
  private(set) var opening: Day?
  /// The last days, in order.
  private(set) var deadlines: [Deadline] = []

  /// The period that a text states which was published on a day.
  init(_ text: String, published: Day?) {
    let words = text.lowercased().words.prefix(Self.words).map { word in
      Word(text: word.trimmingMarks, endsSentence: word.utf8.last == UInt8(ascii: ".") && word.count > 4)
    }
    let dates = Self.dates(in: words)
    var last = 0
    for date in dates {
      let role = Self.role(of: date, since: last, among: words, isOnly: dates.count == 1)
      switch role {
      case .opening: opening = opening ?? date.day
      case .deadline(let start):
        let time = Self.time(in: words[start..<date.start]) ?? Self.time(in: words[date.end...].prefix(6))
        let deadline = Deadline(day: date.day, time: time)
        if deadlines.count < Self.most, !deadlines.contains(deadline) { deadlines.append(deadline) }
      case nil: break
      }
      last = date.end
    }
    if let published { count(from: published, in: words) }
    deadlines.sort()
  }

  /// The words of a section that are looked at, and the deadlines that are kept.
  private static let words = 2000
  private static let most = 16
}

extension SpanishPeriod {
  private struct Word {
    var text: String
    var endsSentence: Bool
  }

  private struct Occurrence {
    var day: Day
    var start: Int
    var end: Int
  }

  private enum Role {
    case opening
    /// The end, and the word from which on the hour may stand.
    case deadline(Int)
  }

  /// The dates with a year: `25 de abril de 2024`, `25/04/2024`.
  private static func dates(in words: [Word]) -> [Occurrence] {
    var dates: [Occurrence] = []
    var index = 0
    while index < words.count {
      // Both begin with a figure, which one word in thirty has.
      guard words[index].text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
        index += 1
        continue
      }
      if let day = numeric(words[index].text) {
        dates.append(Occurrence(day: day, start: index, end: index + 1))
      } else if index + 4 < words.count, words[index + 1].text == "de",
        let month = months.firstIndex(of: words[index + 2].text),
        ["de", "del"].contains(words[index + 3].text),
        let number = Int(words[index].text), let year = Int(words[index + 4].text),
        let day = Day(year: year, month: month + 1, day: number), FeedDate.years.contains(year)
      {
        dates.append(Occurrence(day: day, start: index, end: index + 5))
        index += 4
      }
      index += 1
    }
    return dates
  }

  private static func numeric(_ word: String) -> Day? {
    let parts = word.split { $0 == "/" || $0 == "-" }.map(String.init)
    guard parts.count == 3, parts[2].utf8.count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
      let year = Int(parts[2]), FeedDate.years.contains(year)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// What the nearest word before a date says that it is; a date alone in its section is the end.
  private static func role(of date: Occurrence, since last: Int, among words: [Word], isOnly: Bool) -> Role? {
    for index in stride(from: date.start - 1, through: max(last, date.start - 25), by: -1) {
      let word = words[index].text
      if ends.contains(where: word.hasPrefix) || (word == "al" && index == date.start - 1) {
        return .deadline(index)
      }
      if beginnings.contains(where: word.hasPrefix) { return .opening }
    }
    return isOnly ? .deadline(date.start) : nil
  }

  /// The hour of `14:00 horas`, `14.00 h` or `las 14 horas`; midnight is none.
  private static func time(in words: ArraySlice<Word>) -> String? {
    for (index, word) in zip(words.indices, words) {
      let isNamed = index + 1 < words.endIndex && ["horas", "h", "hs"].contains(words[index + 1].text)
      let parts = word.text.split { $0 == ":" || (isNamed && $0 == ".") }.map(String.init)
      guard parts.count == 2 || (parts.count == 1 && isNamed), let hour = Int(parts[0]),
        (0..<24).contains(hour),
        let minute = parts.count == 2 ? Int(parts[1]) : 0, (0..<60).contains(minute), hour + minute > 0,
        parts.count == 1 || parts[1].utf8.count == 2
      else { continue }
      return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }
    return nil
  }

  /// Adds what the text counts from the publication: the day after it, and so many days or months.
  private mutating func count(from published: Day, in words: [Word]) {
    for texts in Self.sentences(of: words) {
      guard texts.contains("publicación"), texts.contains("siguiente") else { continue }
      opening = opening ?? published.adding(days: 1)
      guard deadlines.isEmpty else { continue }
      for (index, unit) in texts.enumerated().dropFirst() {
        let isTens = index > 1 && texts[index - 2] == "y" && Int(texts[index - 1]) == nil
        guard !isTens, let count = Int(texts[index - 1]) ?? Self.numbers[texts[index - 1]],
          (1...400).contains(count)
        else { continue }
        let next = index + 1 < texts.count ? texts[index + 1] : ""
        if unit == "días", next == "naturales" {
          deadlines = [Deadline(day: published.adding(days: count))]
        } else if unit == "mes" || unit == "meses", let day = published.adding(months: count) {
          deadlines = [Deadline(day: day)]
        }
        if !deadlines.isEmpty { break }
      }
    }
  }

  /// The words of each sentence, the last one too.
  private static func sentences(of words: [Word]) -> [[String]] {
    var sentences: [[String]] = [[]]
    for word in words {
      sentences[sentences.count - 1].append(word.text)
      if word.endsSentence { sentences.append([]) }
    }
    return sentences
  }

  private static let ends = [
    "finaliz", "hasta", "conclu", "termin", "venc", "cierr", "acab", "antes", "expir",
  ]
  private static let beginnings = ["comenz", "comienz", "inici", "desde", "abr", "partir"]
  private static let months = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
    "noviembre", "diciembre",
  ]
  private static let numbers = [
    "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8,
    "nueve": 9, "diez": 10, "quince": 15, "veinte": 20, "veinticinco": 25, "treinta": 30, "cuarenta": 40,
    "cincuenta": 50, "sesenta": 60, "noventa": 90,
  ]
}

extension Substring {
  fileprivate var trimmingMarks: String {
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.isMark }),
      let last = scalars.lastIndex(where: { !$0.isMark })
    else { return "" }
    return String(self[start...last])
  }
}

extension Unicode.Scalar {
  fileprivate var isMark: Bool {
    switch self {
    case ",", ".", ";", ":", "(", ")", "«", "»", "\"", "“", "”": true
    default: false
    }
  }
}

extension Day {
  /// The same day so many months later, or the last of that month where it has no such day.
  fileprivate func adding(months: Int) -> Day? {
    let (year, month, day) = components
    let (years, index) = (month - 1 + months).quotientAndRemainder(dividingBy: 12)
    return stride(from: day, through: 1, by: -1).lazy.compactMap {
      Day(year: year + years, month: index + 1, day: $0)
    }.first
  }
}
