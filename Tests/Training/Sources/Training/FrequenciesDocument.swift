import ParapetModel

/// Counted word frequencies as the file `glossary/frequencies.xml` of the data folder.
struct FrequenciesDocument: Sendable {
  private let frequencies: WordFrequencies

  /// A count ready to be written.
  init(_ frequencies: WordFrequencies) { self.frequencies = frequencies }

  /// The file: fields by name, then words and concepts from the most frequent to the rarest.
  var xml: String {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<!-- In how many of \(frequencies.documents) calls each folded stem and each concept stands, and how many words the",
      "     fields usually have, in hundredths. Written by `scripts/train frequencies`. -->",
      "<frequencies xmlns=\"urn:parapet:funding:1\" version=\"1\" documents=\"\(frequencies.documents)\" "
        + "xml:lang=\"\(frequencies.language)\">",
    ]
    for (name, length) in frequencies.lengths.sorted(by: { $0.key < $1.key }) where length > 0 {
      lines.append("  <field name=\"\(name)\" length=\"\(length)\"/>")
    }
    lines += frequencies.words.map { "  <words count=\"\($0.count)\">\($0.words)</words>" }
    lines += frequencies.concepts.map { "  <concepts count=\"\($0.count)\">\($0.words)</concepts>" }
    return lines.joined(separator: "\n") + "\n</frequencies>\n"
  }
}
