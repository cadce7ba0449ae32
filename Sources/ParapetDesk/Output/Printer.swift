import Foundation
import ParapetModel

/// WeasyPrint, which makes a tagged PDF (PDF/UA-1 profile) of a page, in a process of its own.
///
/// It is given the page and nothing else: no address may be fetched and no file opened, and its time, its memory and what
/// it writes are limited.
struct Printer {
  /// Where the program is.
  let program: String?
  /// A folder for what it reads and writes.
  let scratch: String

  /// The oldest version that makes tagged PDFs and can be kept from the network.
  private static let version = "70"
  /// How many seconds it may compute; a page of two hundred sheets takes one of them.
  private static let seconds = 120
  /// How much memory it may ask for, in KiB.
  private static let memory = 4_000_000
  /// How much it may write, in blocks of 512 bytes.
  private static let blocks = 400_000
  /// How many bytes of its complaints are looked at.
  private static let complaint = 4_000

  /// The PDF of a page.
  ///
  /// - Throws: `Failure`, `unreachable` where the program is not there or too old, `unusable` where it does not manage.
  func print(_ page: String) throws(Failure) -> [UInt8] {
    guard let program, FileManager.default.isExecutableFile(atPath: program) else {
      throw Failure(
        .unreachable,
        Message(
          en:
            "PDF needs WeasyPrint \(Printer.version) or newer, which is not installed; run 'scripts/setup --pdf', or "
            + "name its program in PARAPET_WEASYPRINT; --format html makes a page that a browser prints",
          fr: "le PDF demande WeasyPrint \(Printer.version) ou plus récent, qui n’est pas installé ; lancez "
            + "« scripts/setup --pdf », ou nommez son programme dans PARAPET_WEASYPRINT ; --format html fait une page "
            + "qu’un navigateur imprime"))
    }
    let folder = scratch + "/parapet-\(UUID().uuidString)"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(.unwritable, .noScratch(scratch))
    }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    guard FileManager.default.createFile(atPath: folder + "/page", contents: Data(page.utf8)) else {
      throw Failure(.unwritable, .noScratch(scratch))
    }
    let status = try run(program, in: folder)
    let words = FileManager.default.contents(atPath: folder + "/words") ?? Data()
    guard status == 0, let pdf = FileManager.default.contents(atPath: folder + "/pdf"),
      pdf.starts(with: Data("%PDF".utf8))
    else { throw failure(status, String(decoding: words.suffix(Printer.complaint), as: UTF8.self)) }
    return [UInt8](pdf)
  }

  private func failure(_ status: Int32, _ words: String) -> Failure {
    // What the parser of its arguments does not know, an older version is asked for.
    if words.contains("unrecognized arguments") || words.contains("invalid choice") {
      return Failure(
        .unreachable,
        Message(
          en: "PDF needs WeasyPrint \(Printer.version) or newer, and '\(program ?? "")' is older",
          fr:
            "le PDF demande WeasyPrint \(Printer.version) ou plus récent, et « \(program ?? "") » est plus ancien"
        ))
    }
    let last = words.split(whereSeparator: \.isNewline).last.map { ": \($0)" } ?? ""
    return Failure(
      .unusable,
      Message(
        en: "WeasyPrint cannot print the page (it ended with \(status))\(last)",
        fr: "WeasyPrint ne peut pas imprimer la page (il s’est terminé par \(status))\(last)"))
  }

  /// Runs it under limits, which a shell sets before it makes room for the program.
  private func run(_ program: String, in folder: String) throws(Failure) -> Int32 {
    // A plain shell takes one limit at a time.
    let limits =
      "ulimit -t \(Printer.seconds) && ulimit -v \(Printer.memory) && ulimit -f \(Printer.blocks) && ulimit -c 0"
      + " && exec \"$@\""
    let arguments = [
      "sh", "-c", limits, "sh", program, "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1",
      "--allowed-protocols", "data", "--no-http-redirects", "--timeout", "1", "-", "-",
    ]
    let environment = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=\(folder)", "TMPDIR=\(folder)"]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, folder + "/page", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, folder + "/pdf", O_WRONLY | O_CREAT | O_EXCL, 0o600)
    posix_spawn_file_actions_addopen(
      &actions, STDERR_FILENO, folder + "/words", O_WRONLY | O_CREAT | O_EXCL, 0o600)
    var child: pid_t = 0
    let isStarted = Printer.withPointers(arguments) { arguments in
      Printer.withPointers(environment) { environment in
        posix_spawn(&child, "/bin/sh", &actions, nil, arguments, environment) == 0
      }
    }
    guard isStarted else {
      throw Failure(
        .unreachable, Message(en: "'/bin/sh' cannot be started", fr: "« /bin/sh » ne peut pas être lancé"))
    }
    return try wait(for: child)
  }

  /// Waits for its end, and makes one where it overstays.
  private func wait(for child: pid_t) throws(Failure) -> Int32 {
    let deadline = ContinuousClock.now + .seconds(2 * Printer.seconds)
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child { break }
      guard ended == 0 || errno == EINTR else {
        throw Failure(.fault, .fault("WeasyPrint was lost while it ran"))
      }
      if ContinuousClock.now > deadline { kill(child, SIGKILL) }
      usleep(5_000)
    }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }

  /// Texts as C takes a list of them.
  private static func withPointers<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return (copies + [nil]).withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { preconditionFailure("a list with an end is not empty") }
      return body(start)
    }
  }
}

extension Message {
  fileprivate static func noScratch(_ folder: String) -> Message {
    Message(
      en: "nothing can be written to '\(folder)'", fr: "rien ne peut être écrit dans « \(folder) »")
  }
}
