import Foundation
import ParapetHashing
public import ParapetModel

/// Fetches documents over http and https: whole or not at all, politely, and only what is new.
///
/// Of clocks it knows only how long it has been at work: the caller says how to wait, and dates of the server are
/// compared with its own.
public final class Fetcher {
  /// What a fetch gives.
  public enum Outcome {
    /// The content is what it was at the last reading.
    case unmodified
    /// The content, whole.
    case document(FetchedDocument)
  }

  let policy: FetchPolicy
  let tell: (FetchNotice) -> Void
  private let folder: String
  private let wait: (Duration) -> Void
  private let client: HTTPClient
  private var hasAsked = false
  private let clock = ContinuousClock()
  /// When the source at hand must be here.
  private var end: ContinuousClock.Instant?

  /// A fetcher.
  ///
  /// - Parameters:
  ///   - agent: how the program names itself to servers.
  ///   - folder: where documents lie until they are read.
  ///   - wait: returns after so long a time.
  ///   - tell: takes what is to be told on the way.
  public init(
    agent: String, folder: String, policy: FetchPolicy = FetchPolicy(), wait: @escaping (Duration) -> Void,
    tell: @escaping (FetchNotice) -> Void = { _ in }
  ) {
    self.policy = policy
    self.folder = folder
    self.wait = wait
    self.tell = tell
    client = HTTPClient(agent: agent, policy: policy)
  }

  /// Fetches a document; of the portal's search, all pages of all records.
  ///
  /// - Parameter mark: what is remembered of the last reading, where its content is still at hand.
  public func fetch(_ address: FetchAddress, unlike mark: FetchMark? = nil) throws(FetchError) -> Outcome {
    let document = try FetchedDocument(folder: folder)
    end = clock.now + policy.whole
    defer { end = nil }
    if SearchQuestion.isMeant(by: address) {
      var paging = SearchPaging(address: address, document: document, fetcher: self)
      try paging.run()
    } else {
      var headers: [String: String] = [:]
      headers["If-None-Match"] = mark?.tag
      headers["If-Modified-Since"] = mark?.lastModified
      let answer = try ask(Question(address: address, headers: headers), into: document)
      if answer.status == 304 { return .unmodified }
      document.append(address.name, count: answer.bytes)
      document.tag = Fetcher.validator(answer.headers["etag"])
      document.lastModified = Fetcher.validator(answer.headers["last-modified"])
    }
    document.hash = Fetcher.hash(of: document)
    return document.hash == mark?.hash ? .unmodified : .document(document)
  }

  /// Asks until there is an answer, or none is to be hoped for.
  func ask(_ question: Question, into document: FetchedDocument) throws(FetchError) -> HTTPClient.Answer {
    var delay = policy.firstDelay
    for attempt in 1... {
      if hasAsked { wait(policy.pause) }
      hasAsked = true
      do throws(FetchError) {
        return try follow(question, into: document)
      } catch {
        try document.dropLast()
        let pause = max(delay, error.retryAfter.map { .milliseconds(Int64($0 * 1000)) } ?? delay)
        guard error.isPassing, attempt < policy.attempts, pause <= policy.longestDelay, pause < remaining
        else {
          throw error
        }
        tell(.retrying(name: question.address.name, reason: error, seconds: pause.seconds))
        wait(pause)
        delay *= 2
      }
    }
    throw .cutOff(name: question.address.name)
  }
}

extension Fetcher {
  /// How long the source at hand may still take.
  private var remaining: Duration { end.map { clock.now.duration(to: $0) } ?? policy.whole }
}

/// What is asked of a server.
struct Question {
  var address: FetchAddress
  var headers: [String: String] = [:]
  var body: Data?
  /// The most bytes of the answer, where that is less than of the whole source.
  var limit = Int.max
}

extension Fetcher {
  /// Asks and goes where the server sends on to.
  private func follow(
    _ question: Question, into document: FetchedDocument
  ) throws(FetchError) -> HTTPClient.Answer {
    let name = question.address.name
    let limit = min(question.limit, policy.bytes - document.count)
    var address = question.address
    for _ in 0...policy.redirections {
      let answer: HTTPClient.Answer
      do {
        answer = try client.ask(
          address.url, headers: headers(of: question, at: address), body: question.body,
          into: document.descriptor, limit: limit, within: min(policy.longest, remaining))
      } catch {
        throw FetchError(error, name: name, limit: limit, folder: folder)
      }
      switch answer.status {
      case 200: return answer
      case 304 where !question.headers.isEmpty && question.body == nil: return answer
      // A question with a body is not turned into one without, as browsers do.
      case 301, 302, 303, 307, 308:
        guard let location = answer.headers["location"], question.body == nil || answer.status > 303 else {
          throw .status(name: name, code: answer.status, retryAfter: nil)
        }
        switch address.redirected(to: location) {
        case .address(let next) where next.url.host()?.lowercased() != address.url.host()?.lowercased():
          guard policy.followsHosts else {
            throw .redirectionRefused(
              name: name, to: "the host '\(next.url.host() ?? "")' (--follow-hosts follows)")
          }
          address = next
        case .address(let next): address = next
        case .refused(let target): throw .redirectionRefused(name: name, to: target)
        }
      default:
        throw .status(name: name, code: answer.status, retryAfter: Fetcher.retryAfter(answer.headers))
      }
    }
    throw .redirectedTooOften(name: name, times: policy.redirections)
  }

  private func headers(of question: Question, at address: FetchAddress) -> [String: String] {
    var headers = question.headers
    headers["Accept"] = "application/json, application/xml, text/xml, */*;q=0.5"
    headers["Authorization"] = address.authorization
    return headers
  }

  /// What a server names its content by, where it is of a kind that can be sent back.
  private static func validator(_ value: String?) -> String? {
    guard let value, !value.isEmpty, value.utf8.count <= 1024,
      value.utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7f })
    else { return nil }
    return value
  }

  /// The seconds of a `Retry-After`: a number, or a date, which is compared with the server's own clock.
  static func retryAfter(_ headers: [String: String]) -> Double? {
    guard let value = headers["retry-after"]?.trimmingCharacters(in: .whitespaces) else { return nil }
    if let seconds = Int32(value) { return seconds >= 0 ? Double(seconds) : nil }
    guard let then = moment(value), let now = headers["date"].flatMap(moment) else { return nil }
    return max(0, then.timeIntervalSince(now))
  }

  /// A date as HTTP writes it (RFC 9110, section 5.6.7).
  private static func moment(_ text: String) -> Date? {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(secondsFromGMT: 0)
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return format.date(from: text)
  }

  /// How many bytes are hashed at a time.
  private static let chunkBytes = 64 * 1024

  private static func hash(of document: FetchedDocument) -> String {
    var digest = SHA256Digest.Stream()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunkBytes, alignment: 1)
    defer { buffer.deallocate() }
    var start = 0
    while start < document.count {
      let count = document.read(into: buffer, at: start)
      guard count > 0 else { break }
      digest.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      start += count
    }
    return digest.finish()
  }
}

extension FetchError {
  fileprivate init(_ failure: HTTPClient.Failure, name: String, limit: Int, folder: String) {
    switch failure {
    case .unreachable(let reason): self = .unreachable(name: name, reason: reason)
    case .timedOut: self = .timedOut(name: name)
    case .cutOff: self = .cutOff(name: name)
    case .undecodable: self = .unusable(name: name, reason: .brokenCompression)
    case .tooLarge: self = .tooLarge(name: name, bytes: limit)
    case .noRoom: self = .noRoom(folder: folder)
    }
  }
}

extension Message {
  fileprivate static let brokenCompression = Message(
    en: "its compression is broken", fr: "sa compression est abîmée")
}
