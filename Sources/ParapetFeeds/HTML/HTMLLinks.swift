import ParapetModel

/// Finds the documents that a piece of HTML links to.
///
/// Like the reduction to plain text it is no parser: it looks for anchors, and at each of them a bounded way
/// ahead.
enum HTMLLinks {
  /// The distinct documents of several texts, in order, at most so many as are kept of one record; relative addresses
  /// are those of a page.
  static func documents(in texts: [String], base: String? = nil, language: String) -> [DocumentLink] {
    var found: [DocumentLink] = []
    var seen: Set<String> = []
    for text in texts {
      var scanner = AnchorScanner(bytes: Array(text.utf8))
      while found.count < limit, let anchor = scanner.next() {
        guard let address = WebAddress.resolved(HTMLEntities.decoded(anchor.address).trimmed, against: base),
          let format = format(of: address), seen.insert(address).inserted
        else { continue }
        let title = PlainText.from(html: anchor.content).folded
        let titles = title.isEmpty ? [] : [LocalizedText(title, language: language)]
        found.append(DocumentLink(url: address, format: format, titles: titles))
      }
    }
    return found
  }

  /// How many documents of one record are kept.
  static let limit = 64
  /// The longest address that is kept.
  static let addressBytes = 2048
}

extension HTMLLinks {
  /// The media type of a document, by the ending of its path.
  private static func format(of address: String) -> String? {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    guard let dot = path.lastIndex(of: "."), path[dot...].utf8.count <= 6 else { return nil }
    return formats[path[path.index(after: dot)...].lowercased()]
  }

  private static let formats = [
    "pdf": "application/pdf", "zip": "application/zip", "doc": "application/msword",
    "xls": "application/vnd.ms-excel", "odt": "application/vnd.oasis.opendocument.text",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ]
}

/// One walk over the bytes of a text from anchor to anchor.
private struct AnchorScanner {
  let bytes: [UInt8]
  private var position = 0
  private var visited = 0

  /// How many anchors are looked at, how far for the end of a tag, and how far for the end of the text.
  private static let anchors = 1024
  private static let tagBytes = 4096
  private static let contentBytes = 1024

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The next anchor with an address in quotation marks.
  mutating func next() -> (address: String, content: String)? {
    while visited < Self.anchors, let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = start + 1
      guard isAnchor(at: position), position + 1 < bytes.count, Self.isSpace(bytes[position + 1]) else {
        continue
      }
      visited += 1
      guard let end = bytes[position...].prefix(Self.tagBytes).firstIndex(of: UInt8(ascii: ">")),
        let address = address(in: bytes[position..<end])
      else { continue }
      position = end + 1
      return (address, content)
    }
    return nil
  }

  /// The markup from here to the next tag of an anchor.
  private var content: String {
    let ahead = bytes[position...].prefix(Self.contentBytes)
    let end = ahead.indices.first { index in
      guard ahead[index] == UInt8(ascii: "<") else { return false }
      let isClosing = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
      return isAnchor(at: index + (isClosing ? 2 : 1))
    }
    return String(decoding: ahead[..<(end ?? ahead.endIndex)], as: UTF8.self)
  }

  private func isAnchor(at index: Int) -> Bool {
    guard index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "a") else { return false }
    guard index + 1 < bytes.count else { return true }
    return bytes[index + 1] == UInt8(ascii: ">") || Self.isSpace(bytes[index + 1])
  }

  private func address(in tag: ArraySlice<UInt8>) -> String? {
    let lower = tag.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    guard let name = lower.firstRange(of: Array("href".utf8)) else { return nil }
    let rest = tag.dropFirst(name.upperBound).drop(while: Self.isSpace)
    guard rest.first == UInt8(ascii: "=") else { return nil }
    let value = rest.dropFirst().drop(while: Self.isSpace)
    guard let mark = value.first, mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'"),
      let end = value.dropFirst().firstIndex(of: mark)
    else { return nil }
    return String(decoding: value.dropFirst()[..<end], as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
}
