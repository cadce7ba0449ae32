import ArgumentParser
import ParapetCatalogue
import ParapetFeeds
import ParapetFetching
import ParapetInput
import ParapetModel

/// The exit codes that others rely on, after `sysexits.h`.
enum ExitStatus: Int32 {
  /// Done, and something was refused or found wanting.
  case wanting = 1
  /// The command line is wrong.
  case misuse = 64
  /// The input cannot be used.
  case unusableInput = 65
  /// The input is not there.
  case noInput = 66
  /// The store or the network cannot be reached.
  case unreachable = 69
  /// A fault of the program, caught.
  case fault = 70
  /// The output cannot be written.
  case unwritable = 73
  /// Somebody else is writing; try later.
  case busy = 75

  var code: ExitCode { ExitCode(rawValue) }
}

/// A reason to stop, in the words of the person at the terminal.
struct Stop: Error {
  var status: ExitStatus
  /// What to say, or nothing where nobody is left to hear it.
  var message: String?

  init(_ status: ExitStatus, _ message: String?) {
    self.status = status
    self.message = message
  }

  init(_ error: CatalogueError) {
    switch error {
    case .notThere(let path): self.init(.unreachable, "there is no catalogue at '\(path)'")
    case .busy(let path):
      self.init(.busy, "another program is writing to the catalogue '\(path)'; try again in a moment")
    case .foreign(let path):
      self.init(.unreachable, "'\(path)' is the database of another program and was left as it is")
    case .otherForm(let path):
      self.init(
        .unreachable,
        "the catalogue '\(path)' was made by another version of parapet and was left as it is; move it away and read "
          + "the feeds anew with 'parapet ingest', or name another catalogue with --store")
    case .shrunk(let feed, let before, let now):
      self.init(
        .unusableInput,
        "the whole list of '\(feed)' has \(now) records, and the last one had \(before): too few to be believed; "
          + "nothing was stored (--accept-shrinking takes it all the same, --feed names a list of its own)")
    case .unreadable(let path, let reason):
      self.init(.unreachable, "'\(path)' cannot be used as a catalogue: \(reason)")
    case .unwritable(let path, let reason):
      self.init(.unreachable, "the catalogue '\(path)' cannot be written: \(reason)")
    case .damagedRecord(let key):
      self.init(
        .unreachable,
        "the record '\(key)' of the catalogue is damaged or of a newer program; ingest its source again")
    }
  }

  init(_ error: PortfolioError) {
    switch error {
    case .folderNotFound, .missing: self.init(.noInput, error.description)
    case .notAFolder, .unreadable, .tooLarge: self.init(.unusableInput, error.description)
    }
  }

  init(_ error: DataFolderError) {
    switch error {
    case .notFound: self.init(.noInput, error.description)
    case .unreadable: self.init(.unusableInput, error.description)
    }
  }

  init(_ error: FeedSourceError) {
    switch error {
    case .notThere: self.init(.noInput, error.description)
    case .unreadable, .empty: self.init(.unusableInput, error.description)
    }
  }

  init(_ error: FetchError) {
    switch error {
    case .notAnAddress: self.init(.misuse, error.description)
    case .status(_, 404, _), .status(_, 410, _): self.init(.noInput, error.description)
    case .tooLarge, .unusable: self.init(.unusableInput, error.description)
    case .noRoom: self.init(.unwritable, error.description)
    case .unreachable, .timedOut, .cutOff, .status, .redirectedTooOften, .redirectionRefused:
      self.init(.unreachable, error.description)
    }
  }

  /// The reason behind an error of ours, or nothing where it is not one.
  init?(_ error: any Error) {
    switch error {
    case let stop as Stop: self = stop
    case let error as CatalogueError: self.init(error)
    case let error as PortfolioError: self.init(error)
    case let error as DataFolderError: self.init(error)
    case let error as FeedSourceError: self.init(error)
    case let error as FetchError: self.init(error)
    default: return nil
    }
  }

  /// Runs work and turns every error into its message and exit code; one that is not known is a fault of ours.
  static func on<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let code as ExitCode {
      throw code
    } catch {
      let stop = Stop(error) ?? Stop(.fault, "a fault of parapet, please report it: \(error)")
      if let message = stop.message { Console.error("parapet: error: \(message)") }
      throw stop.status.code
    }
  }

  /// The same as a finding, where one of several inputs should not spoil the others.
  func finding(about input: String) -> Diagnostic {
    let id =
      switch status {
      case .noInput: "input-not-there"
      case .unreachable: "input-unreachable"
      case .wanting, .misuse, .unusableInput, .fault, .unwritable, .busy: "input-unusable"
      }
    return Diagnostic(.error, id: id, at: Diagnostic.Place(file: input), message ?? "")
  }
}
