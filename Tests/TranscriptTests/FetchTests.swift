import Foundation
import Loopback
import Testing

/// Addresses as the command line meets them; what servers can do wrong is tested where it is fetched.
@Suite("Ingesting from addresses", .serialized)
struct FetchTests {
  private let scratch: Scratch
  private let page: String

  init() throws {
    scratch = try Scratch()
    page = try scratch.text("feed/page-01.json")
  }

  /// What the program says of one source, in CSV.
  private func ingest(_ address: String, on day: String = "2030-02-01") async throws -> Answer {
    try await scratch.parapet("ingest", address, "--read-on", day, "--as-of", day, "--format", "csv")
  }

  /// What the catalogue holds.
  private func list() async throws -> String {
    try await scratch.parapet("list", "--format", "csv", "--as-of", "2030-03-01", "--quiet").output
  }

  @Test("what has not changed is not sent again, and the report says so")
  func unmodified() async throws {
    let page = page
    let server = try LoopbackServer { question in
      question.headers["if-none-match"] == "\"v1\""
        ? [.head("304 Not Modified")] : [.answer(headers: ["ETag: \"v1\""], text: page)]
    }
    let address = server.address("/feed.json")
    #expect(try await ingest(address).output.contains("\(address),sedia-search,2,0,0,0,0"))
    let before = try await list()
    let again = try await ingest(address, on: "2030-02-08")
    #expect(again.code == 0)
    #expect(again.output.contains("\(address),sedia-search,0,0,2,0,0"))
    #expect(try await list() == before)
    let text = try await scratch.parapet(
      "ingest", address, "--read-on", "2030-02-08", "--as-of", "2030-02-08")
    #expect(text.output.contains("is what it was when it was read on 1 February 2030."))
    let json = try await scratch.parapet(
      "ingest", address, "--read-on", "2030-02-08", "--as-of", "2030-02-08", "--format", "json")
    let sources = (json.json as? [String: Any])?["sources"] as? [[String: Any]]
    #expect(sources?.first?["unmodifiedSince"] as? String == "2030-02-01")
    #expect(server.asked.map { $0.headers["if-none-match"] } == [nil, "\"v1\"", "\"v1\"", "\"v1\""])
    // A reading for an earlier day, and one into another catalogue, need the content itself.
    _ = try await ingest(address, on: "2030-01-01")
    _ = try await scratch.parapet("ingest", address, "--store", "other")
    #expect(server.asked.suffix(2).map { $0.headers["if-none-match"] } == [nil, nil])
  }

  @Test("a server that is out of order is asked again, and one that has recovered is read")
  func recovered() async throws {
    let page = page
    let server = try LoopbackServer { question in
      question.number == 1 ? [.answer("500 Oops")] : [.answer(text: page)]
    }
    let answer = try await ingest(server.address("/feed.json"))
    #expect(answer.code == 0)
    #expect(answer.output.contains("sedia-search,2,0,0,0,0"))
    #expect(answer.errors.contains("answered 500 (out of order); asked again in 1 s"))
  }

  @Test("each failure has its exit code, spares the other sources and leaves the catalogue as it was")
  func failures() async throws {
    let cut = page.dropLast(200)
    let server = try LoopbackServer { question in
      switch question.target {
      case "/gone": [.answer("404 Not Found")]
      case "/later": [.answer("503 Later", headers: ["Retry-After: 3600"])]
      case "/file": [.answer("302 Found", headers: ["Location: file:///etc/passwd"])]
      case "/cut": [.answer(headers: ["ETag: \"v1\""], text: String(cut))]
      case "/page": [.answer(text: "<!DOCTYPE html><html><body>Sorry</body></html>")]
      default: [.answer(text: "")]
      }
    }
    _ = try await scratch.parapet("ingest", "feed", "--read-on", "2030-01-01")
    let before = try await list()
    let cases = [
      ("/gone", 66, "input-not-there"), ("/later", 69, "input-unreachable"),
      ("/file", 69, "input-unreachable"), ("/cut", 65, "truncated-json"), ("/cut", 65, "truncated-json"),
      ("/page", 65, "input-unusable"), ("/empty", 65, "empty-file"),
    ]
    for (path, code, id) in cases {
      let answer = try await ingest(server.address(path))
      #expect(answer.code == Int32(code), "\(path): \(answer.errors)")
      #expect(answer.errors.contains("[\(id)]"), "\(path): \(answer.errors)")
      #expect(answer.output.contains(",0,0,0,0,0"), "\(path): \(answer.output)")
      #expect(try await list() == before)
    }
    // What broke off is asked for whole the next time.
    #expect(server.asked.filter { $0.target == "/cut" }.map { $0.headers["if-none-match"] } == [nil, nil])
    let both = try await scratch.parapet(
      "ingest", server.address("/later"), "later/page-01.json", "--read-on", "2030-02-08", "--format", "csv")
    #expect(both.code == 69)
    #expect(both.output.contains("later/page-01.json,sedia-search,0,1,1,0,0"))
  }

  @Test("no secret of an address is printed or stored")
  func secrets() async throws {
    let page = page
    let server = try LoopbackServer { question in
      question.target.hasPrefix("/feed")
        ? [.answer(text: page)] : [.answer("500 No", headers: ["Retry-After: 3600"])]
    }
    for path in ["/feed", "/other"] {
      let address = server.address(path + "?apiKey=hunter2").replacing(
        "http://", with: "http://anna:hunter2@")
      for format in ["text", "json"] {
        let answer = try await scratch.parapet("ingest", address, "--format", format)
        #expect(!(answer.output + answer.errors).contains("hunter2"))
        #expect((answer.output + answer.errors).contains("apiKey=***"))
      }
    }
    #expect(server.asked.first?.headers["authorization"] == "Basic YW5uYTpodW50ZXIy")
    for name in try scratch.names(in: "store") {
      let bytes = try Data(contentsOf: scratch.folder.appending(path: "store/" + name))
      #expect(bytes.range(of: Data("hunter2".utf8)) == nil)
      #expect(bytes.range(of: Data("anna".utf8)) == nil)
    }
    #expect(
      try await scratch.parapet("show", "70000001TOPICSen", "--as-of", "2030-03-01").output.contains("***@"))
  }

  @Test("the portal's search is read page by page")
  func search() async throws {
    let server = try LoopbackServer { question in
      let isSecond = question.target.hasSuffix("pageNumber=2")
      let hits = (isSecond ? 101...120 : 1...100).map {
        #"{"reference":"\#(71_000_000 + $0)TOPICSen","language":"en","#
          + #""metadata":{"identifier":["T-\#($0)"],"title":["Town \#($0)"],"type":["1"]}}"#
      }
      return [.answer(text: #"{"totalResults":120,"results":[\#(hits.joined(separator: ","))]}"#)]
    }
    let answer = try await ingest(server.address("/search-api/prod/rest/search?apiKey=SEDIA&text=***"))
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(answer.output.contains("apiKey=***&text=***,sedia-search,120,0,0,0,0"))
    #expect(server.asked.map(\.method) == ["POST", "POST"])
  }
}
