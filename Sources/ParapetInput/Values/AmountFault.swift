import ParapetModel

/// What keeps a text from being an amount, each with advice of its own.
enum AmountFault: Error, Hashable {
  /// Two readings: `1.234` is 1234 to one reader and 1.234 to the next.
  case ambiguous(String, String)
  /// More than two decimals, with the amount to the cent.
  case tooManyDecimals(String?)
  /// The sign or code of another currency than the city's.
  case otherCurrency(String, Currency)
  /// The signs or codes of two currencies.
  case twoCurrencies
  /// A share of something.
  case percent(String)
  /// Abridged by a spreadsheet, with the amount in full.
  case exponent(String?)
  /// A decimal mark without decimals, with the amount that stands before it.
  case openMark(String?)
  /// Below zero.
  case negative
  /// Above the limit of any amount.
  case tooLarge
  /// Anything else, with the amount that was most likely meant.
  case notANumber(likely: String?)

  /// The finding about a cell that is no amount.
  func diagnostic(_ cell: InputCell, in source: TextFile) -> Diagnostic {
    let text = cell.quoted
    let (message, advice) = words(text)
    let id = self == .negative ? "negative-amount" : "bad-amount"
    return source.diagnostic(.error, id: id, at: cell, message, suggestion: advice)
  }

  private func words(_ text: String) -> (Message, Message?) {
    switch self {
    case .ambiguous(let one, let other):
      (
        Message(
          en: "'\(text)' is \(one) to one reader and \(other) to the next",
          fr: "« \(text) » vaut \(one) pour un lecteur et \(other) pour un autre"), .write(one, or: other)
      )
    case .tooManyDecimals(let rounded):
      (
        Message(
          en: "'\(text)' has more than two decimals", fr: "« \(text) » a plus de deux décimales"),
        AmountFault.rounding(rounded)
      )
    case .otherCurrency(let code, let own):
      (
        Message(
          en: "'\(text)' is in \(code), and city.yaml states costs in \(own.code)",
          fr: "« \(text) » est en \(code), et city.yaml annonce des coûts en \(own.code)"),
        Message(
          en: "convert it, and write the number alone", fr: "convertissez, et n’écrivez que le nombre")
      )
    case .twoCurrencies:
      (
        Message(en: "'\(text)' names two currencies", fr: "« \(text) » nomme deux monnaies"),
        Message(
          en: "write one amount, in the currency of city.yaml",
          fr: "écrivez un seul montant, dans la monnaie de city.yaml")
      )
    case .percent:
      (
        Message(
          en: "'\(text)' is a share, and an amount belongs here",
          fr: "« \(text) » est un pourcentage, et c’est un montant qu’il faut ici"),
        Message(
          en: "work it out and write the amount", fr: "calculez le montant et écrivez-le")
      )
    case .exponent(let full):
      (
        Message(
          en: "'\(text)' was abridged by a spreadsheet, and its last digits may be lost",
          fr: "« \(text) » a été abrégé par un tableur, et ses derniers chiffres sont peut-être perdus"),
        full.map {
          Message(en: "write \($0), if that is all of it", fr: "écrivez \($0), si c’est bien tout")
        } ?? Message(en: "write it in full", fr: "écrivez-le en entier")
      )
    case .openMark(let amount):
      (
        Message(
          en: "'\(text)' ends with a decimal mark, so its decimals may be lost",
          fr: "« \(text) » finit par un signe décimal : ses décimales sont peut-être perdues"),
        amount.map(Message.write)
      )
    case .negative:
      (
        Message(en: "'\(text)' is below zero", fr: "« \(text) » est inférieur à zéro"),
        Message(
          en: "costs are zero or more; income is not read here",
          fr: "un coût est nul ou positif ; les recettes ne sont pas lues ici")
      )
    case .tooLarge:
      (
        Message(
          en: "'\(text)' is above any amount we read",
          fr: "« \(text) » dépasse tout montant que nous lisons"),
        Message(
          en: "amounts go up to \(Money(minorUnits: Money.limit).decimal)",
          fr: "les montants vont jusqu’à \(Money(minorUnits: Money.limit).decimal)")
      )
    case .notANumber(let likely):
      (
        Message(en: "'\(text)' is not an amount", fr: "« \(text) » n’est pas un montant"),
        likely.map {
          Message(
            en: "write \($0), if that is what it means; leave the cell empty where it is unknown",
            fr: "écrivez \($0), si c’est ce que cela veut dire ; laissez la cellule vide si c’est inconnu")
        }
          ?? Message(
            en:
              "write digits with at most two decimals, such as 1234.50; leave the cell empty where it is unknown",
            fr:
              "écrivez des chiffres avec deux décimales au plus, comme 1234.50 ; laissez vide si c’est inconnu"
          )
      )
    }
  }
}

extension AmountFault {
  /// What to write for an amount with too many decimals.
  fileprivate static func rounding(_ rounded: String?) -> Message {
    switch rounded {
    case nil: Message(en: "round it to the cent", fr: "arrondissez au centime")
    // To the cent it would be nothing, and a cost of nothing is a statement of its own.
    case "0":
      Message(
        en: "less than a cent is no cost; leave the cell empty where it is unknown",
        fr: "moins d’un centime n’est pas un coût ; laissez la cellule vide si c’est inconnu")
    case let amount?:
      Message(en: "round it to the cent: \(amount)", fr: "arrondissez au centime : \(amount)")
    }
  }
}

extension Findings {
  /// The amount of a cell; what is not plain is remarked, what is none is refused.
  mutating func amount(
    _ cell: InputCell, currency: Currency, in source: TextFile, field: String
  ) -> Money? {
    do throws(AmountFault) {
      let amount: AmountText
      switch cell.kind {
      case .text: amount = try AmountText.read(cell.text, currency: currency)
      case .number: amount = try AmountText.read(number: cell.text, currency: currency)
      case .day: throw .notANumber(likely: nil)
      case .fault:
        report(source.cellFault(cell), field: field)
        return nil
      }
      if !amount.isPlain { report(source.readAs(AmountText.plain(amount.money), cell, id: "amount-read")) }
      return amount.money
    } catch {
      report(error.diagnostic(cell, in: source), field: field)
      return nil
    }
  }
}

// MARK: Messages

extension TextFile {
  /// The remark that a text was read as something that is written otherwise.
  func readAs(_ value: String, _ cell: InputCell, id: String) -> Diagnostic {
    diagnostic(
      .warning, id: id, at: cell,
      Message(en: "'\(cell.quoted)' is read as \(value)", fr: "« \(cell.quoted) » est lu comme \(value)"))
  }

  /// The finding about a cell that the spreadsheet itself could not work out.
  func cellFault(_ cell: InputCell) -> Diagnostic {
    cell.text.isEmpty
      ? diagnostic(
        .error, id: "formula-without-value", at: cell,
        Message(
          en: "the cell has a formula and no value was saved with it",
          fr: "la cellule a une formule, et aucune valeur n’est enregistrée avec elle"),
        suggestion: Message(
          en: "open the file in a spreadsheet program and save it again",
          fr: "ouvrez le fichier dans un tableur et enregistrez-le de nouveau"))
      : diagnostic(
        .error, id: "cell-error", at: cell,
        Message(
          en: "the spreadsheet shows '\(cell.quoted)' here, an error and no value",
          fr: "le tableur affiche ici « \(cell.quoted) », une erreur et non une valeur"),
        suggestion: Message(en: "mend the formula", fr: "corrigez la formule"))
  }
}
