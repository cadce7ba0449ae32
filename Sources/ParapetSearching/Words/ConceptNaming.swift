public import ParapetModel

/// Which of some concepts of the glossary the words of an item name, in whatever language it is written.
public struct ConceptNaming: Sendable {
  private let lexicon: Lexicon
  private let readings = Shelf<Reading>()

  /// - Parameters:
  ///   - names: the concepts that are asked for; none asks for nothing.
  ///   - glossary: the words of the concepts.
  public init(_ names: Set<String> = [], of glossary: Glossary = Glossary()) {
    var glossary = glossary
    // What words weigh is not asked.
    glossary.frequencies = nil
    glossary.directions = nil
    lexicon = Lexicon(glossary, reading: glossary.concepts.filter { names.contains($0.id) })
  }

  /// The concepts that an item names, of those asked for.
  package func concepts(namedBy item: Item) -> Set<String> {
    guard !lexicon.concepts.isEmpty else { return [] }
    let text = item.title + ". " + item.text
    var reading = readings.take() ?? Reading()
    defer { if reading.isKept { readings.putBack(reading) } }
    lexicon.read(text, in: lexicon.language(ofItem: text, by: &reading), into: &reading)
    return Set(reading.finds.map { lexicon.concepts[Int($0.concept)] })
  }
}
