import ParapetCatalogue
import ParapetFeeds
public import ParapetModel
public import ParapetReporting
import ParapetSearching

/// In which words an answer is told, and what it was made from.
public struct Wording: Sendable {
  /// The words of a language, with the names of the data folder.
  public var words: any Sentences
  /// The days judged and known, and the program.
  public var edition: Edition

  /// The same for answers about some cities.
  public func about(_ cities: [Portfolio]) -> Wording {
    Wording(words: words, edition: edition.about(cities))
  }
}

extension Inquiry {
  /// The words of a language for answers to this inquiry.
  public func wording(_ language: Language) -> Wording {
    var vocabulary = desk.data.vocabularies[language] ?? Vocabulary(language: language)
    vocabulary.authorities = desk.authorities
    var edition = Edition(
      asOf: moment.asOf, knownOn: moment.knownOn, program: desk.program, catalogue: freshness)
    edition.itemLanguages = ItemLanguages { [desk] texts in
      (try? desk.functionWords())?.languageTag(of: texts)
    }
    return Wording(words: Words.make(vocabulary), edition: edition)
  }
}

extension Inquiry {
  /// How fresh the catalogue is; nothing where it cannot be opened, which the question itself then tells.
  private var freshness: Edition.Freshness? {
    do {
      guard let catalogue = try desk.catalogueIfThere() else { return .missing }
      return .feeds(try catalogue.freshness(knownOn: moment.knownOn))
    } catch {
      return nil
    }
  }
}
