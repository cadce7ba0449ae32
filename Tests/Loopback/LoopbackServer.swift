import Foundation

/// A server on 127.0.0.1 that answers as a test tells it to, well or badly.
///
/// It serves each connection on a thread of its own and closes it after the answer. Every wait in it is bounded, so
/// that no test hangs on it.
public final class LoopbackServer: Sendable {
  /// What was asked.
  public struct Question: Sendable {
    /// Which question it is, from 1.
    public var number: Int
    /// `GET` or `POST`.
    public var method: String
    /// The path with the query.
    public var target: String
    /// By name in small letters.
    public var headers: [String: String]
    /// What follows the head.
    public var body: String
  }

  /// One step of an answer.
  public enum Step: Sendable {
    /// Sends bytes.
    case send([UInt8])
    /// Sends bytes again and again until nobody takes them, or so many times.
    case flood([UInt8], times: Int = .max)
    /// Does nothing for so many milliseconds, or until nobody waits any more.
    case pause(Int)
  }

  private let questions = Locked<[Question]>([])
  private let isOver = Locked(false)

  /// The port.
  public let port: Int

  /// Begins to serve.
  public init(_ answer: @escaping @Sendable (Question) -> [Step]) throws {
    let listener = socket(AF_INET, Socket.stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &size) == 0
      }
    }
    guard listener >= 0, isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: address.sin_port))
    let server = Server(listener: listener, answer: answer, questions: questions, isOver: isOver)
    Thread.detachNewThread { server.serve() }
  }

  deinit { isOver.with { $0 = true } }

  /// The address of a path.
  public func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// What was asked so far.
  public var asked: [Question] { questions.with { $0 } }
}

extension LoopbackServer.Step {
  /// A whole answer, with the length that it has.
  public static func answer(
    _ status: String = "200 OK", headers: [String] = [], _ body: [UInt8] = []
  ) -> LoopbackServer.Step {
    head(status, headers: headers + ["Content-Length: \(body.count)"], then: body)
  }

  /// A whole answer with a text.
  public static func answer(
    _ status: String = "200 OK", headers: [String] = [], text: String
  ) -> LoopbackServer.Step {
    answer(status, headers: headers, Array(text.utf8))
  }

  /// The head of an answer, and whatever follows it.
  public static func head(
    _ status: String = "200 OK", headers: [String] = [], then body: [UInt8] = []
  ) -> LoopbackServer.Step {
    let lines = ["HTTP/1.1 \(status)"] + headers + ["Connection: close", "", ""]
    return .send(Array(lines.joined(separator: "\r\n").utf8) + body)
  }
}

/// What serves: it outlives the server by the time of one wait at most.
private struct Server: Sendable {
  let listener: Int32
  let answer: @Sendable (LoopbackServer.Question) -> [LoopbackServer.Step]
  let questions: Locked<[LoopbackServer.Question]>
  let isOver: Locked<Bool>

  func serve() {
    defer { close(listener) }
    while !isOver.with({ $0 }) {
      guard Socket.isReady(listener, for: POLLIN, milliseconds: 50) else { continue }
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { continue }
      Thread.detachNewThread {
        defer { close(connection) }
        Socket.silenceSignal(connection)
        guard let question = read(connection) else { return }
        for step in answer(question) {
          guard perform(step, on: connection) else { return }
        }
        // What is still unread would turn the end of the answer into a reset.
        shutdown(connection, Int32(SHUT_WR))
        _ = Socket.isReady(connection, for: POLLIN, milliseconds: 200)
      }
    }
  }

  private func perform(_ step: LoopbackServer.Step, on connection: Int32) -> Bool {
    switch step {
    case .send(let bytes): return send(bytes, to: connection)
    case .flood(let bytes, let times):
      for _ in 0..<times {
        guard send(bytes, to: connection) else { return false }
      }
      return true
    case .pause(let milliseconds):
      var left = milliseconds
      while left > 0, !isOver.with({ $0 }) {
        // What becomes readable now is the end of the connection.
        if Socket.isReady(connection, for: POLLIN, milliseconds: min(left, 50)) { return false }
        left -= 50
      }
      return true
    }
  }

  private func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count, !isOver.with({ $0 }) {
      guard Socket.isReady(connection, for: POLLOUT, milliseconds: 5000) else { return false }
      let count = bytes[sent...].withUnsafeBytes {
        Foundation.send(connection, $0.baseAddress, $0.count, Socket.flags)
      }
      guard count > 0 else { return false }
      sent += count
    }
    return sent == bytes.count
  }

  private func read(_ connection: Int32) -> LoopbackServer.Question? {
    var bytes: [UInt8] = []
    let end = Array("\r\n\r\n".utf8)
    var headCount: Int?
    var wanted = 0
    while true {
      if headCount == nil, let range = bytes.firstRange(of: end) {
        headCount = range.upperBound
        let head = LoopbackServer.Question(head: bytes[..<range.lowerBound])
        // A server that was promised a body has to ask for it.
        if head.headers["expect"] != nil {
          _ = send(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), to: connection)
        }
        wanted = range.upperBound + (Int(head.headers["content-length"] ?? "") ?? 0)
      }
      if let headCount, bytes.count >= wanted {
        var question = LoopbackServer.Question(head: bytes[..<(headCount - end.count)])
        question.body = String(decoding: bytes[headCount...], as: UTF8.self)
        return questions.with { all in
          question.number = all.count + 1
          all.append(question)
          return question
        }
      }
      guard bytes.count < 1 << 20, Socket.isReady(connection, for: POLLIN, milliseconds: 5000) else {
        return nil
      }
      var buffer = [UInt8](repeating: 0, count: 65536)
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
    }
  }
}

extension LoopbackServer.Question {
  fileprivate init(head: ArraySlice<UInt8>) {
    let lines = String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n")
    let words = lines[0].components(separatedBy: " ")
    (number, body, method) = (0, "", words[0])
    target = words.count > 1 ? words[1] : ""
    headers = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] =
        line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
  }
}
