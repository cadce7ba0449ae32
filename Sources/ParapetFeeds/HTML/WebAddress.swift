import ParapetModel

/// Addresses on the web as feeds write them: whole, or relative to a page.
enum WebAddress {
  /// The whole address, or nothing where it is none that a browser follows to a page.
  ///
  /// An address without a scheme belongs to the page that it stands on (RFC 3986, section 5): `//host/a`, `/a`, `a`,
  /// `../a`. Of `www.` nobody means a folder.
  static func resolved(_ text: String, against base: String?) -> String? {
    guard !text.isEmpty, text.utf8.count <= HTMLLinks.addressBytes else { return nil }
    guard !text.isWebAddress else { return text }
    guard text.first != "#", !hasScheme(text), !text.contains(where: { $0.isWhitespace || $0 == "\\" }) else {
      return nil
    }
    if text.hasPrefix("www.") { return whole("https://" + text) }
    guard let base, let host = base.firstRange(of: "://") else { return nil }
    if text.hasPrefix("//") { return whole(base[..<host.lowerBound] + ":" + text) }
    let end = base[host.upperBound...].firstIndex { "/?#".contains($0) } ?? base.endIndex
    guard !text.hasPrefix("/") else { return whole(base[..<end] + text) }
    let page = base[end...].prefix { $0 != "?" && $0 != "#" }
    if text.hasPrefix("?") { return whole(base[..<end] + page + text) }
    let folder = page.lastIndex(of: "/").map { page[..<$0] } ?? ""
    return whole(base[..<end] + path(text, in: folder))
  }

  /// The path of a relative one from a folder, without steps up and down.
  private static func path(_ text: String, in folder: Substring) -> String {
    let end = text.firstIndex { "?#".contains($0) } ?? text.endIndex
    var steps = folder.split(separator: "/")
    let own = text[..<end].split(separator: "/", omittingEmptySubsequences: false)
    for step in own {
      switch step {
      case ".": break
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return "/" + steps.joined(separator: "/") + text[end...]
  }

  private static func whole(_ address: some StringProtocol) -> String? {
    let address = String(address)
    return address.isWebAddress && address.utf8.count <= HTMLLinks.addressBytes ? address : nil
  }

  /// Whether it begins with a scheme, such as `mailto:`.
  private static func hasScheme(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":") else { return false }
    return text[..<colon].allSatisfy { $0.isLetter || $0.isNumber || "+-.".contains($0) }
  }
}
