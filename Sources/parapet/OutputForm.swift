import Foundation
import ParapetDesk
import ParapetModel
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
  /// Whether a page shows and prints what can be skipped.
  var annex = false

  /// Writes a document; what is no text is not shown on a terminal.
  func write(_ document: any Document, _ words: any Sentences, of desk: Desk) throws {
    let isTerminal = path == nil
    var form = DocumentForm(
      format.text ?? .html, profile: profile, width: isTerminal ? Console.width : 100,
      coloured: isTerminal && Console.coloured(color, stream: 1))
    form.hasAnnex = annex
    guard format.text != nil || !isTerminal || isatty(1) == 0 else {
      throw Stop(
        .misuse,
        Message(
          en: "\(format.rawValue) is not for a terminal; name a file with --output",
          fr: "\(format.rawValue) n’est pas fait pour un terminal ; nommez un fichier par --output"))
    }
    try Console.write(try desk.bytes(of: document, as: format, form, words), to: path)
  }

  /// Writes a text as it is.
  func write(_ text: String) throws { try Console.write(Array(text.utf8), to: path) }
}
