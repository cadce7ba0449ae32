/// An answer in words, in every form that it is asked for.
public protocol Document: Sendable {
  /// What it was made from.
  var edition: Edition { get }
  /// The page for people.
  var report: Report { get }
  /// The page for a browser, where it shows more than a terminal has room for.
  var page: Report { get }
  /// The rows for machines.
  var table: Table { get }
  /// The document for machines, by its schema in `data/schema/`.
  var json: String { get }
  /// The titles on its page that are of another language than the page's, beside those of items.
  var foreign: ForeignTitles { get }
  /// The text for a terminal.
  func text(by renderer: TextRenderer) -> String
}

extension Document {
  /// The page that a terminal shows.
  public var page: Report { report }

  /// No title but those of items.
  public var foreign: ForeignTitles { ForeignTitles() }

  /// The page, line by line.
  public func text(by renderer: TextRenderer) -> String {
    renderer.render(whole(report, in: renderer.words))
  }
}
