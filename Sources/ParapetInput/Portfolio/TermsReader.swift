public import ParapetModel

/// Reads terms.csv, `opportunity,term,value,source,by,on`: what managing authorities and agreements really said.
///
/// A line whose term or value cannot be read is refused: a figure that rests on half of it would be wrong.
public struct TermsReader {
  static let columns = ["opportunity", "term", "value", "source", "by", "on"]

  /// What was found.
  private(set) var findings = Findings()
  private let currency: Currency?

  /// The words of the column `term`.
  private enum Term: String, CaseIterable {
    case rate
    case flatRate = "flat-rate"
    case vat, maximum, minimum, form
    case lumpSum = "lump-sum"
    case preFinancing = "pre-financing"
  }

  /// The words of a value that says whether tax is eligible.
  private enum Eligibility: String, CaseIterable {
    case eligible
    case notEligible = "not-eligible"
  }

  init(currency: Currency?) { self.currency = currency }

  /// Reads a table into a portfolio, with what was found in it.
  static func read(
    _ source: InputSource, into portfolio: inout Portfolio?, _ diagnostics: inout [Diagnostic]
  ) {
    var reader = TermsReader(currency: nil)
    portfolio?.agreed = reader.read(source)
    portfolio?.unread += reader.findings.unread
    diagnostics += reader.findings.all
  }

  /// Reads the rows of a table.
  mutating func read(_ source: InputSource) -> [AgreedTerm] {
    let table = source.table(
      CSVReader(known: TermsReader.columns, required: ["opportunity", "term", "value"]))
    findings.take(table, itemColumn: "item")
    var terms: [AgreedTerm] = []
    for row in table.rows {
      guard let name = table.cell("opportunity", of: row), let word = table.cell("term", of: row),
        let cell = table.cell("value", of: row)
      else {
        findings.report(table.source.incompleteTerm(row))
        continue
      }
      let term: Term? = findings.word(
        word, id: "unknown-term", Message(en: "term", fr: "condition"), in: table.source, field: "term")
      guard let term, let value = value(of: term, cell, in: table.source) else { continue }
      let day = table.cell("on", of: row).flatMap {
        findings.day($0, order: nil, edge: .first, in: table.source, field: "on")
      }
      terms.append(
        AgreedTerm(
          opportunity: name.text, value: value,
          source: FormulaGuard.unguarded(table.cell("source", of: row)?.text ?? ""),
          by: FormulaGuard.unguarded(table.cell("by", of: row)?.text ?? ""), on: day,
          place: Diagnostic.Place(file: table.source.file, line: name.line, column: name.column)))
    }
    return terms
  }

  private mutating func value(of term: Term, _ cell: InputCell, in source: TextFile) -> AgreedTerm.Value? {
    switch term {
    case .rate: return share(cell, in: source).map { .rate($0) }
    case .flatRate: return share(cell, in: source).map { .flatRate($0) }
    case .preFinancing: return share(cell, in: source).map { .preFinancing($0) }
    case .maximum: return amount(cell, in: source).map { .maximum($0) }
    case .minimum: return amount(cell, in: source).map { .minimum($0) }
    case .lumpSum:
      guard let sum = amount(cell, in: source) else { return nil }
      guard sum.minorUnits > 0 else {
        findings.report(source.noSum(cell), field: "value")
        return nil
      }
      return .lumpSum(sum)
    case .vat:
      let word: Eligibility? = findings.word(
        cell, id: "unknown-term-value", Message(en: "value", fr: "valeur"), in: source, field: "value")
      return word.map { .vat(isEligible: $0 == .eligible) }
    case .form:
      let form: GrantForm? = findings.word(
        cell, id: "unknown-term-value", Message(en: "value", fr: "valeur"), in: source, field: "value")
      return form.map { .form($0) }
    }
  }

  /// Amounts of a grant are in euro unless the cell says otherwise.
  private mutating func amount(_ cell: InputCell, in source: TextFile) -> Money? {
    findings.amount(cell, currency: .euro, in: source, field: "value")
  }

  /// A percentage above nothing and up to a hundred, with or without its sign.
  private mutating func share(_ cell: InputCell, in source: TextFile) -> Rate? {
    let text = (cell.text.last == "%" ? String(cell.text.dropLast()).trimmed : cell.text)
      .replacing(",", with: ".")
    if let rate = Rate(percent: text), rate <= .whole, rate.millionths > 0 { return rate }
    findings.report(source.badTermShare(cell), field: "value")
    return nil
  }

  /// The terms that count on a day: of those that were said by then of the same thing the latest, of one day the lower line,
  /// and before all of them what has no day. What contradicts another, or was said later than that day, is told.
  public static func counting(
    _ terms: [AgreedTerm], on day: Day
  ) -> (terms: [AgreedTerm], findings: [Diagnostic]) {
    var kept: [Int] = []
    var findings: [Diagnostic] = []
    for (number, term) in terms.enumerated() {
      if let said = term.on, said > day {
        findings.append(saidLater(term, than: day))
        continue
      }
      guard
        let place = kept.firstIndex(where: {
          terms[$0].opportunity == term.opportunity && terms[$0].value.isSameTerm(as: term.value)
        })
      else {
        kept.append(number)
        continue
      }
      let earlier = terms[kept[place]]
      let isLatest = earlier.on.map { before in term.on.map { $0 >= before } ?? false } ?? true
      if earlier.value != term.value {
        findings.append(contradiction(isLatest ? term : earlier, against: isLatest ? earlier : term))
      }
      if isLatest { kept[place] = number }
    }
    return (kept.sorted().map { terms[$0] }, findings)
  }

  private static func saidLater(_ term: AgreedTerm, than day: Day) -> Diagnostic {
    Diagnostic(
      .warning, id: "later-term", at: term.place,
      Message(
        en:
          "this was said on \(term.on?.description ?? "?"), after the day judged, \(day); it is not counted",
        fr:
          "cela a été dit le \(term.on?.description ?? "?"), après le jour jugé, le \(day) ; ce n’est pas compté"
      ))
  }

  private static func contradiction(_ term: AgreedTerm, against other: AgreedTerm) -> Diagnostic {
    func day(_ term: AgreedTerm, _ none: String) -> String { term.on?.description ?? none }
    return Diagnostic(
      .warning, id: "contradictory-terms", at: other.place,
      Message(
        en: """
          lines \(other.place.line ?? 0) (\(day(other, "no day"))) and \(term.place.line ?? 0) (\(day(term, "no day"))) say \
          different things of '\(term.opportunity.prefix(80))'; line \(term.place.line ?? 0) counts, the later one
          """,
        fr: """
          les lignes \(other.place.line ?? 0) (\(day(other, "sans date"))) et \(term.place.line ?? 0) \
          (\(day(term, "sans date"))) se contredisent sur « \(term.opportunity.prefix(80)) » ; la ligne \
          \(term.place.line ?? 0), la plus récente, compte
          """))
  }

  /// The finding about a term for something that is not on offer.
  public static func unknownOpportunity(_ term: AgreedTerm, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-opportunity", at: term.place,
      Message(
        en: "nothing on offer is called '\(term.opportunity.prefix(80))'; the term is not counted",
        fr:
          "rien de ce qui est proposé ne s’appelle « \(term.opportunity.prefix(80)) » ; la condition n’est pas comptée"
      ),
      suggestion: Diagnostic.nearest(to: term.opportunity, among: known).map(Message.didYouMean))
  }
}

// MARK: Messages

extension TextFile {
  fileprivate func incompleteTerm(_ row: InputRow) -> Diagnostic {
    diagnostic(
      .error, id: "incomplete-term", line: row.line, column: 1,
      Message(
        en: "the line needs an opportunity, a term and a value, and is not counted",
        fr: "il faut à la ligne une opportunité, une condition et une valeur ; elle n’est pas comptée"))
  }

  fileprivate func noSum(_ cell: InputCell) -> Diagnostic {
    diagnostic(
      .error, id: "bad-lump-sum", at: cell,
      Message(
        en: "'\(cell.quoted)' is no lump sum; the term is not counted",
        fr: "« \(cell.quoted) » n’est pas un montant forfaitaire ; la condition n’est pas comptée"))
  }

  fileprivate func badTermShare(_ cell: InputCell) -> Diagnostic {
    diagnostic(
      .error, id: "bad-term-share", at: cell,
      Message(
        en: "'\(cell.quoted)' is no percentage above 0 and up to 100; the term is not counted",
        fr:
          "« \(cell.quoted) » n’est pas un pourcentage supérieur à 0 et d’au plus 100 ; la condition n’est pas comptée"
      ),
      suggestion: Message(en: "write 50 for fifty per cent", fr: "écrivez 50 pour cinquante pour cent"))
  }
}
