/// What is said beside the keys of a portfolio to fill in.
public enum TemplateNote: Hashable, Sendable {
  /// What the file is.
  case head
  /// How the tables beside it are written.
  case tables(delimiter: String, decimalMark: String)
  /// Where the city lies.
  case region
  /// The classes of applicant.
  case applicant([String])
  /// Whether it recovers VAT.
  case vat
  /// The categories of regions.
  case category([String])
  /// When it joined the Covenant.
  case covenant
  /// Who takes part.
  case partners
  /// What it can pay and write.
  case capacity
  /// The measures that an item can be.
  case measures([String])
}
