import ParapetReporting

/// Where a document goes and in which form.
struct OutputForm {
  /// The form.
  var format = Format.text
  /// The file to write, or nothing for standard output.
  var path: String?
  /// How CSV is written.
  var profile = CSVProfile.rfc4180
  /// Whether to colour text.
  var color = ColorChoice.auto

  /// Writes a document.
  func write(_ document: any Document, _ words: any Sentences) throws {
    let text =
      switch format {
      case .text:
        document.text(
          by: TextRenderer(
            words: words, width: path == nil ? Console.width : 100,
            colour: path == nil && Console.coloured(color, stream: 1)))
      case .csv: CSVWriter(profile).render(document.wholeTable)
      case .json: document.json
      case .html: HTMLRenderer(words: words).render(document.whole(document.page, in: words))
      }
    try write(text)
  }

  /// Writes a text as it is.
  func write(_ text: String) throws { try Console.write(Array(text.utf8), to: path) }
}
