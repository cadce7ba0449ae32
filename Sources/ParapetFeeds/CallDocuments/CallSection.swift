import ParapetModel

/// A numbered section of a call document, and where its lines are.
struct CallSection {
  /// Its number in the template, which is the same in every programme.
  var number: Int
  /// Its title, as written.
  var title: String
  /// Its lines, the heading left out.
  var lines: Range<Int>
  /// The page on which it begins.
  var page: Int

  /// The sections of a document: a heading is known by its number and a word of its title, whatever its tags say. Lines
  /// of the table of contents are none.
  static func sections(of lines: [PageLine]) -> [CallSection] {
    var found: [CallSection] = []
    for (index, line) in lines.enumerated() {
      guard let (number, title) = numbered(line), isTitle(title, of: number) else { continue }
      if let last = found.indices.last { found[last].lines = found[last].lines.lowerBound..<index }
      found.append(
        CallSection(number: number, title: title, lines: (index + 1)..<lines.count, page: line.page))
    }
    // A table of contents without dots leaves sections without lines.
    return found.filter { !$0.lines.isEmpty }
  }

  /// `6. Eligibility`, `6 Eligibility`, `6 — Eligibility`, `Section 6: Eligibility`, and nothing that ends in dots and a
  /// page.
  private static func numbered(_ line: PageLine) -> (number: Int, title: String)? {
    var words = line.folded
    guard !words.contains("...."), !words.contains(". . ."), words.utf8.count <= 120 else { return nil }
    if words.lowercased().hasPrefix("section ") { words = String(words.dropFirst("section ".count)) }
    let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    let digits = parts[0].last.map { ".:)".contains($0) } ?? false ? String(parts[0].dropLast()) : parts[0]
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits),
      (0...13).contains(number)
    else { return nil }
    // `Eligibility 14` is a line of the table of contents.
    if let last = parts[1].split(separator: " ").last, last.allSatisfy(\.isNumber) { return nil }
    return (number, String(parts[1].drop { " –—-:".contains($0) }))
  }

  private static func isTitle(_ title: String, of number: Int) -> Bool {
    guard let words = titles[number], title.first?.isUppercase ?? false else { return false }
    let lower = title.lowercased()
    return words.contains(where: lower.contains) && title.split(separator: " ").count <= 14
  }

  private static let titles: [Int: [String]] = [
    0: ["introduction"], 1: ["background"], 2: ["objective", "theme", "activities"], 3: ["budget"],
    4: ["timetable", "deadline"], 5: ["admissib"], 6: ["eligib"], 7: ["capacity", "exclusion"],
    8: ["evaluation", "procedure"], 9: ["award criteria", "award"],
    10: ["legal", "financial set-up", "grant agreement"],
    11: ["submit"], 12: ["help"], 13: ["important"],
  ]

  /// The heading inside of a section that a line is, with or without a number such as `6.3`; nothing where it is text.
  static func heading(_ line: String, of number: Int) -> String? {
    var words = line
    if let first = line.split(separator: " ").first, first.hasPrefix("\(number)."),
      first.allSatisfy({ $0.isNumber || $0 == "." })
    {
      words = String(line.dropFirst(first.count)).trimmed
    }
    guard words.utf8.count <= 90, words.first?.isUppercase ?? false, let last = words.last,
      !".:;,".contains(last)
    else {
      return nil
    }
    var lower = words.lowercased()
    if let bracket = lower.firstIndex(of: "(") { lower = String(lower[..<bracket]).trimmed }
    return headings[number]?.contains(lower) ?? false ? words : nil
  }

  private static let headings: [Int: Set<String>] = [
    5: ["admissibility", "documents", "admissibility conditions"],
    6: [
      "eligible participants", "eligible countries", "specific cases", "specific cases and definitions",
      "consortium composition", "eligible activities", "geographic location", "duration", "project budget",
      "ethics",
      "security", "ethics and eu values", "eu values", "financial support to third parties",
      "overview eligibility conditions", "restricted participation or control",
      "other eligibility conditions",
      "target group", "impact", "specific eligibility conditions", "lump sum",
    ],
    10: [
      "starting date and project duration", "milestones and deliverables",
      "form of grant, funding rate and maximum grant amount", "budget categories and cost eligibility rules",
      "budget categories", "specific cost eligibility conditions for this call",
      "reporting and payment arrangements",
      "prefinancing guarantees", "certificates", "liability regime for recoveries",
      "provisions concerning the project implementation", "other specificities",
      "non-compliance and breach of contract", "specific provisions",
      "communication, dissemination and visibility",
    ],
  ]
}
