/// One thing a person should know about an input: where it is, what is wrong, and what to do.
///
/// Diagnostics are collected, never thrown. Their order is the order of the input.
public struct Diagnostic: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Hashable, Sendable, Comparable {
    /// Something to look at; nothing was refused.
    case warning
    /// Something was refused.
    case error

    /// Whether the left matters less.
    public static func < (left: Severity, right: Severity) -> Bool { left == .warning && right == .error }
  }

  /// A place in an input, counted from 1 as editors do; columns count Unicode scalars.
  public struct Place: Hashable, Sendable {
    /// The file or address, as the person named it.
    public var file: String
    /// The line, or nothing for the whole file.
    public var line: Int?
    /// The column, or nothing for the whole line.
    public var column: Int?
    /// The path of the value inside a JSON document, such as `$.results[3].metadata`.
    public var path: String?
    /// The sheet of a workbook, of which line and column then count the rows and columns.
    public var sheet: String?

    /// A place in a file.
    public init(
      file: String, line: Int? = nil, column: Int? = nil, path: String? = nil, sheet: String? = nil
    ) {
      self.file = file
      self.line = line
      self.column = column
      self.path = path
      self.sheet = sheet
    }

    /// The file and, in a workbook, the sheet and the cell as spreadsheets name it: `items.xlsx!Items!C14`.
    public var name: String {
      guard let sheet else { return file }
      guard let line else { return file + "!" + sheet }
      return file + "!" + sheet + "!" + (column.map(Place.letters) ?? "") + String(line)
    }

    /// The letters by which spreadsheets name a column: A to Z, then AA.
    private static func letters(of column: Int) -> String {
      var rest = column
      var letters = ""
      while rest > 0 {
        let (before, letter) = (rest - 1).quotientAndRemainder(dividingBy: 26)
        letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(letter))) + letters
        rest = before
      }
      return letters
    }
  }

  /// A stable name for the kind of finding, such as `unknown-measure`.
  public var id: String
  /// How much it matters.
  public var severity: Severity
  /// Where it is.
  public var place: Place
  /// What is wrong, in the words of the person who wrote the input.
  public var said: Message
  /// What to do about it.
  public var advice: Message?
  /// The line of the input that it is about.
  public var excerpt: String?

  /// A finding at a place.
  public init(
    _ severity: Severity, id: String, at place: Place, _ message: String, suggestion: String? = nil,
    excerpt: String? = nil
  ) {
    self.init(
      severity, id: id, at: place, Message(message), suggestion: suggestion.map { Message($0) },
      excerpt: excerpt)
  }

  /// A finding at a place, in all languages.
  public init(
    _ severity: Severity, id: String, at place: Place, _ said: Message, suggestion advice: Message? = nil,
    excerpt: String? = nil
  ) {
    self.severity = severity
    self.id = id
    self.place = place
    self.said = said
    self.advice = advice
    self.excerpt = excerpt
  }

  /// What is wrong, in English.
  public var message: String { said.english }

  /// What to do about it, in English.
  public var suggestion: String? { advice?.english }

  /// The word of a list that a misspelt word most likely stands for, or nothing where none is near.
  ///
  /// Near means at most a third of the letters wrong (Damerau–Levenshtein, adjacent letters swapped count once).
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    guard !letters.isEmpty, letters.count <= 64 else { return nil }
    // At most every third letter may differ, and none but the best counts.
    var most = max(1, letters.count / 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let others = Array(candidate.lowercased().unicodeScalars)
      guard let distance = editDistance(letters, others, atMost: most) else { continue }
      if let found = best, (found.distance, found.candidate) <= (distance, candidate) { continue }
      best = (distance, candidate)
      most = distance
    }
    return best?.candidate
  }

  /// How many letters have to be put in, taken out, replaced or exchanged with their neighbour to make one word of the
  /// other, or nothing where that is more than a bound.
  package static func editDistance(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost bound: Int
  ) -> Int? {
    guard abs(left.count - right.count) <= bound else { return nil }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = beforeLast
    var leastOfLast = 0
    for (row, scalar) in left.enumerated() {
      current[0] = row + 1
      var least = row + 1
      for (column, other) in right.enumerated() {
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (scalar == other ? 0 : 1))
        if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current[column + 1] = cost
        least = min(least, cost)
      }
      // What follows is built on these two rows alone, and never becomes less.
      if least > bound, leastOfLast > bound { return nil }
      leastOfLast = least
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count] <= bound ? last[right.count] : nil
  }
}
