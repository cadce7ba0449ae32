/// Looks at the beginning of an XML document for its root, by which the dialects are told apart.
///
/// The bytes are kept, since the reader that is then chosen reads the document from its start.
struct XMLProbe {
  /// What the beginning shows.
  enum Finding {
    /// The root's name and namespace.
    case root(String, namespace: String?)
    /// No root: what stands there is not well formed, or a document type declaration.
    case none
    /// No root among as many bytes as are looked at.
    case tooFar
  }

  /// What was found, once it is.
  private(set) var finding: Finding?
  /// The bytes looked at.
  private(set) var held: [UInt8] = []

  private let parser = XMLPushParser(file: "")

  /// How many bytes may stand before the end of the root's start tag.
  static let limit = 1 << 20

  /// Takes as many of the bytes as are needed and gives back the others.
  mutating func push(_ bytes: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer> {
    var rest = bytes
    while finding == nil, !rest.isEmpty {
      let taken = rest.prefix(min(Self.step, Self.limit - held.count))
      rest = rest.dropFirst(taken.count)
      held.append(contentsOf: taken)
      var events: [XMLEvent] = []
      parser.push(UnsafeRawBufferPointer(rebasing: taken)) { events.append($0) }
      look(at: events)
      if finding == nil, held.count == Self.limit { finding = .tooFar }
    }
    return rest
  }

  /// Says that the document has no more bytes.
  mutating func finish() {
    guard finding == nil else { return }
    var events: [XMLEvent] = []
    parser.finish { events.append($0) }
    look(at: events)
    finding = finding ?? Finding.none
  }

  private mutating func look(at events: [XMLEvent]) {
    guard let first = events.first else { return }
    if case .root(let root, let namespace) = first {
      finding = .root(root.name, namespace: namespace)
    } else {
      finding = Finding.none
    }
  }

  /// How many bytes are looked at before it is asked again whether they are enough.
  private static let step = 16 << 10
}
