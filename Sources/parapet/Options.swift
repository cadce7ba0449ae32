public import ArgumentParser
import Foundation
public import ParapetBudgeting
public import ParapetMatching
public import ParapetModel
public import ParapetReporting

/// The form of a document.
enum Format: String, ExpressibleByArgument, CaseIterable {
  case text, csv, json, html
}

/// Whether to colour the output.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

extension Language: ExpressibleByArgument {}

extension CSVProfile: ExpressibleByArgument {}

extension BudgetLayout: ExpressibleByArgument {}

extension Evaluation.Order: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  /// A day of the command line.
  public init?(argument: String) { self.init(argument) }
}

/// Where the facts are.
struct SourceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of instruments, calls, measures and words.", valueName: "folder"))
  var data: String?

  @Option(
    help: ArgumentHelp(
      "The catalogue (default: PARAPET_STORE, else parapet/catalogue.sqlite in the data home).",
      valueName: "path"))
  var store: String?

  @Option(
    help: ArgumentHelp("Use what the catalogue knew on this day (default: all there is).", valueName: "day"))
  var knownOn: Day?

  @Option(
    help: ArgumentHelp("The day on which dates are judged (default: today in Brussels).", valueName: "day"))
  var asOf: Day?

  /// The day judged.
  var day: Day { asOf ?? Clock.today }
}

/// Where the answer goes and in which form.
struct OutputOptions: ParsableArguments {
  @Option(help: "text, csv, json or html.")
  var format: Format = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file, whole or not at all, instead of standard output.", valueName: "file")
  )
  var output: String?

  @Option(help: "The language of reports: en or fr.")
  var lang: Language = .english

  @Option(help: "How CSV is written: excel-fr, excel-en or rfc4180.")
  var csvProfile: CSVProfile = .rfc4180

  @Option(help: "auto, always or never; NO_COLOR is heeded.")
  var color: ColorChoice = .auto

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false
}

/// The only clock of the program.
enum Clock {
  /// Today in Brussels, where deadlines are.
  static var today: Day {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Brussels") ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    guard let day = Day(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0) else {
      preconditionFailure("the machine's clock is outside the years 1 to 9999")
    }
    return day
  }
}

extension OutputOptions {
  /// Writes an answer in the form that was asked for.
  func write(
    text: @autoclosure () -> Report, table: @autoclosure () -> Table, json: @autoclosure () -> String,
    words: any Sentences
  ) throws {
    let document =
      switch format {
      case .text:
        TextRenderer(
          words: words, width: output == nil ? Console.width : 100,
          colour: output == nil && Console.coloured(color, stream: 1)
        ).render(text())
      case .csv: CSVWriter(csvProfile).render(table())
      case .json: json()
      case .html: HTMLRenderer(words: words).render(text())
      }
    try Console.write(Array(document.utf8), to: output)
  }
}
