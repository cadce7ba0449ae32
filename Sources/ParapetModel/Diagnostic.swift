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

    /// A place in a file.
    public init(file: String, line: Int? = nil, column: Int? = nil, path: String? = nil) {
      self.file = file
      self.line = line
      self.column = column
      self.path = path
    }
  }

  /// A stable name for the kind of finding, such as `unknown-measure`.
  public var id: String
  /// How much it matters.
  public var severity: Severity
  /// Where it is.
  public var place: Place
  /// What is wrong, in the words of the person who wrote the input.
  public var message: String
  /// What to do about it.
  public var suggestion: String?
  /// The line of the input that it is about.
  public var excerpt: String?

  /// A finding at a place.
  public init(
    _ severity: Severity, id: String, at place: Place, _ message: String, suggestion: String? = nil,
    excerpt: String? = nil
  ) {
    self.severity = severity
    self.id = id
    self.place = place
    self.message = message
    self.suggestion = suggestion
    self.excerpt = excerpt
  }

  /// The word of a list that a misspelt word most likely stands for, or nothing where none is near.
  ///
  /// Near means at most a third of the letters wrong (Damerau–Levenshtein, adjacent letters swapped count once).
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    guard !letters.isEmpty, letters.count <= 64 else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let distance = editDistance(letters, Array(candidate.lowercased().unicodeScalars))
      guard distance <= max(1, letters.count / 3) else { continue }
      if let found = best, (found.distance, found.candidate) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.candidate
  }

  private static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for (column, other) in right.enumerated() {
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (scalar == other ? 0 : 1))
        if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
