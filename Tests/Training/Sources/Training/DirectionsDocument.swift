import ParapetSearching
import ParapetModel

/// The directions of words and concepts as the file `glossary/directions.xml` of the data folder.
struct DirectionsDocument: Sendable {
  private let directions: TermDirections

  /// Directions ready to be written.
  init(_ directions: TermDirections) { self.directions = directions }

  /// The file: words, then concepts, each in the order of the alphabet.
  var xml: String {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<!-- Which words and concepts calls use together: each has a direction, and what stands together points the same way",
      "     (latent semantic analysis of the counts). A character is a component: 0-9, A-Z, a-z and - stand for -31 to 31;",
      "     step: what one of them comes to, in millionths. Written by `scripts/train directions`. -->",
      "<directions xmlns=\"urn:parapet:funding:1\" version=\"1\" components=\"\(directions.size)\" "
        + "xml:lang=\"\(directions.language)\">",
    ]
    lines += directions.words.map { DirectionsDocument.line("word", "stem", $0) }
    lines += directions.concepts.map { DirectionsDocument.line("concept", "ref", $0) }
    return lines.joined(separator: "\n") + "\n</directions>\n"
  }

  private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-".utf8)

  private static func line(_ element: String, _ name: String, _ direction: TermDirections.Direction) -> String
  {
    let components = direction.components.map { alphabet[Int($0) + Int(TermDirections.largest)] }
    return "  <\(element) \(name)=\"\(direction.term)\" step=\"\(direction.step)\">"
      + String(decoding: components, as: UTF8.self) + "</\(element)>"
  }
}
