import ParapetModel

/// What forms ask of a body beside what decides.
extension CityReader {
  /// The nine figures of the Union's register of participants; blanks between them are passed over.
  mutating func participantCode(_ tree: YAMLTree) -> String? {
    guard !tree.isEmpty, let text = text(tree) else { return nil }
    let figures = text.filter { !$0.isWhitespace }
    let isCode =
      figures.utf8.count == 9
      && figures.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if isCode { return figures }
    report(source.badParticipantCode(text, at: tree))
    return nil
  }
}

extension TextFile {
  fileprivate func badParticipantCode(_ text: String, at tree: YAMLTree) -> Diagnostic {
    diagnostic(
      .error, id: "bad-pic", line: tree.line, column: tree.column,
      Message(
        en: "'\(text.prefix(80))' is no code of a participant, which has nine figures",
        fr: "« \(text.prefix(80)) » n’est pas un code de participant, qui a neuf chiffres"),
      suggestion: Message(
        en: "look it up in the register of participants of the Funding and Tenders Portal",
        fr: "cherchez-le dans le registre des participants du portail de l’Union"))
  }
}
