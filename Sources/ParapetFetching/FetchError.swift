/// Why an address gave nothing that can be read; the name in it shows no secret.
public enum FetchError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text is no http or https address.
  case notAnAddress
  /// No connection could be made, or the server cannot be trusted.
  case unreachable(name: String, reason: String)
  /// Nothing, or next to nothing, came for too long.
  case timedOut(name: String)
  /// The answer ended before it was whole.
  case cutOff(name: String)
  /// The server answered, and not with the document.
  case status(name: String, code: Int, retryAfter: Double?)
  /// The document has more bytes than are read.
  case tooLarge(name: String, bytes: Int)
  /// The server sends on and on.
  case redirectedTooOften(name: String, times: Int)
  /// The server sends on to where it is not followed.
  case redirectionRefused(name: String, to: String)
  /// What came is not what was asked for.
  case unusable(name: String, reason: String)
  /// There is no room for what comes.
  case noRoom(folder: String)

  /// Whether the same question may well be answered a little later.
  var isPassing: Bool {
    switch self {
    case .timedOut, .cutOff: true
    case .unreachable(_, let reason): !FetchError.lasting.contains(reason)
    case .status(_, let code, _): [408, 425, 429, 500, 502, 503, 504].contains(code)
    case .notAnAddress, .tooLarge, .redirectedTooOften, .redirectionRefused, .unusable, .noRoom:
      false
    }
  }

  /// How long the server asks to be left alone, in seconds.
  var retryAfter: Double? {
    guard case .status(_, _, let seconds) = self else { return nil }
    return seconds
  }

  static let untrusted = "its certificate cannot be trusted"
  private static let lasting = [untrusted]

  /// The error as a person reads it.
  public var description: String {
    switch self {
    case .notAnAddress: "this is no address that can be asked; it has the form https://host/path"
    case .unreachable(let name, let reason): "\(name) cannot be reached: \(reason)"
    case .timedOut(let name): "\(name) was silent for too long"
    case .cutOff(let name): "the answer of \(name) was cut off"
    case .status(let name, let code, let wait):
      "\(name) answered \(code)\(FetchError.words(for: code))"
        + (wait.map { ", and asks to come back in \(Int($0)) s" } ?? "")
    case .tooLarge(let name, let bytes): "\(name) sends more than \(bytes) bytes, which are all that is read"
    case .redirectedTooOften(let name, let times): "\(name) sends on more than \(times) times"
    case .redirectionRefused(let name, let target): "\(name) sends on to \(target), which is not followed"
    case .unusable(let name, let reason): "\(name) gave nothing that can be used: \(reason)"
    case .noRoom(let folder): "what is fetched cannot be written to '\(folder)'; is the disk full?"
    }
  }

  private static func words(for code: Int) -> String {
    switch code {
    case 401, 403: " (not allowed)"
    case 404, 410: " (not there)"
    case 429: " (too many questions)"
    case 500...599: " (out of order)"
    default: ""
    }
  }
}
