import ParapetModel

// What is said of elements and attributes, whichever reader meets them.
extension Message {
  static func unknownAttribute(_ attribute: String, of element: String) -> Message {
    Message(
      en: "'\(element)' has no attribute '\(attribute)'",
      fr: "« \(element) » n’a pas d’attribut « \(attribute) »")
  }

  static func textBetweenElements(_ element: String) -> Message {
    Message(
      en: "'\(element)' holds elements and no text of its own",
      fr: "« \(element) » contient des éléments, et pas de texte qui lui soit propre")
  }

  static func otherNamespace(_ element: String, _ namespace: String) -> Message {
    Message(
      en: "'\(element)' is of the namespace '\(namespace)'",
      fr: "« \(element) » relève de l’espace de noms « \(namespace) »")
  }

  static func unknownElement(_ child: String, in element: String) -> Message {
    Message(en: "'\(element)' has no element '\(child)'", fr: "« \(element) » n’a pas d’élément « \(child) »")
  }

  static func missingAttribute(_ attribute: String, of element: String) -> Message {
    Message(
      en: "'\(element)' needs the attribute '\(attribute)'",
      fr: "il manque à « \(element) » l’attribut « \(attribute) »")
  }

  static func noneOf(_ known: [String], _ word: String, of element: String) -> Message {
    let list = known.joined(separator: ", ")
    return Message(
      en: "'\(word)' is none of \(list) ('\(element)')",
      fr: "« \(word) » ne figure pas parmi \(list) (« \(element) »)")
  }

  static func noDate(_ text: String, of element: String) -> Message {
    Message(en: "'\(text)' is no date ('\(element)')", fr: "« \(text) » n’est pas une date (« \(element) »)")
  }

  static let writeMoment = Message(
    en: "write 2026-04-16, or 2026-04-16T17:00:00 for a time in Brussels",
    fr: "écrivez 2026-04-16, ou 2026-04-16T17:00:00 pour une heure de Bruxelles")

  static func noWholeNumber(_ text: String, of element: String) -> Message {
    Message(
      en: "'\(text)' is no whole number ('\(element)')",
      fr: "« \(text) » n’est pas un nombre entier (« \(element) »)")
  }

  static func noAmount(_ text: String, of element: String) -> Message {
    Message(
      en: "'\(text)' is no amount ('\(element)')", fr: "« \(text) » n’est pas un montant (« \(element) »)")
  }

  static let writeAmount = Message(
    en: "write plain digits with at most two decimals, such as 1234.50",
    fr: "écrivez les seuls chiffres, avec deux décimales au plus, comme 1234.50")

  static func noPercentage(_ text: String, of element: String) -> Message {
    Message(
      en: "'\(text)' is no percentage ('\(element)')",
      fr: "« \(text) » n’est pas un pourcentage (« \(element) »)")
  }

  static let writePercentage = Message(
    en: "write a number from 0 to 100 with at most four decimals, such as 67.96",
    fr: "écrivez un nombre de 0 à 100, avec quatre décimales au plus, comme 67.96")

  static func noAddress(_ text: some StringProtocol) -> Message {
    Message(
      en: "'\(text)' is no http or https address and is left out",
      fr: "« \(text) » n’est pas une adresse http ou https et n’est pas repris")
  }

  static func zero(_ element: String) -> Message {
    Message(
      en: "0 stands for no figure ('\(element)')", fr: "0 tient lieu de chiffre absent (« \(element) »)")
  }

  static let leaveZeroOut = Message(
    en: "leave the element out and list it in 'notStated'",
    fr: "retirez l’élément et citez-le dans « notStated »")

  static func noCurrency(_ code: String) -> Message {
    Message(en: "'\(code)' is no currency", fr: "« \(code) » n’est pas une monnaie")
  }

  static let writeCurrency = Message(
    en: "write three capitals, such as EUR", fr: "écrivez trois capitales, comme EUR")

  static func repeated(_ element: String) -> Message {
    Message(
      en: "'\(element)' stands here a second time", fr: "« \(element) » figure ici une deuxième fois")
  }

  static func noText(_ element: String) -> Message {
    Message(en: "'\(element)' has no text", fr: "« \(element) » n’a pas de texte")
  }

  static func implausibleDate(_ day: some CustomStringConvertible, of element: String) -> Message {
    Message(
      en: "'\(day)' stands for no real date and is left out ('\(element)')",
      fr: "« \(day) » ne désigne aucune date réelle et n’est pas repris (« \(element) »)")
  }
}

// What is said of where a statement comes from.
extension Message {
  static func missingGrade(_ element: String) -> Message {
    Message(
      en: "'\(element)' does not say how sure it is ('grade')",
      fr: "« \(element) » ne dit pas à quel point il est sûr (« grade »)")
  }

  static func missingSource(_ element: String) -> Message {
    Message(
      en: "'\(element)' does not say where it comes from ('source')",
      fr: "« \(element) » ne dit pas d’où il vient (« source »)")
  }

  static func missingValidity(_ element: String) -> Message {
    Message(
      en: "'\(element)' does not say since when it holds ('validFrom')",
      fr: "« \(element) » ne dit pas depuis quand il vaut (« validFrom »)")
  }

  static func endsBeforeStart(_ element: String, _ to: Day, _ from: Day) -> Message {
    Message(
      en: "'\(element)' ends on \(to), before it starts on \(from)",
      fr: "« \(element) » finit le \(to), avant de commencer le \(from)")
  }

  static func noProvision(_ source: String) -> Message {
    Message(
      en: "'\(source)' names no provision of a legal act",
      fr: "« \(source) » ne désigne aucune disposition d’un acte")
  }

  static let writeProvision = Message(
    en: "write 'CELEX:32021R1149 Art. 12', or recital, Annex or Protocol",
    fr: "écrivez « CELEX:32021R1149 Art. 12 », ou recital, Annex ou Protocol")

  static func noAddress(_ source: String, for grade: Grade) -> Message {
    Message(
      en: "'\(source)' is no address, which the grade '\(grade.rawValue)' needs",
      fr: "« \(source) » n’est pas une adresse, que le degré « \(grade.rawValue) » exige")
  }

  static let giveAddress = Message(
    en: "give the page's http or https address, or a weaker grade",
    fr: "donnez l’adresse http ou https de la page, ou un degré plus faible")

  static func missingAddressAndWhy(_ element: String) -> Message {
    Message(
      en: "'\(element)' has no address as its source and does not say why ('why')",
      fr: "« \(element) » n’a pas d’adresse pour source et ne dit pas pourquoi (« why »)")
  }

  static func sourceOfUnsourced(_ source: String) -> Message {
    Message(
      en: "'\(source)' is a source, and the grade says that there is none",
      fr: "« \(source) » est une source, alors que le degré dit qu’il n’y en a pas")
  }

  static let writeNone = Message(
    en: "write source=\"none\", or the grade that the source deserves",
    fr: "écrivez source=\"none\", ou le degré que la source mérite")

  static func missingSourceAndWhy(_ element: String) -> Message {
    Message(
      en: "'\(element)' has no source and does not say why ('why')",
      fr: "« \(element) » n’a pas de source et ne dit pas pourquoi (« why »)")
  }
}
