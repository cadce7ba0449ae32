public import ParapetModel

/// What cities did, near an item or all of it, ready for every format.
public struct PracticesReport: Document {
  private let practices: [GoodPractice]
  private let city: Portfolio?
  private let item: Item?
  private let words: any Sentences
  /// What it was made from.
  public let edition: Edition

  /// A report of practices in their order.
  ///
  /// - Parameter item: the item that they are near to, with its city.
  public init(
    _ practices: [GoodPractice], of city: Portfolio?, near item: Item?, words: any Sentences, edition: Edition
  ) {
    self.practices = practices
    self.city = city
    self.item = item
    self.words = words
    self.edition = edition
  }

  /// The page for people.
  public var report: Report {
    let name = words.sentence(.practicesTitle)
    var blocks: [Block] = []
    if practices.isEmpty { blocks.append(.paragraph(Phrase(words.sentence(.noPractice)))) }
    for practice in practices {
      let title = practice.titles.text(in: words.language) ?? practice.id
      blocks += [.heading(level: 2, title), .facts(facts(of: practice))]
    }
    return Report(
      title: item.map { words.pair(name, $0.title) } ?? name,
      notes: [words.made(edition), words.sentence(.practicesMeaning)], blocks: blocks)
  }

  private func facts(of practice: GoodPractice) -> [FactEntry] {
    let shown = PracticeTable(words: words)
    var facts: [FactEntry] = []
    func add(_ label: CovenantLabel, _ value: Phrase?) {
      if let value { facts.append(FactEntry(words.label(label), value)) }
    }
    add(.place, Phrase(shown.place(of: practice)))
    facts.append(
      FactEntry(
        words.label(.measures),
        Phrase(practice.measures.map { words.name(measure: $0) }.joined(separator: ", "))))
    add(.method, practice.methods.text(in: words.language).map { Phrase($0) })
    if let partners = practice.partners.text(in: words.language) {
      facts.append(FactEntry(words.label(Label.partners), Phrase(partners)))
    }
    add(.practiceCost, Phrase(shown.cost(of: practice)))
    add(.paidBy, practice.paidBy.map { Phrase($0) })
    add(.results, practice.results.text(in: words.language).map { Phrase($0) })
    facts.append(FactEntry(words.label(.source), words.source(of: practice.citation)))
    return facts
  }

  /// One row for each practice, for machines.
  public var table: Table {
    var table = Table(
      caption: "",
      columns: [
        "id", "title", "place", "country", "years", "measures", "sites", "threats", "cost", "currency",
        "paid_by", "result", "grade", "source",
      ].map { Table.Column($0) })
    for practice in practices {
      table.append([
        .text(practice.id), .text(practice.titles.text(in: words.language)), .text(practice.place),
        .text(practice.country?.code), .text(practice.years), .text(practice.measures.joined(separator: "|")),
        .text(practice.sites.joined(separator: "|")), .text(practice.threats.joined(separator: "|")),
        .money(amount(of: practice)), .text(amount(of: practice)?.currency.code), .text(practice.paidBy),
        .text(practice.results.text(in: words.language)), .text(practice.citation.grade.rawValue),
        .text(practice.citation.source),
      ])
    }
    return table
  }

  private func amount(of practice: GoodPractice) -> Money? {
    if case .published(let money) = practice.cost { money } else { nil }
  }

  /// The JSON document, by the schema `practices`.
  public var json: String {
    let body = Body(
      portfolio: OrNull(wrappedValue: city?.city.id), item: OrNull(wrappedValue: item?.id),
      practices: practices.map { practice in
        PracticePart(
          id: practice.id, title: practice.titles.text(in: words.language) ?? practice.id,
          place: practice.place, country: OrNull(wrappedValue: practice.country?.code),
          years: OrNull(wrappedValue: practice.years), measures: practice.measures, sites: practice.sites,
          threats: practice.threats, method: practice.methods.text(in: words.language) ?? "",
          partners: OrNull(wrappedValue: practice.partners.text(in: words.language)),
          cost: OrNull(wrappedValue: amount(of: practice).map { Amount($0) }),
          paidBy: OrNull(wrappedValue: practice.paidBy),
          result: OrNull(wrappedValue: practice.results.text(in: words.language)),
          source: practice.citation.source, grade: practice.citation.grade.rawValue,
          nearness: OrNull(wrappedValue: nearness(of: practice)))
      })
    return JSONDocument("practices", edition, in: words.language, body).text
  }

  private func nearness(of practice: GoodPractice) -> Int? {
    guard let item, let city else { return nil }
    return practice.nearness(to: item, in: city.records)
  }

  private struct Body: Encodable {
    var portfolio: OrNull<String>
    var item: OrNull<String>
    var practices: [PracticePart]
  }

  private struct PracticePart: Encodable {
    var id: String
    var title: String
    var place: String
    var country: OrNull<String>
    var years: OrNull<String>
    var measures: [String]
    var sites: [String]
    var threats: [String]
    var method: String
    var partners: OrNull<String>
    var cost: OrNull<Amount>
    var paidBy: OrNull<String>
    var result: OrNull<String>
    var source: String
    var grade: String
    var nearness: OrNull<Int>
  }
}
