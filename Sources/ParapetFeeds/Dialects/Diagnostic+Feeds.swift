import ParapetModel

// What is said of whole inputs, whichever reader meets them.
extension Diagnostic {
  static func emptyFile(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "empty-file", at: Place(file: file), "the file is empty", suggestion: "fetch it again")
  }

  static func notUTF8(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "not-utf8", at: place, "the text is not in UTF-8", suggestion: "convert the file to UTF-8")
  }

  static func unknownDialect(file: String, found: String) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-dialect", at: Place(file: file),
      "\(found) is no feed that is read here",
      suggestion:
        "read are the portal's JSON, RSS, XML of the BOE, CORDIS and the ECB, and XML in urn:parapet:funding:1"
    )
  }

  /// What a feed holds besides grants: it is counted, so that the numbers add up.
  static func passedOver(_ count: Int, _ one: String, _ many: String, file: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "passed-over", at: Place(file: file),
      count == 1 ? "1 \(one) is passed over" : "\(count) \(many) are passed over")
  }
}
