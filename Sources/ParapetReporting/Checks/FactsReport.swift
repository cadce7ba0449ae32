import ParapetModel

/// The facts that criteria ask for: under which code a portfolio states each, where, and with which values.
public struct FactsReport: Document {
  private let facts: [Fact]
  private let words: any Sentences
  /// What it was made from.
  public let edition: Edition

  /// The facts that a portfolio can state.
  public init(words: any Sentences, edition: Edition) {
    facts = Fact.allCases.filter { $0.home != nil }
    self.words = words
    self.edition = edition
  }

  /// The page for people: each with its question, where it is stated and what it may be.
  public var report: Report {
    let entries = facts.map { fact in
      let values = shown(fact.values).joined(separator: ", ")
      let home = fact.home ?? ""
      let note = values.isEmpty ? home : words.pair(home, values)
      return FactEntry(fact.rawValue, Phrase(words.question(fact, deciding: []) + " (\(note))"))
    }
    return Report(title: words.label(.facts), notes: [words.made(edition)], blocks: [.facts(entries)])
  }

  /// One row for each fact, for machines.
  public var table: Table {
    var table = Table(
      caption: words.label(.facts),
      columns: ["fact", "stated_in", "values"].map { Table.Column($0) } + [Table.Column("question", .prose)])
    for fact in facts {
      table.append([
        .text(fact.rawValue), .text(fact.home), .text(fact.values.joined(separator: "|")),
        .text(words.question(fact, deciding: [])),
      ])
    }
    return table
  }

  /// The JSON document, by the schema `facts`.
  public var json: String {
    JSONDocument("facts", edition, in: words.language, Body(facts: facts.map { FactPart($0, words) })).text
  }

  /// Of a long list its beginning, and that there are more.
  private func shown(_ values: [String]) -> [String] {
    values.count > 9 ? values.prefix(6) + ["…"] : values
  }

  private struct Body: Encodable {
    var facts: [FactPart]
  }

  private struct FactPart: Encodable {
    var fact: String
    var name: String
    var statedIn: String?
    var values: [String]
    var question: String

    init(_ fact: Fact, _ words: any Sentences) {
      self.fact = fact.rawValue
      name = words.word(fact)
      statedIn = fact.home
      values = fact.values
      question = words.question(fact, deciding: [])
    }
  }
}

extension Fact {
  /// Where a portfolio states it; nil where none does.
  fileprivate var home: String? {
    switch (declaration.part, declaration.form) {
    case (.nobody, _), (_, .unwritten): nil
    case (.applicant, .truth): "city.yaml, facts"
    case (.applicant, _): "city.yaml"
    case (.partners, _): "city.yaml, partners"
    case (.item, _) where self == .costHeadings: "costs.csv"
    case (.lead, _), (.period, _), (.item, _): "items.csv"
    }
  }

  /// The values that it takes, where they are a list that the program knows.
  fileprivate var values: [String] {
    switch declaration.form {
    case .truth: ["yes", "no"]
    case .code(let list): list.codes ?? []
    case .codes(let list, let orNone): (orNone ? [FactValue.none] : []) + (list.codes ?? [])
    case .number(let range): range.upperBound == .max ? [] : ["\(range.lowerBound)–\(range.upperBound)"]
    case .country, .region, .day, .text, .organisations, .unwritten: []
    }
  }
}
