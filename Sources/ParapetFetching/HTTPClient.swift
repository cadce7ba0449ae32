import CCurlShim
import Foundation
import ParapetModel

/// Asks servers, one question at a time, and writes what they answer to an open file.
///
/// Redirections are not followed here, no cookie, cache or credential is kept, and what is too much or too slow
/// is cut off while it comes: a piece is written before the next is read, so that a server faster than the disk
/// waits. Certificates are checked by the library.
final class HTTPClient {
  /// What a server answered.
  struct Answer {
    var status: Int
    /// By name in small letters; of several of one name the last.
    var headers: [String: String]
    /// How many bytes were written.
    var bytes: Int
  }

  /// Why there is no answer.
  enum Failure: Error {
    case unreachable(Message)
    case timedOut, cutOff, undecodable, tooLarge, noRoom
  }

  private let policy: FetchPolicy
  private let agent: String
  private var curl: OpaquePointer?

  /// The most bytes of the head of an answer.
  static let headBytes = 256 * 1024

  init(agent: String, policy: FetchPolicy) {
    self.agent = agent
    self.policy = policy
  }

  deinit {
    if let curl { parapet_curl_close(curl) }
  }

  /// Asks once; the body of an answer 200 is written to the file, of any other it is not read.
  ///
  /// - Parameters:
  ///   - limit: the most bytes that are written.
  ///   - time: the longest that it may take.
  func ask(
    _ address: URL, headers: [String: String], body: Data?, into file: Int32, limit: Int,
    within time: Duration
  ) throws(Failure) -> Answer {
    // Of a time of nothing the library would make one without end.
    guard time >= .milliseconds(1) else { throw .timedOut }
    curl = curl ?? parapet_curl_open()
    guard let curl else { throw .unreachable(.noMemory) }
    var transfer = Transfer(file: file, limit: limit)
    let lines = headers.sorted { $0.key < $1.key }.map { "\($0): \($1)" }
    let ending = withUnsafeMutablePointer(to: &transfer) { transfer in
      Strings.with(lines) { lines in
        address.absoluteString.withCString { address in
          agent.withCString { agent in
            let bytes = body.map(Array.init)
            return (bytes ?? []).withUnsafeBytes { body in
              var question = makeQuestion(limit: limit, within: time)
              question.address = address
              question.agent = agent
              question.headers = lines.baseAddress
              question.header_count = lines.count
              question.body = bytes == nil ? nil : body.baseAddress
              question.body_count = body.count
              question.context = UnsafeMutableRawPointer(transfer)
              return parapet_curl_ask(curl, &question)
            }
          }
        }
      }
    }
    return try transfer.answer(ending)
  }

  private func makeQuestion(limit: Int, within time: Duration) -> parapet_curl_question {
    var question = parapet_curl_question()
    let seconds = max(1, policy.patience.components.seconds)
    question.limit = limit
    question.slow_seconds = Int(seconds)
    question.slow_bytes = max(1, policy.leastBytes / Int(seconds))
    question.milliseconds = Int(time.seconds * 1000)
    question.take_header = { bytes, size, count, context in
      HTTPClient.take(bytes, size * count, context) { $0.takeHeader($1) }
    }
    question.take_body = { bytes, size, count, context in
      HTTPClient.take(bytes, size * count, context) { $0.takeBody($1) }
    }
    return question
  }

  private static func take(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
    _ take: (inout Transfer, UnsafeRawBufferPointer) -> Bool
  ) -> Int {
    guard let context else { return 0 }
    let isTaken = take(
      &context.assumingMemoryBound(to: Transfer.self).pointee,
      UnsafeRawBufferPointer(start: bytes, count: count))
    return isTaken ? count : 0
  }
}

/// What has come of a question so far.
private struct Transfer {
  let file: Int32
  let limit: Int
  private var status: Int?
  private var headers: [String: String] = [:]
  private var headBytes = 0
  private var bytes = 0
  private var failure: HTTPClient.Failure?

  init(file: Int32, limit: Int) {
    self.file = file
    self.limit = limit
  }

  /// Takes a line of the head; a head that begins anew, as after `100 Continue`, replaces the one before.
  mutating func takeHeader(_ line: UnsafeRawBufferPointer) -> Bool {
    headBytes += line.count
    guard headBytes <= HTTPClient.headBytes else {
      failure = .cutOff
      return false
    }
    let text = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    if text.hasPrefix("HTTP/") {
      headers = [:]
      status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    } else if let colon = text.firstIndex(of: ":") {
      let name = text[..<colon].lowercased()
      let value = text[text.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      // Of two lengths nobody knows which is that of the whole.
      if name == "content-length", let length = headers[name], length != value {
        failure = .cutOff
        return false
      }
      headers[name] = value
    }
    return true
  }

  mutating func takeBody(_ piece: UnsafeRawBufferPointer) -> Bool {
    guard status == 200 else { return false }
    guard bytes + piece.count <= limit else {
      failure = .tooLarge
      return false
    }
    var rest = piece[...]
    while !rest.isEmpty {
      let slice = UnsafeRawBufferPointer(rebasing: rest)
      let count = write(file, slice.baseAddress, slice.count)
      if count < 0, errno != EINTR {
        failure = .noRoom
        return false
      }
      rest = rest.dropFirst(max(0, count))
    }
    bytes += piece.count
    return true
  }

  /// The answer, where it is one.
  func answer(_ ending: parapet_curl_ending) throws(HTTPClient.Failure) -> HTTPClient.Answer {
    if let failure { throw failure }
    // The body of any other answer is refused, so that how it ended says nothing.
    if let status, status != 200, status >= 200 {
      return HTTPClient.Answer(status: status, headers: headers, bytes: 0)
    }
    switch ending {
    case parapet_curl_done: break
    case parapet_curl_no_host: throw .unreachable(.noHost)
    case parapet_curl_no_connection: throw .unreachable(.noAnswer)
    case parapet_curl_not_trusted: throw .unreachable(FetchError.untrusted)
    case parapet_curl_too_slow: throw .timedOut
    case parapet_curl_too_large: throw .tooLarge
    case parapet_curl_cut_off: throw .cutOff
    case parapet_curl_undecodable: throw .undecodable
    default: throw .unreachable(.failedConnection)
    }
    guard status == 200 else { throw .cutOff }
    return HTTPClient.Answer(status: 200, headers: headers, bytes: bytes)
  }
}

/// Strings as C takes them.
private enum Strings {
  /// Lends the strings for the time of the work.
  static func with<Value>(
    _ strings: [String], _ work: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Value
  ) -> Value {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return copies.map { UnsafePointer($0) }.withUnsafeBufferPointer(work)
  }
}

extension Duration {
  /// The duration in seconds.
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

extension Message {
  fileprivate static let noMemory = Message(
    en: "there is no memory for it", fr: "il n’y a pas assez de mémoire")
  fileprivate static let noHost = Message(en: "there is no such host", fr: "cet hôte n’existe pas")
  fileprivate static let noAnswer = Message(en: "it does not answer", fr: "il ne répond pas")
  fileprivate static let failedConnection = Message(
    en: "the connection failed", fr: "la connexion a échoué")
}
