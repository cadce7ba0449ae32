public import ParapetModel

/// How much is taken from a server, how long it is waited for, and how politely it is asked.
public struct FetchPolicy: Sendable {
  /// The most bytes of one source, counted after decompression: the portal's whole list has 130 MB.
  public var bytes = 512 << 20
  /// The time in which at least `leastBytes` must arrive, and in which an answer must begin; in whole seconds.
  public var patience = Duration.seconds(30)
  /// What must arrive in that time; less is a server that holds the line for nothing.
  public var leastBytes = 1024
  /// The longest that one answer may take.
  public var longest = Duration.seconds(1800)
  /// The longest that a whole source may take, with all redirections, attempts, waits and pages.
  public var whole = Duration.seconds(3600)
  /// How often a server is asked before it is given up.
  public var attempts = 4
  /// The wait before the second attempt; it doubles for each further one.
  public var firstDelay = Duration.seconds(1)
  /// The longest wait that a server may ask for (`Retry-After`).
  public var longestDelay = Duration.seconds(120)
  /// The rest between two questions, as none of the sources says how fast it may be asked.
  public var pause = Duration.milliseconds(500)
  /// How many redirections are followed.
  public var redirections = 5
  /// Whether a redirection to another host is followed: it may lead into a network that only this machine sees.
  public var followsHosts = false

  /// How many records of a search can be reached with one question: the portal gives none beyond these.
  public var searchReach = 10_000
  /// How many pages are asked for before a search is taken to be one without end: the portal's whole index of what
  /// can be applied for has some two hundred.
  public var searchPages = 3000

  /// The usual policy.
  public init() {}
}

/// What a fetch has to say on its way.
public enum FetchNotice: Hashable, Sendable {
  /// The server is asked again after so many seconds.
  case retrying(name: String, reason: FetchError, seconds: Double)
  /// A page of a search has arrived.
  case page(name: String, part: String, records: Int, of: Int)

  /// The notice as a person reads it.
  public var said: Message {
    switch self {
    case .retrying(_, let reason, let seconds):
      let pause = seconds < 10 && seconds != seconds.rounded() ? "\(seconds)" : "\(Int(seconds))"
      return Message(
        en: "\(reason.said.english); asked again in \(pause) s",
        fr: "\(reason.said.french) ; nouvel essai dans \(pause) s")
    case .page(let name, let part, let records, let total):
      return Message(
        en: "\(name) (\(part)): \(records) of \(total)", fr: "\(name) (\(part)) : \(records) sur \(total)")
    }
  }
}
