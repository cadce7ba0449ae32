import Foundation
import Loopback
import ParapetModel
import Testing

@testable import ParapetFetching

@Suite("Fetching from a server that misbehaves", .serialized)
struct MisbehavingServerTests {
  static let feed = Array(FetcherTests.feed.utf8)
  private static let brokenCompression = Message(
    en: "its compression is broken", fr: "sa compression est abîmée")

  @Test("a server that never answers is given up")
  func silent() throws {
    let server = try LoopbackServer { _ in [.pause(20_000)] }
    #expect(Fetching(isHasty: true).error(server.address("/")) == .timedOut(name: server.address("/")))
  }

  @Test("a server that stops in the middle is given up")
  func stalled() throws {
    let server = try LoopbackServer { _ in
      [
        .head(headers: ["Content-Length: \(Self.feed.count)"], then: Array(Self.feed.dropLast(9))),
        .pause(20_000),
      ]
    }
    #expect(Fetching(isHasty: true).error(server.address("/")) == .timedOut(name: server.address("/")))
  }

  @Test("a server that sends a byte now and then is given up too")
  func dripping() throws {
    let server = try LoopbackServer { _ in
      [.head(headers: ["Content-Length: \(Self.feed.count)"])]
        + Self.feed.flatMap { [.send([$0]), .pause(100)] }
    }
    #expect(Fetching(isHasty: true).error(server.address("/")) == .timedOut(name: server.address("/")))
  }

  @Test("a server that sends for ever, but not too slowly, is given up after the longest time")
  func everlasting() throws {
    let server = try LoopbackServer { _ in
      [.head()] + (0..<600).flatMap { _ in [.send([UInt8](repeating: 32, count: 4096)), .pause(50)] }
    }
    let fetching = Fetching(isHasty: true)
    fetching.policy.longest = .milliseconds(700)
    #expect(fetching.error(server.address("/")) == .timedOut(name: server.address("/")))
  }

  @Test("a body shorter than its length is cut off, in the clear, in chunks and compressed")
  func cutOff() throws {
    let half = Array(Self.feed.prefix(20))
    let heads: [([String], [UInt8])] = [
      (["Content-Length: \(Self.feed.count)"], half),
      (["Transfer-Encoding: chunked"], Array("ff\r\n".utf8) + half),
      (["Transfer-Encoding: chunked"], Array("14\r\n".utf8) + half + Array("\r\n".utf8)),
      (["Content-Length: 999", "Content-Encoding: gzip"], Array(Gzip.stored(Self.feed).prefix(40))),
    ]
    for (headers, body) in heads {
      let server = try LoopbackServer { _ in [.head(headers: headers, then: body)] }
      #expect(Fetching().error(server.address("/")) == .cutOff(name: server.address("/")), "\(headers)")
    }
  }

  @Test("a connection that ends before the answer begins is cut off")
  func nothing() throws {
    let server = try LoopbackServer { _ in [] }
    #expect(Fetching().error(server.address("/")) == .cutOff(name: server.address("/")))
  }

  @Test("bytes that are not compressed as they claim are no document")
  func falseCompression() throws {
    let server = try LoopbackServer { _ in [.answer(headers: ["Content-Encoding: gzip"], Self.feed)] }
    let name = server.address("/")
    #expect(Fetching().error(name) == .unusable(name: name, reason: Self.brokenCompression))
    #expect(server.asked.count == 1)
  }

  @Test("all hops and attempts of a source together have one time")
  func wholeTime() throws {
    let server = try LoopbackServer { question in
      [.pause(300), .answer("302 Found", headers: ["Location: \(question.target == "/a" ? "/b" : "/a")"])]
    }
    let fetching = Fetching(isHasty: true)
    fetching.policy.redirections = 1000
    fetching.policy.whole = .milliseconds(1000)
    #expect(fetching.error(server.address("/a")) == .timedOut(name: server.address("/a")))
    #expect(server.asked.count < 10)
  }

  @Test("a redirection to another host is refused unless such are followed, also to this machine")
  func otherHost() throws {
    let server = try LoopbackServer { question in
      question.headers["host"]?.hasPrefix("localhost") == true
        ? [.answer(text: String(decoding: Self.feed, as: UTF8.self))]
        : [.answer("302 Found", headers: [Self.moved(question)])]
    }
    let name = server.address("/a")
    let error = Fetching().error(name)
    guard case .redirectionRefused(name, let target)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(target.contains("localhost") && target.contains("--follow-hosts"))
    let following = Fetching()
    following.policy.followsHosts = true
    #expect(try following.bytes(name) == Self.feed)
  }

  /// The same server under another name.
  private static func moved(_ question: LoopbackServer.Question) -> String {
    "Location: http://" + (question.headers["host"] ?? "").replacing("127.0.0.1", with: "localhost") + "/b"
  }

  @Test("a compressed body whose end is missing is no document")
  func halfCompressed() throws {
    let body = Array(Gzip.stored(Self.feed).prefix(60))
    let server = try LoopbackServer { _ in [.answer(headers: ["Content-Encoding: gzip"], body)] }
    // Whether the library notices is its own affair; if it does not, the reader of the feed does.
    if let error = Fetching().error(server.address("/")) {
      #expect(
        [
          .cutOff(name: server.address("/")),
          .unusable(name: server.address("/"), reason: Self.brokenCompression),
        ]
        .contains(error))
    } else {
      #expect(try Fetching().events(server.address("/")).broken.map(\.id) == ["truncated-json"])
    }
  }

  @Test("what is larger than the limit is refused before it comes where its length is said")
  func announced() throws {
    let server = try LoopbackServer { _ in [.head(headers: ["Content-Length: 1000000"]), .pause(20_000)] }
    let fetching = Fetching()
    fetching.policy.bytes = 999_999
    #expect(fetching.error(server.address("/")) == .tooLarge(name: server.address("/"), bytes: 999_999))
  }

  @Test("a body without end is cut off at the limit")
  func endless() throws {
    let server = try LoopbackServer { _ in [.head(), .flood([UInt8](repeating: 32, count: 65536))] }
    let fetching = Fetching()
    fetching.policy.bytes = 3 << 20
    #expect(fetching.error(server.address("/")) == .tooLarge(name: server.address("/"), bytes: 3 << 20))
  }

  @Test("a small body that swells to a large one is cut off at the limit")
  func bomb() throws {
    let bomb = Gzip.bomb
    let server = try LoopbackServer { _ in
      [.head(headers: ["Content-Encoding: gzip"], then: bomb.start), .flood(bomb.more, times: 50)]
    }
    let fetching = Fetching()
    fetching.policy.bytes = 8 << 20
    #expect(fetching.error(server.address("/")) == .tooLarge(name: server.address("/"), bytes: 8 << 20))
  }

  @Test("headers without end are cut off")
  func headers() throws {
    let server = try LoopbackServer { _ in
      [
        .send(Array("HTTP/1.1 200 OK\r\n".utf8)),
        .flood(Array("X-More: \(String(repeating: "m", count: 1000))\r\n".utf8), times: 20_000),
      ]
    }
    #expect(Fetching().error(server.address("/")) == .cutOff(name: server.address("/")))
  }

  @Test("a header line without end is cut off")
  func header() throws {
    let server = try LoopbackServer { _ in
      [
        .send(Array("HTTP/1.1 200 OK\r\nX: ".utf8)),
        .flood([UInt8](repeating: 120, count: 65536), times: 400),
      ]
    }
    #expect(Fetching().error(server.address("/")) == .cutOff(name: server.address("/")))
  }

  @Test(
    "an answer that is no HTTP is no document, and stops nothing else",
    arguments: [
      "HTTP/1.1\r\n\r\n", "HTTP/1.1 abc Huh\r\n\r\n{}", "HTTP/1.1 99999 Huh\r\n\r\n{}", "SSH-2.0-OpenSSH\r\n",
      "{\"results\":[]}", "\r\n\r\n\r\n", "HTTP/9.9 200 OK\r\nContent-Length: 2\r\n\r\n{}",
      "HTTP/1.1 200 OK\r\nno colon\r\nContent-Length: 2\r\n\r\n{",
      "HTTP/1.1 200 OK\r\n: empty\r\nContent-Length: 2\r\n\r\n{",
      "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\n{}",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}",
      "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nContent-Length: 7\r\n\r\n{\"a\":1}",
      "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 101 Switching\r\n\r\n{}",
    ])
  func noHTTP(_ text: String) throws {
    let server = try LoopbackServer { _ in [.send(Array(text.utf8))] }
    #expect(Fetching().error(server.address("/")) != nil, "\(text)")
  }

  @Test("bytes that are no text in a head stop nothing")
  func strangeBytes() throws {
    let head: [UInt8] =
      Array("HTTP/1.1 200 ".utf8) + [0xff, 0xfe] + Array("\r\nX-\u{e9}: ".utf8) + [0xff, 0x80]
    let rest =
      Array("\r\nETag: ".utf8) + [0xc3, 0x28] + Array("\r\nContent-Length: \(Self.feed.count)\r\n\r\n".utf8)
    let server = try LoopbackServer { _ in [.send(head + rest + Self.feed)] }
    // Either is right: what counts is that the program goes on.
    guard let outcome = try? Fetching().outcome(server.address("/")), case .document(let document) = outcome
    else {
      return
    }
    #expect(document.tag == nil)
  }

  @Test("a name that could not be sent back is not kept")
  func longTag() throws {
    let server = try LoopbackServer { _ in
      [.answer(headers: ["ETag: \"\(String(repeating: "t", count: 5000))\""], Self.feed)]
    }
    guard case .document(let document) = try Fetching().outcome(server.address("/")) else { return }
    #expect(document.tag == nil)
  }

  @Test("redirections in a circle end")
  func loop() throws {
    let server = try LoopbackServer { question in
      [.answer("302 Found", headers: ["Location: \(question.target == "/a" ? "/b" : "/a")"])]
    }
    #expect(
      Fetching().error(server.address("/a")) == .redirectedTooOften(name: server.address("/a"), times: 5))
    #expect(server.asked.count == 6)
  }

  @Test(
    "redirections to anything but http are refused", arguments: ["file:///etc/passwd", "ftp://127.0.0.1/x"])
  func elsewhere(_ target: String) throws {
    let server = try LoopbackServer { _ in [.answer("302 Found", headers: ["Location: \(target)"])] }
    let scheme = "'" + target.prefix { $0 != "/" } + "'"
    #expect(
      Fetching().error(server.address("/")) == .redirectionRefused(name: server.address("/"), to: scheme))
  }

  @Test("a redirection without a target is no document")
  func nowhere() throws {
    let server = try LoopbackServer { _ in [.answer("302 Found")] }
    #expect(
      Fetching().error(server.address("/")) == .status(name: server.address("/"), code: 302, retryAfter: nil))
  }

  @Test(
    "an answer other than the document is an error of its number",
    arguments: [204, 206, 400, 401, 403, 404, 407, 410, 418, 429, 500, 502, 503, 504])
  func statuses(_ code: Int) throws {
    let server = try LoopbackServer { _ in
      [
        .answer(
          "\(code) So", headers: ["WWW-Authenticate: Bearer"],
          text: code == 204 ? "" : "secret page")
      ]
    }
    let error = Fetching().error(server.address("/"))
    #expect(error == .status(name: server.address("/"), code: code, retryAfter: nil))
  }

  @Test("what was cut off is asked for again from its beginning")
  func afterCut() throws {
    let server = try LoopbackServer { question in
      [
        .head(
          headers: ["Content-Length: \(Self.feed.count)"],
          then: question.number == 1 ? Array(Self.feed.prefix(30)) : Self.feed)
      ]
    }
    let fetching = Fetching()
    fetching.policy.attempts = 2
    #expect(try fetching.bytes(server.address("/")) == Self.feed)
  }

  @Test("a port where nobody listens cannot be reached")
  func nobody() throws {
    let port = try LoopbackServer { _ in [] }.port
    Thread.sleep(forTimeInterval: 0.2)
    let address = "http://127.0.0.1:\(port)/"
    #expect(
      Fetching().error(address)
        == .unreachable(name: address, reason: Message(en: "it does not answer", fr: "il ne répond pas")))
  }

  @Test("no message holds a secret")
  func secrets() throws {
    let server = try LoopbackServer { question in
      question.target.hasPrefix("/moved")
        ? [.answer("302 Found", headers: ["Location: ftp://anna:hunter2@a.eu/?apiKey=hunter2"])]
        : [.answer("500 hunter2", text: "hunter2")]
    }
    for path in ["/", "/moved"] {
      let address = server.address("\(path)?apiKey=hunter2").replacing(
        "http://", with: "http://anna:hunter2@")
      let error = try #require(Fetching().error(address))
      for language in Language.allCases {
        #expect(!error.said[language].contains("hunter2"), "\(error)")
      }
      #expect(!"\(String(reflecting: error))".contains("hunter2"))
    }
  }

  @Test("where there is no room, nothing is fetched")
  func noRoom() throws {
    let fetcher = Fetcher(agent: "Tests/1", folder: "/nowhere", wait: { _ in })
    let address = try #require(FetchAddress("http://127.0.0.1:9/"))
    #expect(throws: FetchError.noRoom(folder: "/nowhere")) { _ = try fetcher.fetch(address) }
  }
}
