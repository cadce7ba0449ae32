import ArgumentParser
import ParapetDesk
import ParapetModel
import ParapetReporting
import Synchronization

/// A desk opened for one command.
struct Session {
  /// The desk at the moment that was asked for.
  let inquiry: Inquiry
  /// The words of the answer.
  let wording: Wording
  /// What is said beside the answer.
  let notices: Notices
  private let form: OutputForm
  private let refusals = Refusals()

  /// Opens a desk; what is wrong in the data folder is told and costs only the record it stands in.
  init(
    _ source: SourceOptions, _ notices: Notices, language: Language = .english, _ form: OutputForm,
    opening extent: Desk.Extent = .everything
  ) throws {
    let desk = try Desk(source.places, program: Program.version, opening: extent)
    notices.tell(desk.diagnostics)
    self.init(desk, at: source.moment, notices, language: language, form)
  }

  /// A session at a desk that is open.
  init(
    _ desk: Desk, at moment: Moment, _ notices: Notices, language: Language = .english, _ form: OutputForm
  ) {
    inquiry = desk.at(moment) { [refusals] in
      refusals.heed($0)
      notices.tell($0)
    }
    wording = inquiry.wording(language)
    self.notices = notices
    self.form = form
  }

  /// Writes the answer in the form that was asked for.
  ///
  /// What could not be read of a portfolio is said, and ends the command with 1: something was refused.
  func write(_ document: any Document) throws {
    try show(document)
    try endWanting(document.edition)
  }

  /// Writes the answer, and leaves it to the caller how the command ends.
  func show(_ document: any Document) throws { try form.write(document, wording.words, of: inquiry.desk) }

  /// Ends the command with 1 where something of a portfolio could not be read, or an error was told on the way, as of a
  /// damaged record that is passed over.
  func endWanting(_ edition: Edition) throws {
    if let gaps = edition.gaps, !gaps.unread.isEmpty {
      notices.count(wording.words.note(UnreadNote.title(gaps.unread.count)))
      throw ExitStatus.wanting.code
    }
    if refusals.any { throw ExitStatus.wanting.code }
  }

  /// Whether a question found something that it had to refuse.
  private final class Refusals: Sendable {
    private let told = Mutex(false)

    var any: Bool { told.withLock { $0 } }

    func heed(_ notice: Notice) {
      guard case .findings(let findings) = notice, findings.contains(where: { $0.severity == .error }) else {
        return
      }
      told.withLock { $0 = true }
    }
  }
}

/// A command that puts a question to a desk and writes its answer.
protocol Question: ParsableCommand {
  /// Where the facts are.
  var source: SourceOptions { get }
  /// Where the answer goes.
  var output: OutputOptions { get }

  /// Asks and writes.
  func answer(_ session: Session) throws
}

extension Question {
  mutating func run() throws {
    try Stop.on(output.lang) {
      try answer(try Session(source, output.notices, language: output.lang, output.form))
    }
  }
}
