import ArgumentParser
import ParapetDesk
import ParapetModel
import ParapetReporting

/// `parapet progress`: how the action plan goes on, what slipped and what was lost.
struct ProgressCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "Reports how the action plan goes on: states, money, indicators, what slipped, what was lost.",
    discussion: """
      States and money are in progress.csv, readings in readings.csv; what is dated later is left out. A report that is \
      handed in is kept with --keep: the next is compared with it unless --since names another day.
      """)

  @Argument(help: ArgumentHelp("The folder of a portfolio.", valueName: "portfolio"))
  var portfolio: String

  @Option(help: ArgumentHelp("Compare with this day, such as that of the last report.", valueName: "day"))
  var since: Day?

  @Flag(help: "Keep it in the catalogue as the report that was handed in on its day.")
  var keep = false

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  func answer(_ session: Session) throws {
    let city = try session.inquiry.covenantPortfolio(portfolio)
    let progress = try session.inquiry.progress(of: city, since: since)
    let report = progress.report(session.wording)
    try session.show(report)
    if keep {
      try session.inquiry.keep(progress)
      session.notices.say("the report is kept for the next to be compared with")
    }
    try session.endWanting(report.edition)
    if progress.isEmpty {
      session.notices.say(
        Message(en: "nothing is told of any action", fr: "rien n’est dit d’aucune action"))
      throw ExitStatus.wanting.code
    }
  }
}
