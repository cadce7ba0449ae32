import ArgumentParser
import ParapetDesk
import ParapetModel
import ParapetReporting

/// `parapet batch`: a night's work for all cities.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Does a night's work: feeds, cities, what changed for each, reports, mail.",
    discussion: """
      What is compared is what was last told, so that a night that was missed is caught up by the next. A night that \
      was killed goes on where it was. It ends with 1 where something was refused, or where a change is at least as \
      urgent as --fail-on says.
      """)

  @OptionGroup var wanted: BatchOptions
  @OptionGroup var output: OutputOptions

  mutating func run() throws {
    try Stop.on(output.lang) {
      let desk = try Desk(wanted.place.places, program: Program.version)
      let night = try run(desk, wanted.question(output.lang))
      let wording = desk.at(Moment(asOf: wanted.day)).wording(output.lang)
      try output.form.write(night.report, wording.words, of: desk)
      if night.isWanting || wanted.isUrgent(night.severity) { throw ExitStatus.wanting.code }
    }
  }

  private func run(_ desk: Desk, _ question: NightQuestion) throws -> NightOutcome {
    switch wanted.log {
    case .text:
      let notices = output.notices
      notices.tell(desk.diagnostics)
      return try desk.night(question, telling: { notices.tell($0) })
    case .json:
      let log = NightLog(language: output.lang, now: { Clock.now }, write: { Console.error($0) })
      log.tell(.findings(desk.diagnostics))
      return try desk.night(question, telling: { log.tell($0) }, logging: { log.log($0) })
    }
  }
}
