/// A language that Parapet speaks.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// French.
  case french = "fr"
}

/// A text with the tag of its language, such as `en` or `pt`.
public struct LocalizedText: Hashable, Sendable {
  /// The language's tag (BCP 47), lower case, or empty where the source does not say.
  public var language: String
  /// The text, free of markup.
  public var text: String

  /// A text in a language.
  public init(_ text: String, language: String) {
    self.text = text
    self.language = language
  }
}

extension [LocalizedText] {
  /// The text in a language, else in English, else the first, else nothing.
  public func text(in language: Language) -> String? {
    (first { $0.language == language.rawValue } ?? first { $0.language == "en" } ?? first)?.text
  }
}
