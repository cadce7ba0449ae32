public import ParapetModel

/// A reader of any feed that Parapet knows, fed with bytes as they arrive.
///
/// The dialect is recognised by the content, never by the name. The events are the same however the bytes are
/// cut, and at most one of them is `broken`, which is then the last.
public struct FeedReader {
  /// The dialect, once it is known.
  public private(set) var dialect: Dialect?

  private let file: String
  private let citationRequired: Bool
  private var state = State.opening
  private var opening: [UInt8] = []

  /// The most white space that may stand before the content begins.
  static let openingLimit = 4096

  /// A reader of a file or address, as the person named it.
  ///
  /// - Parameter citationRequired: whether rules in canonical XML are held to those of our own data.
  public init(file: String, citationRequired: Bool = false) {
    self.file = file
    self.citationRequired = citationRequired
  }

  /// Takes the next bytes and reports what they complete.
  public mutating func push(_ bytes: UnsafeRawBufferPointer, _ emit: (FeedEvent) -> Void) {
    var rest = bytes[...]
    if case .opening = state {
      let taken = rest.prefix(Self.openingLimit - opening.count)
      opening.append(contentsOf: taken)
      rest = rest.dropFirst(taken.count)
      // Four bytes tell UTF-16 from UTF-8, so that fewer decide nothing yet.
      if opening.count >= 4 { recognise(isWhole: opening.count == Self.openingLimit, emit) }
    }
    forward(UnsafeRawBufferPointer(rebasing: rest), emit)
  }

  /// Ends the input and reports what is missing from it.
  public mutating func finish(_ emit: (FeedEvent) -> Void) {
    if case .opening = state { recognise(isWhole: true, emit) }
    switch state {
    case .sediaSearch(var reader): reader.finish(emit)
    case .canonical(var reader): reader.finish(emit)
    case .opening, .over: break
    }
    state = .over
  }
}

extension FeedReader {
  private enum State {
    case opening
    case sediaSearch(SEDIASearchReader)
    case canonical(CanonicalReader)
    case over
  }

  private mutating func forward(_ bytes: UnsafeRawBufferPointer, _ emit: (FeedEvent) -> Void) {
    guard !bytes.isEmpty else { return }
    switch state {
    case .sediaSearch(var reader):
      // The reader is moved out of the state, so that its buffer is not copied when it changes.
      state = .over
      reader.push(bytes, emit)
      if reader.hasFoundList { dialect = .sediaSearch }
      state = .sediaSearch(reader)
    case .canonical(var reader):
      state = .over
      reader.push(bytes, emit)
      if reader.hasFoundRoot { dialect = .canonical }
      state = .canonical(reader)
    case .opening, .over: break
    }
  }

  /// Decides by the first sign what the input is; nothing but white space decides nothing before it is whole.
  private mutating func recognise(isWhole: Bool, _ emit: (FeedEvent) -> Void) {
    let marks: [[UInt8]] = [[0xfe, 0xff], [0xff, 0xfe]]
    // XML names its own encoding, and libxml2 reads UTF-16; JSON is UTF-8 alone (RFC 8259, section 8.1).
    if Self.wideXML.contains(where: opening.starts(with:)) {
      return open(CanonicalReader(file: file, citationRequired: citationRequired), emit)
    }
    if opening.prefix(4).contains(0) || marks.contains(where: opening.starts(with:)) {
      return stop(.notUTF8(at: Diagnostic.Place(file: file)), emit)
    }
    let content = opening.starts(with: Self.byteOrderMark) ? opening.dropFirst(3) : opening[...]
    switch content.first(where: { !Self.spaces.contains($0) }) {
    case UInt8(ascii: "{"):
      state = .sediaSearch(SEDIASearchReader(file: file))
      Array(content).withUnsafeBytes { forward($0, emit) }
      opening = []
    case UInt8(ascii: "["): stop(.unknownDialect(file: file, found: "a JSON list"), emit)
    case UInt8(ascii: "<"): open(CanonicalReader(file: file, citationRequired: citationRequired), emit)
    case nil where !isWhole: break
    case nil where opening.count < Self.openingLimit: stop(.emptyFile(file), emit)
    case nil: stop(.unknownDialect(file: file, found: "white space"), emit)
    case .some: stop(.unknownDialect(file: file, found: "a text that is neither JSON nor XML"), emit)
    }
  }

  private mutating func open(_ reader: CanonicalReader, _ emit: (FeedEvent) -> Void) {
    state = .canonical(reader)
    let start = opening
    opening = []
    start.withUnsafeBytes { forward($0, emit) }
  }

  private mutating func stop(_ diagnostic: Diagnostic, _ emit: (FeedEvent) -> Void) {
    emit(.broken(diagnostic))
    state = .over
  }

  private static let wideXML: [[UInt8]] = [[0xfe, 0xff, 0x00, 0x3c], [0xff, 0xfe, 0x3c, 0x00]]
  private static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]
  private static let spaces = Array(" \t\r\n".utf8)
}
