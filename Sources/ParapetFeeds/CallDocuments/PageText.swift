import ParapetModel

/// A line of a page, without what runs along the head and the foot of every page.
struct PageLine: Hashable {
  /// The page, from 1.
  var page: Int
  /// The line as it stands, its columns kept by blanks.
  var text: String
  /// Whether there is nothing in the line before it.
  var followsBlank: Bool

  /// How many blanks it begins with.
  var indent: Int { text.prefix { $0 == " " }.count }
  /// Its words, white space folded.
  var folded: String { text.folded }
}

/// The text of a document: its lines in order, and the footnotes of each page.
struct PageText {
  /// The lines of all pages, footnotes and running heads left out.
  private(set) var lines: [PageLine] = []
  /// What runs along the head and the foot of the pages, each once.
  private(set) var heads: [String] = []
  /// The footnotes of each page by their numbers.
  private(set) var notes: [Int: [Int: String]] = [:]

  init(_ pages: [String]) {
    let split = pages.map { page in
      page.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ").replacing("\u{FEFF}", with: "")
        .split(separator: "\n", omittingEmptySubsequences: false).map(PageText.untabbed)
    }
    let running = PageText.runningLines(split)
    var seen: Set<String> = []
    for line in split.joined() where running.contains(PageText.pattern(line)) {
      if seen.insert(PageText.pattern(line)).inserted { heads.append(line.folded) }
    }
    let counted = PageText.countFrom(split)
    var lastNote = 0
    for (index, page) in split.enumerated() {
      let page = page.filter { !PageText.isWatermark($0) }
      let body = PageText.withoutRunning(page, running, number: counted.map { index + $0 })
      let (kept, found) = PageText.withoutNotes(body, after: lastNote)
      if let last = found.keys.max() { lastNote = last }
      notes[index + 1] = found
      var followsBlank = true
      for line in kept {
        if line.allSatisfy({ $0 == " " }) {
          followsBlank = true
          continue
        }
        lines.append(PageLine(page: index + 1, text: line, followsBlank: followsBlank))
        followsBlank = false
      }
    }
  }

  private static func untabbed(_ line: Substring) -> String {
    var line = String(line.replacing("\t", with: "    "))
    while let last = line.last, last == " " || last == "\r" { line.removeLast() }
    return line
  }

  // MARK: heads and feet

  /// How many lines of a page's head and foot are looked at.
  private static let edge = 4

  /// A line with its figures left out, by which the foot of one page is that of the next.
  private static func pattern(_ line: String) -> String {
    line.filter { !$0.isNumber }.folded
  }

  /// What stands at the head or foot of more than half of the pages.
  private static func runningLines(_ pages: [[String]]) -> Set<String> {
    guard pages.count >= 3 else { return [] }
    var counts: [String: Int] = [:]
    for page in pages {
      let stated = page.filter { !$0.allSatisfy { $0 == " " } }
      let edges = Set((stated.prefix(edge) + stated.suffix(edge)).map(pattern))
      for line in edges where !line.isEmpty { counts[line, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value * 2 > pages.count }.keys)
  }

  /// The number of the first page, where numbers that stand alone at the edge of more than half of the pages count them.
  private static func countFrom(_ pages: [[String]]) -> Int? {
    guard pages.count >= 3 else { return nil }
    var counts: [Int: Int] = [:]
    for (index, page) in pages.enumerated() {
      let stated = page.filter { !$0.allSatisfy { $0 == " " } }
      let edges = [stated.first, stated.last].compactMap { $0?.folded }.filter { $0.utf8.count <= 4 }
      for first in Set(edges.compactMap { Int($0) }.map { $0 - index }) { counts[first, default: 0] += 1 }
    }
    return counts.filter { $0.value * 2 > pages.count }.keys.min()
  }

  private static func withoutRunning(_ page: [String], _ running: Set<String>, number: Int?) -> [String] {
    var page = page
    let number = number.map { String($0) }
    func isBlank(_ line: String) -> Bool { line.allSatisfy { $0 == " " } }
    func isRunning(_ line: String) -> Bool {
      running.contains(pattern(line)) || isPageNumber(line) || line.folded == number
    }
    var looked = 0
    while let first = page.first, isBlank(first) || (looked < edge && isRunning(first)) {
      if !isBlank(first) { looked += 1 }
      page.removeFirst()
    }
    looked = 0
    while let last = page.last, isBlank(last) || (looked < edge && isRunning(last)) {
      if !isBlank(last) { looked += 1 }
      page.removeLast()
    }
    return page
  }

  /// `12`, `- 12 -`, `Page 12 of 40`, `12/40`, alone on a line at an edge and far from the margin.
  private static func isPageNumber(_ line: String) -> Bool {
    let words = line.lowercased().filter { $0 != "-" && $0 != "–" && $0 != "|" }.folded
    guard words.utf8.count <= 24, words.contains(where: \.isNumber) else { return false }
    let rest = words.filter { !$0.isNumber && $0 != "/" }.folded
    return (rest.isEmpty && line.hasPrefix("        ")) || rest == "page" || rest == "page of"
  }

  /// The letters of DRAFT, which stand across a page one by one.
  private static func isWatermark(_ line: String) -> Bool {
    let word = line.folded
    return (1...5).contains(word.utf8.count) && word != "A" && "DRAFT".contains(word)
  }

  // MARK: footnotes

  /// A page without the footnotes at its foot, which begin with a number that is alone on its line, or that is the
  /// next and stands in front of words while it also stands in the text above.
  private static func withoutNotes(_ page: [String], after last: Int) -> ([String], [Int: String]) {
    guard let start = notesStart(page, after: last) else { return (page, [:]) }
    var found: [Int: String] = [:]
    var current: Int?
    for line in page[start...] {
      let words = line.folded
      guard !words.isEmpty else { continue }
      if let number = leadingNumber(words), number.value <= last + 60,
        current.map({ number.value == $0 + 1 }) ?? true
      {
        current = number.value
        found[number.value] = number.rest
      } else if let number = current, let text = found[number] {
        found[number] = text.isEmpty ? words : text + " " + words
      }
    }
    return (Array(page[..<start]), found)
  }

  private static func notesStart(_ page: [String], after last: Int) -> Int? {
    for index in page.indices {
      let line = page[index]
      guard let number = leadingNumber(line.folded), line.prefix(while: { $0 == " " }).count <= 6,
        number.value > last, number.value <= last + 60
      else { continue }
      if number.rest.isEmpty {
        guard let next = page[(index + 1)...].first(where: { !$0.allSatisfy { $0 == " " } }) else { continue }
        if next.prefix(while: { $0 == " " }).count >= 4 { return index }
      } else if number.value == last + 1 || last == 0,
        page[..<index].contains(where: { isMarked($0, by: number.value) })
      {
        return index
      }
    }
    return nil
  }

  private static func leadingNumber(_ words: String) -> (value: Int, rest: String)? {
    let digits = words.prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(digits.utf8.count), let value = Int(digits), value > 0 else { return nil }
    let rest = words.dropFirst(digits.count)
    // `27` alone, `27 The list`, and `27The list` of programs that set no blank.
    guard let next = rest.first else { return (value, "") }
    guard next == " " || next.isUppercase else { return nil }
    return (value, String(next == " " ? rest.dropFirst() : rest))
  }

  /// Whether a word of a line has the number stuck to its end.
  private static func isMarked(_ line: String, by number: Int) -> Bool {
    line.split(separator: " ").contains { PassageWord.mark(String($0), among: [number]) != nil }
  }
}
