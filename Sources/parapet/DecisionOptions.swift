import ArgumentParser
import ParapetDesk
import ParapetModel

/// What a person dismisses, and why.
struct HideOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The folder of a portfolio.", valueName: "portfolio"))
  var portfolio: String

  @Option(help: ArgumentHelp("The item, or * for all.", valueName: "id"))
  var item: String?

  @Option(help: ArgumentHelp("An identifier, or a source's own reference.", valueName: "id"))
  var opportunity: String?

  @Option(help: ArgumentHelp("Why.", valueName: "reason"))
  var because: String?

  @Option(help: ArgumentHelp("Who dismisses it.", valueName: "name"))
  var by: String?

  @Flag(help: "Show what is dismissed.")
  var show = false

  mutating func validate() throws {
    guard !show else { return }
    let stated = [item, opportunity, because, by]
    guard stated.allSatisfy({ !($0 ?? "").isEmpty }) else {
      throw ValidationError("Name --item, --opportunity, --because and --by, or ask for --show.")
    }
  }

  /// The pair, dismissed on a day.
  func pair(on day: Day) -> HiddenPair {
    HiddenPair(
      item: item == "*" ? nil : item, opportunity: opportunity ?? "", because: because ?? "", by: by ?? "",
      on: day)
  }
}

/// What a person found out.
struct AnswerOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The folder of a portfolio.", valueName: "portfolio"))
  var portfolio: String

  @Option(help: ArgumentHelp("An item of it, or * for all.", valueName: "id"))
  var item: String

  @Option(
    help: ArgumentHelp("An identifier, or a source's own reference, or * for all.", valueName: "id"))
  var opportunity: String

  @Option(help: ArgumentHelp("The code printed beside the question.", valueName: "code"))
  var question: String

  @Option(help: "met, unmet or unknown.")
  var answer: AnswerWord

  @Option(help: ArgumentHelp("Who says so.", valueName: "name"))
  var by: String

  @Option(
    name: .customLong("source"), help: ArgumentHelp("Where it was found, in your words.", valueName: "text"))
  var found: String?

  mutating func validate() throws {
    if by.allSatisfy(\.isWhitespace) { throw ValidationError("--by needs a name.") }
  }

  /// What is kept.
  var given: AnswerQuestion {
    AnswerQuestion(
      item: item, opportunity: opportunity, question: question, answer: answer, by: by, source: found)
  }
}
