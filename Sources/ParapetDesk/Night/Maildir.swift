import Foundation
import ParapetCatalogue
import ParapetModel

/// Where mail is handed over.
enum MailDoor {
  case maildir(String)
  case sendmail(program: String)

  init(_ mail: BatchOrder.Mail) {
    switch mail {
    case .maildir(let folder): self = .maildir(folder)
    case .sendmail(let program): self = .sendmail(program: program)
    }
  }

  /// Hands a mail over.
  ///
  /// - Throws: `Failure` where it is not taken; another time it may be.
  func handOver(_ mail: StoredMail, on day: Day) throws(Failure) {
    switch self {
    case .maildir(let folder): try Maildir(folder: folder).deliver(mail, on: day)
    case .sendmail(let program): try Sendmail(program: program).send(mail.bytes)
    }
  }
}

/// A folder of mails as qmail has it: written whole in `tmp`, and then moved to `new`.
struct Maildir {
  let folder: String

  /// Delivers a mail. Its name follows from the night and the person, so that one that is delivered again after a crash
  /// takes its own place, and one that somebody has fetched or read meanwhile is not delivered twice.
  func deliver(_ mail: StoredMail, on day: Day) throws(Failure) {
    for part in ["tmp", "new", "cur"] {
      do {
        try FileManager.default.createDirectory(
          atPath: folder + "/" + part, withIntermediateDirectories: true)
      } catch {
        throw Failure(.unwritable, .noFolder("\(folder)/\(part)"))
      }
    }
    let name =
      "\(BrusselsTime.seconds(on: day, hour: 3, minute: 40)).\(mail.message.replacing("@", with: "_"))"
    if isThere(name) { return }
    let draft = folder + "/tmp/" + name
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(errno) }
    let problem = OutputFile.write(mail.bytes, to: descriptor)
    let isSynced = fsync(descriptor) == 0
    let number = errno
    guard close(descriptor) == 0, problem == nil, isSynced else {
      unlink(draft)
      throw failure(problem ?? number)
    }
    guard rename(draft, folder + "/new/" + name) == 0 else {
      let number = errno
      unlink(draft)
      throw failure(number)
    }
  }

  /// Whether a mail of a name lies in `new`, or in `cur` with whatever a reader has added to its name.
  private func isThere(_ name: String) -> Bool {
    let files = FileManager.default
    if files.fileExists(atPath: folder + "/new/" + name) { return true }
    let read = (try? files.contentsOfDirectory(atPath: folder + "/cur")) ?? []
    return read.contains { $0 == name || $0.hasPrefix(name + ":") }
  }

  private func failure(_ number: Int32) -> Failure {
    Failure(
      .unwritable,
      Message(
        en: "the mailbox '\(folder)' takes nothing: \(String(cString: strerror(number)))",
        fr: "la boîte « \(folder) » ne prend rien ; le système dit : « \(String(cString: strerror(number))) »"
      ))
  }
}

/// A program that takes a mail on its standard input and finds the recipients in it.
struct Sendmail {
  let program: String

  /// Sends a mail: `-i`, so that a line with one dot does not end it, and `-t`, so that no address stands in the list of
  /// processes.
  func send(_ bytes: [UInt8]) throws(Failure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw failure(Message(en: "no pipe is to be had", fr: "aucun tube n’est disponible"))
    }
    defer { if ends[1] >= 0 { close(ends[1]) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var child: pid_t = 0
    let words: [String] = [program, "-i", "-t"]
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    let problem = posix_spawn(&child, program, &actions, nil, arguments, environ)
    close(ends[0])
    guard problem == 0 else { throw failure(Message(alike: String(cString: strerror(problem)))) }
    let unwritten = OutputFile.write(bytes, to: ends[1])
    close(ends[1])
    ends[1] = -1
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard status == 0, unwritten == nil else {
      throw failure(
        status == 0
          ? Message(en: "it did not read the mail", fr: "il n’a pas lu le message")
          : Message(
            en: "it ended with \((status >> 8) & 0xFF)", fr: "il s’est terminé par \((status >> 8) & 0xFF)"))
    }
  }

  private func failure(_ reason: Message) -> Failure {
    Failure(
      .unreachable,
      Message(
        en: "'\(program)' did not take the mail: \(reason.english)",
        fr: "« \(program) » n’a pas pris le message : \(reason.french)"))
  }
}
