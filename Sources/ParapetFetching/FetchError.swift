public import ParapetModel

/// Why an address gave nothing that can be read; the name in it shows no secret.
public enum FetchError: Error, Hashable, Sendable {
  /// The text is no http or https address.
  case notAnAddress
  /// No connection could be made, or the server cannot be trusted.
  case unreachable(name: String, reason: Message)
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
  case unusable(name: String, reason: Message)
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

  static let untrusted = Message(
    en: "its certificate cannot be trusted", fr: "son certificat n’est pas digne de confiance")
  private static let lasting = [untrusted]

  /// The error as a person reads it, without its full stop.
  public var said: Message {
    switch self {
    case .notAnAddress:
      Message(
        en: "this is no address that can be asked; it has the form https://host/path",
        fr: "ce n’est pas une adresse que l’on puisse interroger ; elle a la forme https://hôte/chemin")
    case .unreachable(let name, let reason):
      Message(
        en: "\(name) cannot be reached: \(reason.english)", fr: "\(name) est injoignable : \(reason.french)")
    case .timedOut(let name):
      Message(en: "\(name) was silent for too long", fr: "\(name) est resté muet trop longtemps")
    case .cutOff(let name):
      Message(en: "the answer of \(name) was cut off", fr: "la réponse de \(name) a été coupée")
    case .status(let name, let code, let wait): FetchError.answered(name, code, wait)
    case .tooLarge(let name, let bytes):
      Message(
        en: "\(name) sends more than \(bytes) bytes, which are all that is read",
        fr: "\(name) envoie plus de \(bytes) octets, et il ne s’en lit pas davantage")
    case .redirectedTooOften(let name, let times):
      Message(
        en: "\(name) sends on more than \(times) times", fr: "\(name) renvoie ailleurs plus de \(times) fois")
    case .redirectionRefused(let name, let target):
      Message(
        en: "\(name) sends on to \(target), which is not followed",
        fr: "\(name) renvoie à \(target), qui n’est pas suivi")
    case .unusable(let name, let reason):
      Message(
        en: "\(name) gave nothing that can be used: \(reason.english)",
        fr: "\(name) n’a rien donné d’utilisable : \(reason.french)")
    case .noRoom(let folder):
      Message(
        en: "what is fetched cannot be written to '\(folder)'; is the disk full?",
        fr: "ce qui est téléchargé ne peut pas être écrit dans « \(folder) » ; le disque est-il plein ?")
    }
  }

  private static func answered(_ name: String, _ code: Int, _ wait: Double?) -> Message {
    let meaning: Message? =
      switch code {
      case 401, 403: Message(en: "not allowed", fr: "accès refusé")
      case 404, 410: Message(en: "not there", fr: "introuvable")
      case 429: Message(en: "too many questions", fr: "trop de demandes")
      case 500...599: Message(en: "out of order", fr: "hors service")
      default: nil
      }
    return Message(
      en: "\(name) answered \(code)" + (meaning.map { " (\($0.english))" } ?? "")
        + (wait.map { ", and asks to come back in \(Int($0)) s" } ?? ""),
      fr: "\(name) a répondu \(code)" + (meaning.map { " (\($0.french))" } ?? "")
        + (wait.map { ", et prie de revenir dans \(Int($0)) s" } ?? ""))
  }
}
