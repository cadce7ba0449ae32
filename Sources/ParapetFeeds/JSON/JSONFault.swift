import ParapetModel

/// Why a JSON document cannot be read any further, and where.
struct JSONFault: Hashable {
  /// The kinds of fault.
  enum Kind: Hashable {
    /// There is nothing but white space.
    case empty
    /// The input ends before the document does.
    case truncated
    /// The shape of the document is broken.
    case malformed(Message)
    /// There are more records than accepted.
    case tooMany(Int)
  }

  var kind: Kind
  var position: TextPosition
  var path: String?

  init(_ kind: Kind, at position: TextPosition, path: String?) {
    self.kind = kind
    self.position = position
    self.path = path
  }

  /// The fault as a person reads it.
  func diagnostic(file: String) -> Diagnostic {
    let place = Diagnostic.Place(
      file: file, line: kind == .empty ? nil : position.line, column: kind == .empty ? nil : position.column,
      path: path)
    return switch kind {
    case .empty:
      Diagnostic(
        .error, id: "empty-file", at: place,
        Message(en: "the file is empty", fr: "le fichier est vide"), suggestion: .fetchAgain)
    case .truncated:
      Diagnostic(
        .error, id: "truncated-json", at: place,
        Message(
          en: "the file ends in the middle" + (path.map { ", in or before \($0)" } ?? ""),
          fr: "le fichier s’arrête au milieu" + (path.map { ", dans \($0) ou avant" } ?? "")),
        suggestion: Message(
          en: "fetch it again; the whole records before this place were read",
          fr: "retéléchargez-le ; les notices entières d’avant cet endroit ont été lues"))
    case .malformed(let expectation):
      Diagnostic(
        .error, id: "malformed-json", at: place,
        Message(
          en: "not valid JSON: \(expectation.english)",
          fr: "ce n’est pas du JSON valide : \(expectation.french)"),
        suggestion: Message(
          en: "the whole records before this place were read",
          fr: "les notices entières d’avant cet endroit ont été lues"))
    case .tooMany(let limit):
      Diagnostic(
        .error, id: "too-many-records", at: place,
        Message(
          en: "more than \(limit) records in one file", fr: "plus de \(limit) notices dans un seul fichier"),
        suggestion: Message(en: "split the file", fr: "partagez le fichier"))
    }
  }
}
