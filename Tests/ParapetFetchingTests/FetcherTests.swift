import Foundation
import Loopback
import ParapetHashing
import ParapetModel
import Testing

@testable import ParapetFetching

@Suite("Fetching from a server that behaves", .serialized)
struct FetcherTests {
  static let feed = #"{"results":[{"reference":"1TOPICSen","metadata":{"identifier":["A"],"title":["T"]}}]}"#

  @Test("a document is fetched whole, with what the server names it by")
  func whole() throws {
    let server = try LoopbackServer { _ in
      [.answer(headers: ["ETag: \"v1\"", "Last-Modified: Fri, 01 Feb 2030 10:00:00 GMT"], text: Self.feed)]
    }
    guard case .document(let document) = try Fetching().outcome(server.address("/feed")) else {
      Issue.record("a document was expected")
      return
    }
    #expect(document.tag == "\"v1\"")
    #expect(document.lastModified == "Fri, 01 Feb 2030 10:00:00 GMT")
    #expect(document.hash == Array(Self.feed.utf8).withUnsafeBytes { SHA256Digest.hexadecimal(of: $0) })
    #expect(try Fetching().events(server.address("/feed")).records.map(\.opportunity.identifier) == ["A"])
    let question = try #require(server.asked.first)
    #expect(question.method == "GET")
    #expect(question.headers["user-agent"] == "Tests/1")
    #expect(question.headers["if-none-match"] == nil)
    #expect(question.headers["cookie"] == nil)
  }

  @Test("what is remembered is sent, and 304 brings nothing")
  func conditional() throws {
    let server = try LoopbackServer { question in
      question.headers["if-none-match"] == "\"v1\"" && question.headers["if-modified-since"] == "yesterday"
        ? [.head("304 Not Modified")] : [.answer(text: Self.feed)]
    }
    #expect(
      try Fetching().bytes(server.address("/feed"), unlike: mark(tag: "\"v1\"", modified: "yesterday")) == nil
    )
    #expect(
      try Fetching().bytes(server.address("/feed"), unlike: mark(tag: "\"v0\"")) == Array(Self.feed.utf8))
  }

  @Test("the same bytes are unmodified, whatever the server says of them")
  func sameBytes() throws {
    let server = try LoopbackServer { _ in [.answer(headers: ["ETag: \"new\""], text: Self.feed)] }
    let hash = Array(Self.feed.utf8).withUnsafeBytes { SHA256Digest.hexadecimal(of: $0) }
    #expect(try Fetching().bytes(server.address("/feed"), unlike: mark(hash: hash)) == nil)
  }

  @Test("304 without a question for it is no answer")
  func unasked() throws {
    let server = try LoopbackServer { _ in [.head("304 Not Modified")] }
    #expect(
      Fetching().error(server.address("/")) == .status(name: server.address("/"), code: 304, retryAfter: nil))
  }

  @Test("compression is offered and undone")
  func compression() throws {
    let server = try LoopbackServer { _ in
      [.answer(headers: ["Content-Encoding: gzip"], Gzip.stored(Array(Self.feed.utf8)))]
    }
    #expect(try Fetching().bytes(server.address("/feed")) == Array(Self.feed.utf8))
    #expect(server.asked.first?.headers["accept-encoding"]?.contains("gzip") == true)
  }

  @Test("a document in chunks, and one that ends with the connection, are whole")
  func otherLengths() throws {
    let body = Array(Self.feed.utf8)
    let chunked = try LoopbackServer { _ in
      let chunks =
        "5\r\n\(Self.feed.prefix(5))\r\n" + String(body.count - 5, radix: 16)
        + "\r\n\(Self.feed.dropFirst(5))\r\n0\r\n\r\n"
      return [.head(headers: ["Transfer-Encoding: chunked"], then: Array(chunks.utf8))]
    }
    #expect(try Fetching().bytes(chunked.address("/")) == body)
    let open = try LoopbackServer { _ in [.head(then: body)] }
    #expect(try Fetching().bytes(open.address("/")) == body)
  }

  @Test("a redirection is followed, with the question as it was")
  func redirection() throws {
    let server = try LoopbackServer { question in
      question.target == "/old"
        ? [.answer("301 Moved", headers: ["Location: /new?x=1"])] : [.answer(text: Self.feed)]
    }
    let address = server.address("/old").replacing("http://", with: "http://anna:secret@")
    #expect(try Fetching().bytes(address, unlike: mark(tag: "\"v1\"")) == Array(Self.feed.utf8))
    #expect(server.asked.map(\.target) == ["/old", "/new?x=1"])
    #expect(server.asked.map { $0.headers["if-none-match"] } == ["\"v1\"", "\"v1\""])
    #expect(
      server.asked.map { $0.headers["authorization"] } == Array(repeating: "Basic YW5uYTpzZWNyZXQ=", count: 2)
    )
  }

  @Test("another server is told no password")
  func strangers() throws {
    let other = try LoopbackServer { _ in [.answer(text: Self.feed)] }
    let there = other.address("/feed")
    let server = try LoopbackServer { _ in [.answer("302 Found", headers: ["Location: \(there)"])] }
    _ = try Fetching().bytes(server.address("/").replacing("http://", with: "http://anna:secret@"))
    #expect(server.asked.first?.headers["authorization"] != nil)
    #expect(other.asked.count == 1)
    #expect(other.asked.first?.headers["authorization"] == nil)
  }

  @Test("a server that is out of order is asked again, with longer and longer waits")
  func again() throws {
    let server = try LoopbackServer { question in
      question.number < 4 ? [.answer("500 Oops", text: "no")] : [.answer(text: Self.feed)]
    }
    let fetching = Fetching()
    fetching.policy.attempts = 4
    #expect(try fetching.bytes(server.address("/")) == Array(Self.feed.utf8))
    #expect(fetching.waits.filter { $0 > 0 } == [1, 2, 4])
    #expect(fetching.notices.count == 3)
  }

  @Test("a server is given a rest between two questions")
  func pauses() throws {
    let server = try LoopbackServer { _ in [.answer("500 Oops")] }
    let fetching = Fetching()
    (fetching.policy.attempts, fetching.policy.pause) = (2, .milliseconds(250))
    _ = fetching.error(server.address("/"))
    #expect(fetching.waits == [1, 0.25])
  }

  @Test(
    "a server says itself when to come back, in seconds or by its own clock",
    arguments: [("7", 7.0), ("Fri, 01 Feb 2030 10:00:20 GMT", 20.0), ("0", 1.0), ("soon", 1.0), ("-5", 1.0)])
  func retryAfter(_ value: String, _ seconds: Double) throws {
    let server = try LoopbackServer { question in
      question.number == 1
        ? [.answer("429 Slow", headers: ["Retry-After: \(value)", "Date: Fri, 01 Feb 2030 10:00:00 GMT"])]
        : [.answer(text: Self.feed)]
    }
    let fetching = Fetching()
    fetching.policy.attempts = 2
    #expect(try fetching.bytes(server.address("/")) != nil)
    #expect(fetching.waits.filter { $0 > 0 } == [seconds])
  }

  @Test("nobody waits an hour")
  func tooLong() throws {
    let server = try LoopbackServer { _ in [.answer("503 Later", headers: ["Retry-After: 3600"])] }
    let fetching = Fetching()
    fetching.policy.attempts = 4
    #expect(
      fetching.error(server.address("/")) == .status(name: server.address("/"), code: 503, retryAfter: 3600))
    #expect(server.asked.count == 1)
  }

  private func mark(tag: String? = nil, modified: String? = nil, hash: String = "") throws -> FetchMark {
    FetchMark(
      tag: tag, lastModified: modified, hash: hash, readOn: try #require(Day("2030-02-01")), dialect: nil,
      records: 1, program: "1")
  }
}
