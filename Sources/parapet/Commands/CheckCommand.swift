import ArgumentParser
import ParapetDesk

/// `parapet check`: what is wrong in portfolios, data folders, instrument files and feeds.
struct CheckCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Finds what is wrong in portfolios, instrument files and feeds.")

  @OptionGroup var wanted: CheckOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  mutating func run() throws {
    try Stop.on(output.lang) {
      let desk = try Desk(source.places.checking(wanted.files), program: Program.version)
      try answer(Session(desk, at: source.moment, output.notices, language: output.lang, output.form))
    }
  }

  func answer(_ session: Session) throws {
    if wanted.facts { return try session.write(session.wording.facts) }
    let found = try session.inquiry.check(wanted.files)
    try session.write(found.report(withStatistics: wanted.statistics, session.wording))
    if let unusable = found.unusable { throw ExitStatus(unusable).code }
    if found.isWanting { throw ExitStatus.wanting.code }
  }
}
