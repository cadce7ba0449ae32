import CLibXML2
import CXMLShim
import ParapetModel

/// Parses XML as it arrives and reports the records of the document, each whole or not at all.
///
/// The bytes are cut anew before libxml2 sees them (`FixedBlock`). A document type declaration ends the reading,
/// entities are never replaced, and nothing is loaded from anywhere.
final class XMLPushParser {
  private static let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue)
  /// Names kept as strings; a document with more distinct names only loses the cache.
  private static let nameCacheSize = 4096

  private let file: String
  private let limits: XMLLimits
  private var builder: XMLTreeBuilder
  private var context: xmlParserCtxtPtr?
  private let sink: UnsafeMutablePointer<parapet_xml_sink>
  private var position = XMLPosition()
  private var end: XMLPosition?
  private var block = FixedBlock()
  /// Strings by the pointers under which libxml2 interned the names.
  private var names: [UnsafePointer<xmlChar>: String] = [:]

  /// A parser of one document, named as diagnostics shall name it.
  init(file: String, limits: XMLLimits = XMLLimits(), records: XMLRecords = .children) {
    parapet_xml_initialize()
    self.file = file
    self.limits = limits
    builder = XMLTreeBuilder(file: file, limits: limits, records: records)
    sink = .allocate(capacity: 1)
    sink.initialize(
      to: parapet_xml_sink(object: Unmanaged.passUnretained(self).toOpaque()) { object, error in
        Unmanaged<XMLPushParser>.fromOpaque(object).takeUnretainedValue().report(error.pointee)
      })
    var handler = XMLPushParser.makeHandler()
    context = xmlCreatePushParserCtxt(&handler, sink, nil, 0, nil)
    if let context {
      xmlCtxtUseOptions(context, XMLPushParser.options)
    } else {
      builder.stop(.malformed("libxml2 has no memory for a parser", at: Diagnostic.Place(file: file)))
    }
  }

  deinit {
    if let context {
      if let document = context.pointee.myDoc { xmlFreeDoc(document) }
      xmlFreeParserCtxt(context)
    }
    sink.deinitialize(count: 1)
    sink.deallocate()
  }

  /// Takes the next bytes of the document and hands on what they complete.
  func push(_ bytes: UnsafeRawBufferPointer, _ emit: (XMLEvent) -> Void) {
    var rest = bytes[...]
    while !rest.isEmpty, !builder.isStopped {
      rest = block.fill(from: rest)
      if block.isFull { parseBlock() }
    }
    builder.takeEvents().forEach(emit)
  }

  /// Says that the document ends here and hands on what is left.
  func finish(_ emit: (XMLEvent) -> Void) {
    if !builder.isStopped { parseBlock() }
    builder.takeEvents().forEach(emit)
    guard !builder.isStopped, let context else { return }
    if block.isBlank {
      builder.stop(.empty(file: file))
    } else {
      advance(toEndOf: context)
      end = position
      let status = block.empty { xmlParseChunk(context, $0.bytes, Int32($0.count), 1) }
      if !builder.isComplete {
        builder.stop(.truncated(builder, at: place))
      } else if status != 0 {
        builder.stop(.unreported(status, at: place))
      }
    }
    for event in builder.takeEvents() {
      // Out of a tag that is cut, libxml2 makes a whole one; of the end only the finding counts.
      if case .broken = event { emit(event) } else if builder.isComplete { emit(event) }
    }
  }
}

// What goes into libxml2.
extension XMLPushParser {
  /// Parses the block but for the bytes of a character that it cuts, which begin the next one.
  private func parseBlock() {
    guard let context else { return }
    let status = block.emptyWholeCharacters { xmlParseChunk(context, $0.bytes, Int32($0.count), 0) }
    guard !builder.isStopped else { return }
    if status != 0 { return builder.stop(.unreported(status, at: place)) }
    advance(to: context)
    builder.checkRecordSize(at: position)
    if let input = context.pointee.input, input.pointee.end - input.pointee.cur > limits.tokenBytes {
      builder.stop(.tokenTooLong(limits.tokenBytes, at: place))
    }
  }
}

// What comes out of libxml2.
extension XMLPushParser {
  private static func makeHandler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    parapet_xml_report_parser(&handler)
    handler.internalSubset = { user, _, _, _ in XMLPushParser.from(user)?.refuseDocumentType() }
    handler.startElementNs = { user, name, _, namespace, _, _, count, _, attributes in
      guard let name else { return }
      XMLPushParser.from(user)?.start(name, namespace, attributes, count: Int(count))
    }
    handler.endElementNs = { user, _, _, _ in XMLPushParser.from(user)?.endElement() }
    handler.characters = { user, bytes, count in
      XMLPushParser.from(user)?.characters(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.cdataBlock = handler.characters
    handler.ignorableWhitespace = handler.characters
    return handler
  }

  private static func from(_ user: UnsafeMutableRawPointer?) -> XMLPushParser? {
    guard let user else { return nil }
    let object = user.assumingMemoryBound(to: parapet_xml_sink.self).pointee.object
    return Unmanaged<XMLPushParser>.fromOpaque(object).takeUnretainedValue()
  }

  private func start(
    _ name: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    guard !builder.isStopped, let context else { return }
    advance(toLastTagOf: context)
    guard count <= limits.attributes else { return builder.stop(.tooManyAttributes(limits, at: place)) }
    var read: [XMLAttribute] = []
    read.reserveCapacity(count)
    var size = 0
    for index in 0..<count {
      // Five pointers each: name, prefix, namespace, start and end of the value.
      guard let attributes, let local = attributes[index * 5], let first = attributes[index * 5 + 3],
        let last = attributes[index * 5 + 4]
      else { continue }
      size += last - first
      guard size <= limits.attributeBytes else { return builder.stop(.tooManyAttributes(limits, at: place)) }
      let prefix = attributes[index * 5 + 1].map { string($0) + ":" } ?? ""
      read.append(
        XMLAttribute(
          name: prefix.isEmpty ? string(local) : prefix + string(local),
          value: UnsafeBufferPointer(start: first, count: last - first).attributeValue))
    }
    builder.start(string(name), namespace: namespace.map(string), attributes: read, at: position)
  }

  private func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !builder.isStopped else { return }
    builder.characters(bytes)
  }

  private func endElement() {
    guard !builder.isStopped, let context else { return }
    advance(to: context)
    builder.end(at: position)
  }

  private func refuseDocumentType() {
    guard !builder.isStopped, let context else { return }
    advance(toLastTagOf: context)
    builder.stop(.documentType(at: place))
  }

  private func report(_ error: parapet_xml_error) {
    guard error.fatal != 0, !builder.isStopped, let context else { return }
    if let end, !builder.isComplete {
      position = end
      return builder.stop(.truncated(builder, at: place))
    }
    advance(to: context)
    let message = String(cString: error.message)
    switch UInt32(bitPattern: error.code) {
    case XML_ERR_INVALID_CHAR.rawValue where isAtInvalidUTF8(context): builder.stop(.notUTF8(at: place))
    case XML_ERR_INVALID_ENCODING.rawValue, XML_I18N_CONV_FAILED.rawValue:
      builder.stop(.wrongEncoding(at: place))
    case XML_ERR_UNSUPPORTED_ENCODING.rawValue, XML_ERR_UNKNOWN_ENCODING.rawValue:
      builder.stop(.unknownEncoding(message, at: place))
    default:
      builder.stop(.malformed(message, at: place))
    }
  }

  /// Whether the bytes where libxml2 is are no UTF-8, rather than a character that XML forbids.
  private func isAtInvalidUTF8(_ context: xmlParserCtxtPtr) -> Bool {
    guard let input = context.pointee.input, let current = input.pointee.cur, let end = input.pointee.end
    else { return false }
    var bytes = UnsafeBufferPointer(start: current, count: end - current).makeIterator()
    var decoder = UTF8()
    return decoder.decode(&bytes) == .error
  }

  private func string(_ name: UnsafePointer<xmlChar>) -> String {
    if let known = names[name] { return known }
    if names.count >= XMLPushParser.nameCacheSize { names.removeAll(keepingCapacity: true) }
    let string = String(cString: name)
    names[name] = string
    return string
  }
}

// Places.
extension XMLPushParser {
  private var place: Diagnostic.Place {
    Diagnostic.Place(file: file, line: position.line, column: position.column)
  }

  /// Moves to where libxml2 is.
  private func advance(to context: xmlParserCtxtPtr) {
    guard let input = context.pointee.input else { return }
    advance(to: input.pointee.cur, of: input)
  }

  /// Moves to the end of what libxml2 was given.
  private func advance(toEndOf context: xmlParserCtxtPtr) {
    guard let input = context.pointee.input else { return }
    advance(to: input.pointee.end, of: input)
  }

  /// Moves to the `<` of the tag that libxml2 has just read, the last one before where it is: inside a tag that
  /// character cannot stand unescaped.
  private func advance(toLastTagOf context: xmlParserCtxtPtr) {
    guard let input = context.pointee.input, let base = input.pointee.base, var start = input.pointee.cur
    else { return }
    let current = start
    while start > base, start[0] != UInt8(ascii: "<") { start -= 1 }
    advance(to: start[0] == UInt8(ascii: "<") ? start : current, of: input)
  }

  private func advance(to target: UnsafePointer<xmlChar>?, of input: xmlParserInputPtr) {
    guard let target, let base = input.pointee.base, let current = input.pointee.cur else { return }
    let consumed = Int(clamping: input.pointee.consumed)
    let known = position.offset - consumed
    if known >= 0, known <= target - base {
      position.advance(over: UnsafeBufferPointer(start: base + known, count: target - base - known))
    } else if known < 0 || known > current - base {
      // White space before the root was dropped unseen, or the encoding was switched: libxml2's own count holds.
      position = XMLPosition(
        offset: consumed + (target - base), line: Int(input.pointee.line), column: Int(input.pointee.col))
    }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate var bytes: UnsafePointer<CChar>? { baseAddress?.assumingMemoryBound(to: CChar.self) }
}

extension UnsafeBufferPointer<UInt8> {
  /// An attribute's value as a string; libxml2 leaves an ampersand as `&#38;` where entities are not replaced.
  fileprivate var attributeValue: String {
    guard contains(UInt8(ascii: "&")) else { return String(decoding: self, as: UTF8.self) }
    let escaped = Array("&#38;".utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < count {
      bytes.append(self[index])
      index += self[index...].starts(with: escaped) ? escaped.count : 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Diagnostic {
  fileprivate static func empty(file: String) -> Diagnostic {
    Diagnostic(.error, id: "empty-file", at: Place(file: file), "the file is empty")
  }

  fileprivate static func malformed(_ message: String, at place: Place) -> Diagnostic {
    let lines = message.split(separator: "\n").joined(separator: "; ")
    return Diagnostic(.error, id: "malformed-xml", at: place, "the XML is not well formed: \(lines)")
  }

  fileprivate static func truncated(_ builder: XMLTreeBuilder, at place: Place) -> Diagnostic {
    let inside = builder.innermost.map { " inside '\($0.name)', which opens in line \($0.line)" } ?? ""
    return Diagnostic(
      .error, id: "truncated-xml", at: place, "the document ends too early\(inside)",
      suggestion: "fetch the file again; the records before this place were read")
  }

  fileprivate static func wrongEncoding(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "not-utf8", at: place, "the bytes here are not of the encoding that the file declares",
      suggestion: "save the file as UTF-8, or declare its encoding in the first line")
  }

  /// libxml2 stops without a report where it cannot convert the encoding, or has no memory.
  fileprivate static func unreported(_ status: Int32, at place: Place) -> Diagnostic {
    UInt32(bitPattern: status) == XML_ERR_NO_MEMORY.rawValue
      ? malformed("there is no memory for it", at: place) : notUTF8(at: place)
  }

  fileprivate static func unknownEncoding(_ message: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-encoding", at: place, "the declared encoding cannot be read: \(message)",
      suggestion: "save the file as UTF-8")
  }

  fileprivate static func documentType(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "document-type-declared", at: place, "document type declarations are refused",
      suggestion: "remove '<!DOCTYPE …>'; nothing that it declares is needed")
  }

  fileprivate static func tooManyAttributes(_ limits: XMLLimits, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "too-many-attributes", at: place,
      "an element has more than \(limits.attributes) attributes or \(limits.attributeBytes) bytes of them")
  }

  fileprivate static func tokenTooLong(_ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "token-too-long", at: place, "a tag, comment or instruction has more than \(limit) bytes")
  }
}
