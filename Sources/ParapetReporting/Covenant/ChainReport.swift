public import ParapetModel

/// A page of links to the reports of a city, from the feed that was read to the report of progress.
public struct ChainReport: Document {
  private let city: City
  private let files: [String]
  private let words: any Sentences
  /// What it was made from.
  public let edition: Edition

  /// A page of links to files beside it, in the order of the work.
  public init(of city: City, files: [String], words: any Sentences, edition: Edition) {
    self.city = city
    self.files = files
    self.words = words
    self.edition = edition
  }

  /// The page.
  public var report: Report {
    Report(
      title: words.sentence(.chainTitle(city: words.name(of: city))), notes: [words.made(edition)],
      blocks: [
        .paragraph(Phrase(words.sentence(.chainMeaning))),
        .list(
          zip(files, ChainStep.allCases).map { file, step in
            ListEntry(Phrase(words.word(step) + " ") + .file(file))
          }),
      ])
  }

  /// One row for each file.
  public var table: Table {
    var table = Table(caption: "", columns: [Table.Column("file"), Table.Column("step")])
    for (file, step) in zip(files, ChainStep.allCases) { table.append([.text(file), .text(step.rawValue)]) }
    return table
  }

  /// The files, as JSON.
  public var json: String { JSONDocument("chain", edition, in: words.language, Body(files: files)).text }

  private struct Body: Encodable {
    var files: [String]
  }
}
