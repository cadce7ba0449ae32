extension English {
  /// The heading of a column by its code.
  public func heading(ofColumn code: String) -> String? {
    Self.columns[code] ?? code.replacing("_", with: " ")
  }

  /// The codes that are no words.
  private static let columns = [
    "id": "identifier", "vat": "VAT", "pic": "PIC", "trl": "TRL", "by": "by whom", "on": "on day",
    "class": "who can act", "own": "own contribution", "next_by": "whose turn",
  ]
}
