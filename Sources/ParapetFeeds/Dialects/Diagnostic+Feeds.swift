import ParapetModel

// What is said of whole inputs, whichever reader meets them.
extension Diagnostic {
  static func emptyFile(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "empty-file", at: Place(file: file),
      Message(en: "the file is empty", fr: "le fichier est vide"), suggestion: .fetchAgain)
  }

  static func notUTF8(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "not-utf8", at: place,
      Message(en: "the text is not in UTF-8", fr: "le texte n’est pas en UTF-8"),
      suggestion: Message(en: "convert the file to UTF-8", fr: "convertissez le fichier en UTF-8"))
  }

  static func unknownDialect(file: String, found: Message) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-dialect", at: Place(file: file),
      Message(
        en: "\(found.english) is no feed that is read here",
        fr: "\(found.french) n’est pas un flux qui se lit ici"),
      suggestion: Message(
        en:
          "read are the portal's JSON, RSS, XML of the BOE, CORDIS and the ECB, and XML in urn:parapet:funding:1",
        fr:
          "se lisent le JSON du portail, le RSS, le XML du BOE, de CORDIS et de la BCE, et le XML de l’espace "
          + "urn:parapet:funding:1"))
  }

  /// What a feed holds besides grants: it is counted, so that the numbers add up.
  static func passedOver(_ count: Int, _ kind: PassedOver, file: String) -> Diagnostic {
    Diagnostic(.warning, id: "passed-over", at: Place(file: file), kind.said(count))
  }

  /// What a feed may hold besides grants.
  enum PassedOver {
    case tender, announcement

    fileprivate func said(_ count: Int) -> Message {
      switch (self, count) {
      case (.tender, 1):
        Message(en: "1 invitation to tender is passed over", fr: "1 appel d’offres est laissé de côté")
      case (.tender, _):
        Message(
          en: "\(count) invitations to tender are passed over",
          fr: "\(count) appels d’offres sont laissés de côté")
      case (.announcement, 1):
        Message(
          en: "1 announcement that is no extract of a call is passed over",
          fr: "1 annonce qui n’est pas un extrait d’appel est laissée de côté")
      case (.announcement, _):
        Message(
          en: "\(count) announcements that are no extracts of calls are passed over",
          fr: "\(count) annonces qui ne sont pas des extraits d’appels sont laissées de côté")
      }
    }
  }
}

extension Message {
  static let fetchAgain = Message(en: "fetch it again", fr: "retéléchargez-le")

  static func noDateLeftOut(_ text: some StringProtocol) -> Message {
    Message(
      en: "'\(text)' is no date and is left out", fr: "« \(text) » n’est pas une date et n’est pas repris")
  }

  static func implausibleDate(_ text: some StringProtocol) -> Message {
    Message(
      en: "'\(text)' stands for no real date and is left out",
      fr: "« \(text) » ne désigne aucune date réelle et n’est pas repris")
  }
}
