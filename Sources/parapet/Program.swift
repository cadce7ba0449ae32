/// What the program says of itself.
enum Program {
  /// The version, in every document and in `--version`.
  static let version = "0.1.0"
}
