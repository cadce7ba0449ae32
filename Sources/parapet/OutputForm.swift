import ParapetReporting

/// Where a document goes and in which form.
struct OutputForm {
  /// The file to write, or nothing for standard output.
  var path: String?
  /// The format.
  var format = DocumentFormat.text
  /// How CSV is written.
  var profile = CSVProfile.rfc4180
  /// Whether to colour text.
  var color = ColorChoice.auto

  /// Writes a document.
  func write(_ document: any Document, _ words: any Sentences) throws {
    let isTerminal = path == nil
    let form = DocumentForm(
      format, profile: profile, width: isTerminal ? Console.width : 100,
      coloured: isTerminal && Console.coloured(color, stream: 1))
    try write(form.render(document, words))
  }

  /// Writes a text as it is.
  func write(_ text: String) throws { try Console.write(Array(text.utf8), to: path) }
}
