public import ParapetModel

/// Finds the words of a language.
public enum Words {
  /// The words of a vocabulary's language.
  public static func make(_ vocabulary: Vocabulary) -> any Sentences {
    switch vocabulary.language {
    case .english: English(vocabulary)
    case .french: French(vocabulary)
    }
  }
}
