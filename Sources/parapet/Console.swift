import Foundation

/// The two streams of the terminal: data goes to standard output, everything else to standard error.
enum Console {
  /// Writes a line to standard error.
  static func error(_ line: String, terminator: String = "\n") {
    FileHandle.standardError.write(Data((line + terminator).utf8))
  }

  /// Writes a document to standard output, or whole or not at all to a file.
  static func write(_ bytes: [UInt8], to path: String?) throws {
    guard let path else {
      do {
        try FileHandle.standardOutput.write(contentsOf: Data(bytes))
      } catch {
        throw Stop(.unwritable, "standard output cannot be written")
      }
      return
    }
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Stop(.unwritable, "'\(path)' cannot be written")
    }
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

  /// How many columns the terminal has, or a hundred where the output is no terminal.
  static var width: Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 100 }
    return Int(size.ws_col)
  }
}
