import Foundation
import Testing

@testable import ParapetFetching

@Suite("Addresses")
struct FetchAddressTests {
  @Test(
    "a path is no address, and an address is one in any case of letters",
    arguments: [
      ("feed", false), ("http.json", false), ("ftp://a.eu/feed", false), ("file:///etc/passwd", false),
      ("https://a.eu/feed", true), ("HTTP://a.eu", true), ("https:", false), ("https://", true),
    ])
  func meaning(_ text: String, _ isAddress: Bool) { #expect(FetchAddress.isMeant(by: text) == isAddress) }

  @Test(
    "what has no host or cannot be sent is refused",
    arguments: [
      "https://", "http:///feed", "https://a.eu/a b", "https://a.eu/\r\nX-Header: 1", "https://a.eu/\u{0}",
      "ftp://a.eu/feed", "https://a.eu/" + String(repeating: "a", count: 9000),
    ])
  func refused(_ text: String) { #expect(FetchAddress(text) == nil) }

  @Test(
    "secrets are shown as stars",
    arguments: [
      ("https://a.eu/feed", "https://a.eu/feed"),
      ("https://anna:s%40cret@a.eu:8443/feed#part", "https://***@a.eu:8443/feed"),
      ("https://token@a.eu/feed", "https://***@a.eu/feed"),
      ("https://a.eu/s?apiKey=SEDIA&text=***", "https://a.eu/s?apiKey=***&text=***"),
      ("https://a.eu/s?api_key=1&API-KEY=2&x=3", "https://a.eu/s?api_key=***&API-KEY=***&x=3"),
      ("https://a.eu/s?access_token=1&sig=2&page=3", "https://a.eu/s?access_token=***&sig=***&page=3"),
      ("https://a.eu/s?client%5Fsecret=a=b&password=c", "https://a.eu/s?client%5Fsecret=***&password=***"),
      ("https://a.eu/s?flag&auth=x&lang=en", "https://a.eu/s?flag&auth=***&lang=en"),
    ])
  func names(_ text: String, _ name: String) throws {
    let address = try #require(FetchAddress(text))
    #expect(address.name == name)
    #expect(!address.url.absoluteString.contains("@"))
  }

  @Test(
    "only http and https are followed, and not from a secure to an open line",
    arguments: [
      ("https://a.eu/x", "/y", "https://a.eu/y"), ("https://a.eu/x/", "y?z=1", "https://a.eu/x/y?z=1"),
      ("http://a.eu/x", "https://b.eu/y", "https://b.eu/y"), ("http://a.eu/x", "//b.eu/y", "http://b.eu/y"),
      ("https://a.eu/x", "http://a.eu/y", nil), ("http://a.eu/x", "file:///etc/passwd", nil),
      ("http://a.eu/x", "ftp://a.eu/y", nil), ("http://a.eu/x", "javascript:alert(1)", nil),
      ("http://a.eu/x", "http://", nil),
    ] as [(String, String, String?)])
  func redirections(_ start: String, _ location: String, _ target: String?) throws {
    let address = try #require(FetchAddress(start))
    switch address.redirected(to: location) {
    case .address(let found): #expect(found.url.absoluteString == target)
    case .refused: #expect(target == nil)
    }
  }

  @Test("a password goes to its own server and to no other")
  func entrusted() throws {
    let address = try #require(FetchAddress("https://anna:secret@a.eu/x"))
    #expect(address.authorization == "Basic YW5uYTpzZWNyZXQ=")
    guard case .address(let same) = address.redirected(to: "/y"),
      case .address(let other) = address.redirected(to: "https://b.eu/y"),
      case .address(let port) = address.redirected(to: "https://a.eu:444/y")
    else {
      Issue.record("all three are followed")
      return
    }
    #expect(same.authorization == address.authorization)
    #expect(other.authorization == nil)
    #expect(port.authorization == nil)
  }

  @Test(
    "the search of the portal is known by its path",
    arguments: [
      ("https://api.tech.ec.europa.eu/search-api/prod/rest/search?apiKey=SEDIA&text=***", true),
      ("http://127.0.0.1:1/search-api/acc/rest/search", true), ("https://a.eu/rest/search", false),
      ("https://a.eu/search-api/prod/rest/facet", false),
    ])
  func search(_ text: String, _ isSearch: Bool) throws {
    #expect(SearchQuestion.isMeant(by: try #require(FetchAddress(text))) == isSearch)
  }
}
