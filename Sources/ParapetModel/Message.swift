/// A sentence to a person, in each language that Parapet speaks.
///
/// The words of a finding stand at the foot of the file that makes it, in all languages side by side, so that a missing
/// one does not compile.
public struct Message: Hashable, Sendable {
  /// The English words.
  public var english: String
  /// The French words.
  public var french: String

  /// A sentence in English and French.
  public init(en english: String, fr french: String) {
    self.english = english
    self.french = french
  }

  /// A sentence of which there is English alone; it stands for the other languages too.
  public init(_ english: String) { self.init(en: english, fr: english) }

  /// A name that stands alike in every language, such as a key: `'partners'`.
  public init(alike name: String) { self.init(en: name, fr: name) }

  /// The sentence in a language.
  public subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .french: french
    }
  }
}

extension Message {
  /// The advice to take the word that was most likely meant.
  package static func didYouMean(_ word: String) -> Message {
    Message(en: "did you mean '\(word)'?", fr: "vouliez-vous dire « \(word) » ?")
  }

  /// The advice to write something, alike in all languages: an amount, a day, a code.
  package static func write(_ text: String) -> Message { Message(en: "write \(text)", fr: "écrivez \(text)") }

  /// The advice to write the one or the other, where a text has two readings.
  package static func write(_ one: String, or other: String) -> Message {
    Message(en: "write \(one) or \(other)", fr: "écrivez \(one) ou \(other)")
  }
}
