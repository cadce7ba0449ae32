import ArgumentParser
import Foundation
import ParapetDesk
import ParapetModel

/// The two streams of the terminal: data goes to standard output, everything else to standard error.
enum Console {
  /// Writes a line to standard error; where that is closed, nobody is left to tell.
  static func error(_ line: String, terminator: String = "\n") {
    _ = OutputFile.write(Array((line + terminator).utf8), to: 2)
  }

  /// Writes a document to standard output, or whole or not at all to a file.
  static func write(_ bytes: [UInt8], to path: String?) throws {
    if let path { return try OutputFile(path: path).write(bytes) }
    guard let failure = OutputFile.write(bytes, to: 1) else { return }
    // A reader that has seen enough, such as `head`, needs no word about it.
    let reason = String(cString: strerror(failure))
    let message = Message(
      en: "standard output cannot be written: \(reason)",
      fr: "la sortie standard ne peut pas être écrite ; le système dit : « \(reason) »")
    throw Stop(.unwritable, failure == EPIPE ? nil : message)
  }

  /// Writes a document part after part, as they are made.
  static func write(
    to path: String?, parts: (_ write: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    guard let path else { return try parts { try write($0, to: nil) } }
    try OutputFile(path: path).write(parts: parts)
  }

  /// Whether to colour what goes to a stream: as asked, else only on a terminal and not against `NO_COLOR`.
  static func coloured(_ choice: ColorChoice, stream: Int32) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto:
      ProcessInfo.processInfo.environment["NO_COLOR"].map(\.isEmpty) ?? true
        && ProcessInfo.processInfo.environment["TERM"] != "dumb" && isatty(stream) == 1
    }
  }

  /// Whether a person sees standard error come; progress is for nobody else.
  static var isWatched: Bool { isatty(2) == 1 }

  /// How many columns the terminal has, or a hundred where the output is no terminal.
  static var width: Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 100 }
    return Int(size.ws_col)
  }
}

/// Whether to colour the output.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}
