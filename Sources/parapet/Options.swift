public import ArgumentParser
public import ParapetBudgeting
import ParapetDesk
public import ParapetMatching
public import ParapetModel
public import ParapetReporting

extension DocumentFormat: ExpressibleByArgument {}

extension Language: ExpressibleByArgument {}

extension CSVProfile: ExpressibleByArgument {}

extension AnswerWord: ExpressibleByArgument {}

extension BudgetLayout: ExpressibleByArgument {}
extension PlanTable: ExpressibleByArgument {}

extension Evaluation.Order: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  /// A day of the command line.
  public init?(argument: String) { self.init(argument) }
}

/// Where the data folder and the catalogue are.
struct PlaceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of instruments, calls, measures and words.", valueName: "folder"))
  var data: String?

  @Option(
    help: ArgumentHelp(
      "The catalogue (default: PARAPET_STORE, else parapet/catalogue.sqlite in the data home).",
      valueName: "path"))
  var store: String?

  /// The places that are meant, by options, environment and working folder.
  var places: Places { get throws(Failure) { try Surroundings.places(data: data, store: store) } }
}

/// Where the facts are.
struct SourceOptions: ParsableArguments {
  @OptionGroup var place: PlaceOptions

  @Option(
    help: ArgumentHelp("Use what the catalogue knew on this day (default: all there is).", valueName: "day"))
  var knownOn: Day?

  @Option(
    help: ArgumentHelp("The day on which dates are judged (default: today in Brussels).", valueName: "day"))
  var asOf: Day?

  /// The days judged and known.
  var moment: Moment { Moment(asOf: asOf ?? Clock.today, knownOn: knownOn) }

  /// The places that are meant.
  var places: Places { get throws(Failure) { try place.places } }
}

/// By which rates costs in another currency are counted.
struct RateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Convert by the rates of this file: the ECB's XML, or InforEuro's rates as JSON or CSV.",
      discussion: "Without it the rates of the catalogue and of the data folder are used.", valueName: "file")
  )
  var rates: String?

  @Option(
    help: ArgumentHelp(
      "Convert by the last rate on or before this day (default: the day judged).", valueName: "day"))
  var ratesOn: Day?

  /// The rates that are meant.
  var source: RateSource { RateSource(file: rates, on: ratesOn) }
}

extension Country {
  /// The country of a code on the command line.
  init(stated code: String) throws(Stop) {
    guard let country = Country(code.uppercased()) else {
      throw Stop(
        .misuse,
        Message(
          en: "'\(code)' is not the code of a country; write two letters, such as FR",
          fr: "« \(code) » n’est pas le code d’un pays ; écrivez deux lettres, comme FR"))
    }
    self = country
  }
}

/// Where the answer goes and in which form.
struct OutputOptions: ParsableArguments {
  @Option(help: "text, csv, json, html, xlsx or pdf.")
  var format: DocumentFormat = .text

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

  @Flag(help: "Show too what a page folds away: reasons, costs, checks.")
  var annex = false

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false
}

extension OutputOptions {
  /// What is said beside the data.
  var notices: Notices { Notices(quiet: quiet, language: lang) }

  /// The form of the document.
  var form: OutputForm {
    OutputForm(path: output, format: format, profile: csvProfile, color: color, annex: annex)
  }
}
