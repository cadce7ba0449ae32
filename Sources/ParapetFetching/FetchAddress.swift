import Foundation

/// An http or https address of a feed, with a name that can be shown and stored.
///
/// A name and password in it are sent to its own server only, and no message, file or store ever holds them or
/// the values of keys such as `apiKey`.
public struct FetchAddress: Hashable, Sendable {
  /// The address as it is shown and stored: what is secret in it is `***`.
  public let name: String

  /// Where to ask: without name, password and fragment.
  let url: URL
  /// The `Authorization` that the address itself carries.
  let authorization: String?

  /// The longest address that is taken.
  static let longest = 8192

  /// Whether a text means an address and no file.
  public static func isMeant(by text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return start.hasPrefix("http://") || start == "https://"
  }

  /// The address in a text, or nothing where it is not one of http or https with a host.
  public init?(_ text: String) {
    guard FetchAddress.isMeant(by: text), text.utf8.count <= FetchAddress.longest,
      !text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7f }),
      var parts = URLComponents(string: text), parts.host?.isEmpty == false
    else { return nil }
    let hasCredentials = parts.user != nil || parts.password != nil
    if hasCredentials {
      let pair = (parts.user ?? "") + ":" + (parts.password ?? "")
      authorization = "Basic " + Data(pair.utf8).base64EncodedString()
    } else {
      authorization = nil
    }
    (parts.user, parts.password, parts.fragment) = (nil, nil, nil)
    guard let url = parts.url else { return nil }
    self.url = url
    parts.percentEncodedQuery = parts.percentEncodedQuery.map(FetchAddress.masked)
    let shown = parts.string ?? "\(parts.scheme ?? "http")://\(parts.host ?? "")"
    name = hasCredentials ? shown.replacing("://", with: "://***@", maxReplacements: 1) : shown
  }

  /// The address that a server sends on to, or the scheme it names where that is not followed.
  ///
  /// Only http and https are followed, and never from https back to http, where anybody could change what comes.
  func redirected(to location: String) -> Redirection {
    guard let target = URL(string: location, relativeTo: url)?.absoluteURL,
      let scheme = target.scheme?.lowercased()
    else { return .refused("an address that cannot be read") }
    guard scheme == "https" || (scheme == "http" && url.scheme?.lowercased() == "http") else {
      return .refused("'\(scheme.prefix(32)):'")
    }
    guard let address = FetchAddress(target.absoluteString) else {
      return .refused("an address that cannot be read")
    }
    // What another server is told must not be what was entrusted to this one.
    return .address(hasSameOrigin(as: address) ? address.authorized(by: self) : address)
  }

  /// The same address with another query, under the same name.
  func with(query: String) -> FetchAddress {
    var parts = URLComponents(url: url, resolvingAgainstBaseURL: false)
    parts?.percentEncodedQuery = query
    return FetchAddress(name: name, url: parts?.url ?? url, authorization: authorization)
  }

  enum Redirection: Hashable {
    case address(FetchAddress)
    case refused(String)
  }
}

extension FetchAddress {
  private init(name: String, url: URL, authorization: String?) {
    self.name = name
    self.url = url
    self.authorization = authorization
  }

  private func authorized(by other: FetchAddress) -> FetchAddress {
    FetchAddress(name: name, url: url, authorization: authorization ?? other.authorization)
  }

  private func hasSameOrigin(as other: FetchAddress) -> Bool {
    url.scheme?.lowercased() == other.url.scheme?.lowercased()
      && url.host()?.lowercased() == other.url.host()?.lowercased() && url.port == other.url.port
  }

  /// A query with `***` for the values of keys that may be secret.
  private static func masked(_ query: String) -> String {
    query.split(separator: "&", omittingEmptySubsequences: false).map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let key = parts[0].lowercased().filter { $0.isLetter || $0.isNumber }
      return parts.count == 2 && isSecret(key) ? parts[0] + "=***" : String(pair)
    }
    .joined(separator: "&")
  }

  private static func isSecret(_ key: String) -> Bool {
    key.hasSuffix("key") || ["sig", "auth", "authorization", "pwd", "pass", "jwt"].contains(key)
      || ["token", "secret", "passw", "signature", "credential"].contains { key.contains($0) }
  }
}
