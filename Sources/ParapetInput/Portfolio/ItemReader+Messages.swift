import ParapetModel

extension TextFile {
  func unknownPartner(_ cell: InputCell, of city: City) -> Diagnostic {
    // A long list would be compared with every misspelt code of a large file.
    let codes = city.partners.prefix(100).map(\.id)
    let nearest = Diagnostic.nearest(to: cell.text, among: codes)
    let list = codes.prefix(8).joined(separator: ", ")
    return diagnostic(
      .error, id: "unknown-partner", at: cell,
      Message(en: "unknown partner '\(cell.quoted)'", fr: "partenaire inconnu « \(cell.quoted) »"),
      suggestion: nearest.map(Message.didYouMean)
        ?? (codes.isEmpty
          ? Message(en: "city.yaml lists no partners", fr: "city.yaml ne cite aucun partenaire")
          : Message(
            en: "city.yaml lists \(list)" + (codes.count > 8 ? " and more" : ""),
            fr: "city.yaml cite \(list)" + (codes.count > 8 ? " et d’autres" : ""))))
  }

  func noneAndSome(_ cell: InputCell, _ meaning: Message, _ what: Message) -> Diagnostic {
    diagnostic(
      .error, id: "none-and-some", at: cell,
      Message(
        en: "'none' says that \(meaning.english), and \(what.english) stand beside it",
        fr: "« none » dit que \(meaning.french), et des \(what.french) figurent à côté"),
      suggestion: Message(
        en: "write 'none' or the \(what.english), not both",
        fr: "écrivez « none » ou les \(what.french), pas les deux"))
  }

  func unnamed(_ row: InputRow, lacks column: String) -> Diagnostic {
    diagnostic(
      .error, id: "missing-\(column)", line: row.line, column: 1,
      Message(
        en: "the row has no \(column) and was not read",
        fr: "la ligne n’a pas de « \(column) » et n’a pas été lue"))
  }

  func duplicate(_ id: String, first: Int, at place: Diagnostic.Place) -> Diagnostic {
    diagnostic(
      .error, id: "duplicate-id", line: place.line, column: place.column,
      Message(
        en: "the id '\(id.prefix(80))' is taken by line \(first); this row was not read",
        fr: "l’id « \(id.prefix(80)) » est pris par la ligne \(first) ; cette ligne-ci n’a pas été lue"),
      suggestion: Message(en: "give it an id of its own", fr: "donnez-lui un id à elle"))
  }

  func endBeforeStart(_ start: Day, _ end: Day, at cell: InputCell) -> Diagnostic {
    diagnostic(
      .error, id: "end-before-start", at: cell,
      Message(
        en: "the work ends on \(end), before it starts on \(start); both days are taken as unknown",
        fr:
          "les travaux finissent le \(end), avant de commencer le \(start) ; les deux jours restent inconnus"),
      suggestion: Message(en: "correct one of them", fr: "corrigez l’un des deux"))
  }

  func badParticipants(_ cell: InputCell) -> Diagnostic {
    diagnostic(
      .error, id: "bad-participants", at: cell,
      Message(
        en: "'\(cell.quoted)' is no number of people",
        fr: "« \(cell.quoted) » n’est pas un nombre de personnes"),
      suggestion: Message(en: "write a whole number, such as 120", fr: "écrivez un nombre entier, comme 120"))
  }

  func badDigit(_ cell: InputCell, _ column: String, _ range: ClosedRange<Int>) -> Diagnostic {
    let (low, high) = (range.lowerBound, range.upperBound)
    return diagnostic(
      .error, id: "bad-\(column)", at: cell,
      Message(
        en: "'\(cell.quoted)' is not a number from \(low) to \(high)",
        fr: "« \(cell.quoted) » n’est pas un nombre de \(low) à \(high)"),
      suggestion: column == "priority"
        ? Message(
          en: "write a figure from 1, the highest, to 5", fr: "écrivez un chiffre de 1, la plus haute, à 5")
        : nil)
  }

  func differs(_ name: String, _ stated: Money, _ sum: Money, line: Int?, column: Int?) -> Diagnostic {
    diagnostic(
      .warning, id: "\(name)-differs", line: line, column: column,
      Message(
        en: "\(name) is \(stated.decimal) here and \(sum.decimal) in the lines of costs.csv, which count",
        fr: "\(name) vaut \(stated.decimal) ici et \(sum.decimal) dans les lignes de costs.csv, qui comptent"),
      suggestion: Message(
        en: "leave the cell empty, or correct the lines",
        fr: "laissez la cellule vide, ou corrigez les lignes"))
  }

  func unknownMeasure(_ cell: InputCell, _ offered: [String]) -> Diagnostic {
    diagnostic(
      .error, id: "unknown-measure", at: cell,
      Message(
        en: "unknown measure '\(cell.quoted)'", fr: "mesure inconnue « \(cell.quoted) »"),
      suggestion: TextFile.suggested(offered))
  }

  func noMeasure(_ row: InputRow, _ item: Item, suggested: [String]) -> Diagnostic {
    diagnostic(
      .warning, id: "no-measure", line: row.line, column: nil,
      Message(
        en: "which measure is '\(item.title.prefix(80))'? Without one, what can pay for it stays open",
        fr: "quelle mesure est « \(item.title.prefix(80)) » ? Sans elle, ce qui peut la payer reste ouvert"),
      suggestion: TextFile.suggested(suggested))
  }

  private static func suggested(_ codes: [String]) -> Message {
    guard !codes.isEmpty else {
      return Message(
        en: "data/measures.xml lists the measures; 'parapet init' writes them out in words",
        fr: "data/measures.xml énumère les mesures ; « parapet init » les écrit en toutes lettres")
    }
    return Message(
      en: "its words suggest " + codes.map { "'\($0)'" }.joined(separator: ", "),
      fr: "ses mots font penser à " + codes.map { "« \($0) »" }.joined(separator: ", "))
  }
}
