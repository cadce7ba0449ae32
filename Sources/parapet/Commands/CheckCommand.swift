import ArgumentParser
import ParapetDesk

/// `parapet check`: what is wrong in portfolios, data folders, instrument files and feeds.
struct CheckCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Finds what is wrong in portfolios, instrument files and feeds.")

  @Argument(
    help: ArgumentHelp("Portfolio folders, data folders, instrument files, feeds.", valueName: "file"))
  var files: [String] = []

  @Flag(help: "Print how well the instruments and calls of the data folder are sourced.")
  var statistics = false

  @Flag(help: "Print the facts that criteria ask for, with the codes by which a portfolio states them.")
  var facts = false

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    guard !files.isEmpty || statistics || facts else {
      throw ValidationError("Name a file or folder to check.")
    }
    guard !facts || files.isEmpty && !statistics else {
      throw ValidationError("--facts prints a list of its own: ask for it alone.")
    }
  }

  mutating func run() throws {
    try Stop.on(output.lang) {
      let desk = try Desk(source.places.checking(files), program: Program.version)
      try answer(Session(desk, at: source.moment, output.notices, language: output.lang, output.form))
    }
  }

  func answer(_ session: Session) throws {
    if facts { return try session.write(session.wording.facts) }
    let found = try session.inquiry.check(files)
    try session.write(found.report(withStatistics: statistics, session.wording))
    if let unusable = found.unusable { throw ExitStatus(unusable).code }
    if found.isWanting { throw ExitStatus.wanting.code }
  }
}
