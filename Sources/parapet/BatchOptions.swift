import ArgumentParser
import ParapetDesk
import ParapetModel

/// Which changes of a night end the command with 1.
enum Urgency: String, ExpressibleByArgument, CaseIterable {
  case red, amber, never
}

/// Whether a night keeps a log on standard error, and in which form.
enum LogForm: String, ExpressibleByArgument, CaseIterable {
  /// Diagnostics as people read them, and no steps.
  case text
  /// One JSON object a line: each step with its duration, and each finding.
  case json
}

/// Which night is asked for.
struct BatchOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The file that says what is to be done.", valueName: "file"))
  var file: String

  @OptionGroup var place: PlaceOptions

  @Option(
    help: ArgumentHelp("The day on which dates are judged (default: today in Brussels).", valueName: "day"))
  var asOf: Day?

  @Option(
    help: ArgumentHelp("The day of the readings (default: the day judged); for replays.", valueName: "day"))
  var readOn: Day?

  @Option(
    help: ArgumentHelp(
      "Replay: a night for each day from --as-of to this one; '{day}' in the file's sources and output is that day.",
      valueName: "day"))
  var until: Day?

  @Flag(help: "Keep everything and tell nothing: a beginning, after a change of feeds or rules.")
  var baseline = false

  @Flag(help: "Keep, write and send nothing; print what would be told.")
  var dryRun = false

  @Flag(help: "Judge every pair again, also where nothing changed for it; the answers are the same.")
  var anew = false

  @Option(help: "End with 1 where a change is red, or at least amber, or never.")
  var failOn: Urgency = .red

  @Option(help: "How standard error is kept: text, or json for one object a line with each step.")
  var log: LogForm = .text

  func validate() throws {
    guard let until else { return }
    guard let asOf, asOf <= until else {
      throw ValidationError("--until needs a day of --as-of that is not after it.")
    }
    guard readOn == nil, !dryRun else {
      throw ValidationError("--until goes with neither --read-on nor --dry-run.")
    }
  }

  /// The day judged.
  var day: Day { asOf ?? Clock.today }

  /// What is asked.
  func question(_ language: Language) -> NightQuestion {
    var question = NightQuestion(file: file, asOf: day)
    question.readOn = readOn
    question.until = until
    question.isBaseline = baseline
    question.isDry = dryRun
    question.judgesAnew = anew
    question.language = language
    return question
  }

  /// Whether a change is so urgent that the command ends with 1.
  func isUrgent(_ severity: RecordChange.Severity?) -> Bool {
    guard let severity else { return false }
    return switch failOn {
    case .red: severity == .red
    case .amber: severity <= .amber
    case .never: false
    }
  }
}
