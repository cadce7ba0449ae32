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
    case malformed(String)
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
      Diagnostic(.error, id: "empty-file", at: place, "the file is empty", suggestion: "fetch it again")
    case .truncated:
      Diagnostic(
        .error, id: "truncated-json", at: place,
        "the file ends in the middle" + (path.map { ", in or before \($0)" } ?? ""),
        suggestion: "fetch it again; the whole records before this place were read")
    case .malformed(let expectation):
      Diagnostic(
        .error, id: "malformed-json", at: place, "not valid JSON: \(expectation)",
        suggestion: "the whole records before this place were read")
    case .tooMany(let limit):
      Diagnostic(
        .error, id: "too-many-records", at: place, "more than \(limit) records in one file",
        suggestion: "split the file")
    }
  }
}
