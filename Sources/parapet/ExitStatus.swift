import ArgumentParser
import ParapetDesk
import ParapetModel
import ParapetReporting

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

  /// The code of a class of failures.
  init(_ kind: Failure.Class) {
    switch kind {
    case .misuse: self = .misuse
    case .unusable: self = .unusableInput
    case .notThere: self = .noInput
    case .unreachable: self = .unreachable
    case .unwritable: self = .unwritable
    case .busy: self = .busy
    case .fault: self = .fault
    }
  }
}

/// A reason to stop, in the words of the person at the terminal.
struct Stop: Error {
  var status: ExitStatus
  /// What to say, or nothing where nobody is left to hear it.
  var message: Message?

  init(_ status: ExitStatus, _ message: Message?) {
    self.status = status
    self.message = message
  }

  private init(_ error: any Error) {
    switch error {
    case let stop as Stop: self = stop
    case let failure as Failure:
      self.init(
        ExitStatus(failure.kind),
        Message(en: failure.message(in: .english), fr: failure.message(in: .french)))
    default:
      self.init(
        .fault,
        Message(
          en: "a fault of parapet, please report it: \(error)",
          fr: "une erreur de parapet, à signaler : \(error)"))
    }
  }

  /// Runs work and turns every error into its message and exit code; one that is not known is a fault of ours.
  static func on<Value>(_ language: Language = .english, _ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let code as ExitCode {
      throw code
    } catch {
      let stop = Stop(error)
      if let message = stop.message?[language] {
        let start = Message(en: "parapet: error: ", fr: "parapet: erreur: ")
        Console.error(start[language] + Plain.safe(message))
      }
      throw stop.status.code
    }
  }
}
