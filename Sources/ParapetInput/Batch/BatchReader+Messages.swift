import ParapetModel

extension TextFile {
  func batchIsNotUTF8(line: Int, column: Int) -> Diagnostic {
    diagnostic(
      .error, id: "not-utf8", line: line, column: column,
      Message(
        en: "the file is not UTF-8 from here on; it was not read",
        fr: "à partir d’ici le fichier n’est pas en UTF-8 ; il n’a pas été lu"),
      suggestion: Message(en: "save it as UTF-8", fr: "enregistrez-le en UTF-8"))
  }

  func noOrder(line: Int) -> Diagnostic {
    diagnostic(
      .error, id: "no-order", line: line, column: 1,
      Message(
        en: "the file names no feed and no city, so there is nothing to do",
        fr: "le fichier ne nomme ni flux ni ville : il n’y a rien à faire"),
      suggestion: Message(
        en: "add 'cities: [folder]' and 'feeds: - { name: …, source: … }'",
        fr: "ajoutez « cities: [dossier] » et « feeds: - { name: …, source: … } »"))
  }

  func noOutput() -> Diagnostic {
    diagnostic(
      .error, id: "no-output", line: 1, column: 1,
      Message(
        en: "the file does not say where reports go",
        fr: "le fichier ne dit pas où vont les rapports"),
      suggestion: Message(en: "add 'output: night/'", fr: "ajoutez « output: night/ »"))
  }

  func incomplete(_ tree: YAMLTree, _ key: String) -> Diagnostic {
    diagnostic(
      .error, id: "incomplete-entry", line: tree.line, column: tree.column,
      Message(
        en: "the entry has no '\(key)' and was passed over",
        fr: "l’entrée n’a pas de « \(key) » et a été laissée de côté"))
  }

  func doubled(_ name: String, at tree: YAMLTree) -> Diagnostic {
    diagnostic(
      .error, id: "duplicate-id", line: tree.line, column: tree.column,
      Message(
        en: "the name '\(name)' stands twice; this entry was passed over",
        fr: "le nom « \(name) » figure deux fois ; cette entrée a été laissée de côté"))
  }

  func badName(_ name: String, at tree: YAMLTree) -> Diagnostic {
    diagnostic(
      .error, id: "bad-id", line: tree.line, column: tree.column,
      Message(
        en: "'\(name.prefix(80))' cannot be a name, which has letters, digits, '-' and '_' only",
        fr: "« \(name.prefix(80)) » ne peut être un nom, qui n’a que lettres, chiffres, « - » et « _ »"))
  }

  /// The address itself is not repeated: findings go into logs, and logs name nobody's address.
  func badAddress(of name: String, at tree: YAMLTree) -> Diagnostic {
    Diagnostic(
      .error, id: "bad-address", at: Diagnostic.Place(file: file, line: tree.line, column: tree.column),
      Message(
        en: "'\(name.prefix(80))' has no valid address, so nothing can be sent there",
        fr: "« \(name.prefix(80)) » n’a pas d’adresse valable : rien ne peut y être envoyé"),
      suggestion: Message(en: "write name@domain", fr: "écrivez nom@domaine"))
  }

  func batchShape(_ tree: YAMLTree, _ expected: Message) -> Diagnostic {
    diagnostic(
      .error, id: "wrong-shape", line: tree.line, column: tree.column,
      Message(
        en: "\(expected.english) should stand here; it was passed over",
        fr: "ici doit figurer \(expected.french) ; l’entrée a été laissée de côté"))
  }

  func unknownBatchKey(_ name: String, at tree: YAMLTree, known: [String]) -> Diagnostic {
    let near = Diagnostic.nearest(to: name, among: known).map(Message.didYouMean)
    return diagnostic(
      .error, id: "unknown-key", line: tree.line, column: tree.column,
      Message(
        en: "the key '\(name.prefix(80))' is unknown and was passed over",
        fr: "la clé « \(name.prefix(80)) » est inconnue et a été laissée de côté"),
      suggestion: near
        ?? Message(
          en: "known are \(known.joined(separator: ", "))",
          fr: "sont connues \(known.joined(separator: ", "))"))
  }

  func unknownBatchWord(_ word: String, at tree: YAMLTree, known: [String]) -> Diagnostic {
    let near = Diagnostic.nearest(to: word, among: known).map(Message.didYouMean)
    return diagnostic(
      .error, id: "unknown-word", line: tree.line, column: tree.column,
      Message(
        en: "'\(word.prefix(80))' is none of \(known.joined(separator: ", ")); the usual is taken",
        fr: "« \(word.prefix(80)) » n’est aucun de \(known.joined(separator: ", ")) ; l’usuel est pris"),
      suggestion: near)
  }
}
