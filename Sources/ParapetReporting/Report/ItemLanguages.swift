import ParapetModel

/// What tells in which language a city wrote its items, by the words of all of them.
public struct ItemLanguages: Hashable, Sendable {
  private let tag: @Sendable ([String]) -> String?

  /// - Parameter tag: the tag of the language (BCP 47) that texts are in; nothing where it cannot be told.
  public init(_ tag: @escaping @Sendable ([String]) -> String?) { self.tag = tag }

  /// The same: a run reads all texts by one glossary.
  public static func == (left: ItemLanguages, right: ItemLanguages) -> Bool { true }

  /// Nothing tells one from another.
  public func hash(into hasher: inout Hasher) {}

  /// The titles and texts of the items of a city with their language.
  func titles(of portfolio: Portfolio) -> ForeignTitles {
    var titles = ForeignTitles()
    let texts = portfolio.items.flatMap { [$0.title, $0.text] }
    guard let language = tag(texts) else { return titles }
    for text in texts { titles.add(text, language) }
    return titles
  }
}
