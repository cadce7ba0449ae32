import CLibXML2
import CXMLShim
import ParapetModel

/// One document being parsed: what libxml2 calls back into, and where it is.
///
/// It lies at a fixed address and not in an object, since libxml2 calls back for every tag and text: there, each
/// call would count references and check for overlapping access, a tenth of the time of reading.
struct XMLParse {
  /// The document, as diagnostics name it.
  let file: String
  /// What is made of the calls.
  var builder: XMLTreeBuilder
  /// libxml2's parser, which calls.
  var context: xmlParserCtxtPtr?

  private let limits: XMLLimits
  private var position = XMLPosition()
  private var end: XMLPosition?

  init(file: String, limits: XMLLimits, records: XMLRecords) {
    self.file = file
    self.limits = limits
    builder = XMLTreeBuilder(file: file, limits: limits, records: records)
  }

  /// Takes note of what a block that was parsed leaves behind.
  mutating func finishBlock(status: Int32) {
    guard !builder.isStopped, let context else { return }
    if status != 0 { return builder.stop(.unreported(status, at: place)) }
    advance(to: context)
    builder.checkRecordSize(at: position)
    if let input = context.pointee.input, input.pointee.end - input.pointee.cur > limits.tokenBytes {
      builder.stop(.tokenTooLong(limits.tokenBytes, at: place))
    }
  }

  /// Says that only what libxml2 holds is still to come.
  mutating func beginEnd() {
    if let input = context?.pointee.input { advance(to: input.pointee.end, of: input) }
    end = position
  }

  /// Says that the document is over.
  mutating func finish(status: Int32) {
    if !builder.isComplete {
      builder.stop(.truncated(builder, at: place))
    } else if status != 0 {
      builder.stop(.unreported(status, at: place))
    }
  }
}

// What libxml2 calls.
extension XMLParse {
  /// The handler that calls back into the parse behind the sink.
  static func makeHandler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    parapet_xml_report_parser(&handler)
    handler.internalSubset = { user, _, _, _ in XMLParse.at(user)?.pointee.refuseDocumentType() }
    handler.startElementNs = { user, name, _, namespace, _, _, count, _, attributes in
      guard let name else { return }
      XMLParse.at(user)?.pointee.start(name, namespace, attributes, count: Int(count))
    }
    handler.endElementNs = { user, _, _, _ in XMLParse.at(user)?.pointee.endElement() }
    handler.characters = { user, bytes, count in
      XMLParse.at(user)?.pointee.characters(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.cdataBlock = handler.characters
    handler.ignorableWhitespace = handler.characters
    return handler
  }

  private static func at(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLParse>? {
    user?.assumingMemoryBound(to: parapet_xml_sink.self).pointee.object.assumingMemoryBound(to: XMLParse.self)
  }

  private mutating func start(
    _ name: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    guard !builder.isStopped, let context else { return }
    advance(toLastTagOf: context)
    guard count <= limits.attributes else { return builder.stop(.tooManyAttributes(limits, at: place)) }
    let read = XMLRawAttributes(pointers: attributes, count: count)
    guard read.valueBytes <= limits.attributeBytes else {
      return builder.stop(.tooManyAttributes(limits, at: place))
    }
    builder.start(name, namespace: namespace, attributes: read, at: position)
  }

  private mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !builder.isStopped else { return }
    builder.characters(bytes)
  }

  private mutating func endElement() {
    guard !builder.isStopped, let input = context?.pointee.input else { return }
    // Of an end only the bytes count; lines and columns are counted at the next start.
    builder.end(atOffset: Int(clamping: input.pointee.consumed) + (input.pointee.cur - input.pointee.base))
  }

  private mutating func refuseDocumentType() {
    guard !builder.isStopped, let context else { return }
    advance(toLastTagOf: context)
    builder.stop(.documentType(at: place))
  }

  mutating func report(_ error: parapet_xml_error) {
    guard error.fatal != 0, !builder.isStopped, let context else { return }
    let code = UInt32(bitPattern: error.code)
    if let end, !builder.isComplete, Self.unfinished.contains(code) || !goesOn(behind: context) {
      position = end
      return builder.stop(.truncated(builder, at: place))
    }
    if Self.references.contains(code) {
      advance(toLastReferenceOf: context)
    } else {
      advance(to: context)
    }
    let message = String(cString: error.message)
    switch code {
    case XML_ERR_ENTITYREF_NO_NAME.rawValue, XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue:
      builder.stop(.bareAmpersand(at: place))
    case XML_ERR_INVALID_CHAR.rawValue where isAtInvalidUTF8(context): builder.stop(.notUTF8(at: place))
    case XML_ERR_INVALID_ENCODING.rawValue, XML_I18N_CONV_FAILED.rawValue:
      builder.stop(.wrongEncoding(at: place))
    case XML_ERR_UNSUPPORTED_ENCODING.rawValue, XML_ERR_UNKNOWN_ENCODING.rawValue:
      builder.stop(.unknownEncoding(message, at: place))
    default:
      builder.stop(.malformed(message, at: place))
    }
  }

  /// Whether the document goes on behind a fault that libxml2 met at its end: it looks ahead for the end of what it
  /// reads, so that the cause may stand far before.
  private func goesOn(behind context: xmlParserCtxtPtr) -> Bool {
    guard let input = context.pointee.input, let current = input.pointee.cur, let end = input.pointee.end
    else { return false }
    return UnsafeBufferPointer(start: current, count: end - current).contains(UInt8(ascii: ">"))
  }

  /// Faults that say that something begun has no end.
  private static let unfinished: Set<UInt32> = [
    XML_ERR_CDATA_NOT_FINISHED.rawValue, XML_ERR_COMMENT_NOT_FINISHED.rawValue,
    XML_ERR_PI_NOT_FINISHED.rawValue,
    XML_ERR_TAG_NOT_FINISHED.rawValue, XML_ERR_DOCUMENT_END.rawValue, XML_ERR_ATTRIBUTE_NOT_FINISHED.rawValue,
  ]

  /// Faults of a reference such as `&nbsp;`, which begins at the last ampersand.
  private static let references: Set<UInt32> = [
    XML_ERR_ENTITYREF_NO_NAME.rawValue, XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue,
    XML_ERR_UNDECLARED_ENTITY.rawValue, XML_ERR_INVALID_CHARREF.rawValue,
  ]

  /// Whether the bytes where libxml2 is are no UTF-8, rather than a character that XML forbids.
  private func isAtInvalidUTF8(_ context: xmlParserCtxtPtr) -> Bool {
    guard let input = context.pointee.input, let current = input.pointee.cur, let end = input.pointee.end
    else { return false }
    var bytes = UnsafeBufferPointer(start: current, count: end - current).makeIterator()
    var decoder = UTF8()
    return decoder.decode(&bytes) == .error
  }
}

// Places.
extension XMLParse {
  private var place: Diagnostic.Place {
    Diagnostic.Place(file: file, line: position.line, column: position.column)
  }

  /// Moves to where libxml2 is.
  private mutating func advance(to context: xmlParserCtxtPtr) {
    guard let input = context.pointee.input else { return }
    advance(to: input.pointee.cur, of: input)
  }

  /// Moves to the `<` of the tag that libxml2 has just read, the last one before where it is: inside a tag that
  /// character cannot stand unescaped.
  private mutating func advance(toLastTagOf context: xmlParserCtxtPtr) {
    guard let input = context.pointee.input, let base = input.pointee.base, let current = input.pointee.cur
    else { return }
    let known = min(max(position.offset - Int(clamping: input.pointee.consumed), 0), current - base)
    let unseen = UnsafeBufferPointer(start: base + known, count: current - base - known)
    if let tag = unseen.lastPosition(of: UInt8(ascii: "<")) {
      advance(to: base + known + tag, of: input)
    } else if UnsafeBufferPointer(start: base, count: known).lastPosition(of: UInt8(ascii: "<")) == nil {
      advance(to: current, of: input)
    }
  }

  /// Moves to the ampersand of the reference that libxml2 has just looked at, where it still holds it.
  private mutating func advance(toLastReferenceOf context: xmlParserCtxtPtr) {
    guard let input = context.pointee.input, let base = input.pointee.base, let current = input.pointee.cur
    else { return }
    let known = min(max(position.offset - Int(clamping: input.pointee.consumed), 0), current - base)
    let unseen = UnsafeBufferPointer(start: base + known, count: current - base - known)
    guard let reference = unseen.lastPosition(of: UInt8(ascii: "&")) else {
      advance(to: context)
      return stepBack(toReferenceBefore: current, from: base)
    }
    advance(to: base + known + reference, of: input)
  }

  /// Moves back over the name behind the ampersand, which is no longer than a few signs of one line.
  private mutating func stepBack(
    toReferenceBefore current: UnsafePointer<xmlChar>, from base: UnsafePointer<xmlChar>
  ) {
    let count = min(current - base, Self.longestReference)
    let seen = UnsafeBufferPointer(start: current - count, count: count)
    guard let reference = seen.lastPosition(of: UInt8(ascii: "&")) else { return }
    let name = seen[reference...]
    let columns = name.count { $0 & 0xC0 != 0x80 }
    guard !name.contains(UInt8(ascii: "\n")), columns < position.column else { return }
    position = XMLPosition(
      offset: position.offset - name.count, line: position.line, column: position.column - columns)
  }

  /// How far behind an ampersand libxml2 may be when it says that it begins no reference.
  private static let longestReference = 256

  private mutating func advance(to target: UnsafePointer<xmlChar>?, of input: xmlParserInputPtr) {
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

/// The attributes of a start tag as libxml2 hands them over, valid while it waits.
struct XMLRawAttributes {
  /// Five pointers each: name, prefix, namespace, start and end of the value.
  let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  let count: Int

  /// How many bytes all values have.
  var valueBytes: Int {
    var size = 0
    for index in 0..<count { size += self[index]?.value.count ?? 0 }
    return size
  }

  /// An attribute, or nothing where libxml2 gives none.
  subscript(index: Int) -> (
    name: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>?, value: UnsafeBufferPointer<xmlChar>
  )? {
    guard let pointers, let name = pointers[index * 5], let first = pointers[index * 5 + 3],
      let last = pointers[index * 5 + 4]
    else { return nil }
    return (name, pointers[index * 5 + 1], UnsafeBufferPointer(start: first, count: last - first))
  }
}

extension Diagnostic {
  static func malformed(_ message: String, at place: Place) -> Diagnostic {
    let lines = message.split(separator: "\n").joined(separator: "; ")
    return Diagnostic(
      .error, id: "malformed-xml", at: place,
      Message(
        en: "the XML is not well formed: \(lines)",
        fr: "le XML n’est pas bien formé ; libxml2 dit : « \(lines) »"),
      suggestion: Message(
        en: "mend it there, or fetch the file again; what follows was not read",
        fr: "corrigez-le à cet endroit, ou retéléchargez le fichier ; la suite n’a pas été lue"))
  }

  static func noMemory(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "malformed-xml", at: place,
      Message(
        en: "there is no memory left to read the XML",
        fr: "il n’y a plus assez de mémoire pour lire le XML"))
  }

  fileprivate static func bareAmpersand(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "malformed-xml", at: place,
      Message(
        en: "the XML is not well formed: an ampersand that begins no reference",
        fr: "le XML n’est pas bien formé : une esperluette qui n’ouvre aucune référence"),
      suggestion: Message(
        en: "write '&amp;' for '&'; what follows was not read",
        fr: "écrivez « &amp; » au lieu de « & » ; la suite n’a pas été lue"))
  }

  fileprivate static func truncated(_ builder: XMLTreeBuilder, at place: Place) -> Diagnostic {
    let said =
      if let open = builder.innermost {
        Message(
          en: "the document ends too early inside '\(open.name)', which opens in line \(open.line)",
          fr: "le document s’arrête trop tôt, dans « \(open.name) », ouvert à la ligne \(open.line)")
      } else {
        Message(en: "the document ends too early", fr: "le document s’arrête trop tôt")
      }
    return Diagnostic(
      .error, id: "truncated-xml", at: place, said,
      suggestion: Message(en: "fetch the file again", fr: "retéléchargez le fichier"))
  }

  fileprivate static func wrongEncoding(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "not-utf8", at: place,
      Message(
        en: "the bytes here are not of the encoding that the file declares",
        fr: "les octets que voici ne sont pas de l’encodage que le fichier déclare"),
      suggestion: Message(
        en: "save the file as UTF-8, or declare its encoding in the first line",
        fr: "enregistrez le fichier en UTF-8, ou déclarez son encodage dans la première ligne"))
  }

  /// libxml2 stops without a report where it cannot convert the encoding, or has no memory.
  fileprivate static func unreported(_ status: Int32, at place: Place) -> Diagnostic {
    UInt32(bitPattern: status) == XML_ERR_NO_MEMORY.rawValue
      ? noMemory(at: place) : notUTF8(at: place)
  }

  fileprivate static func unknownEncoding(_ message: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-encoding", at: place,
      Message(
        en: "the declared encoding cannot be read: \(message)",
        fr: "l’encodage déclaré ne peut pas être lu ; libxml2 dit : « \(message) »"),
      suggestion: Message(en: "save the file as UTF-8", fr: "enregistrez le fichier en UTF-8"))
  }

  fileprivate static func documentType(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "document-type-declared", at: place,
      Message(
        en: "document type declarations are refused",
        fr: "les déclarations de type de document sont refusées"),
      suggestion: Message(
        en: "remove '<!DOCTYPE …>'; nothing that it declares is needed",
        fr: "retirez « <!DOCTYPE …> » ; rien de ce qu’elle déclare n’est nécessaire"))
  }

  fileprivate static func tooManyAttributes(_ limits: XMLLimits, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "too-many-attributes", at: place,
      Message(
        en:
          "an element has more than \(limits.attributes) attributes or \(limits.attributeBytes) bytes of them",
        fr:
          "un élément a plus de \(limits.attributes) attributs, ou plus de \(limits.attributeBytes) octets d’attributs"
      ))
  }

  fileprivate static func tokenTooLong(_ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "token-too-long", at: place,
      Message(
        en: "a tag, comment or instruction has more than \(limit) bytes",
        fr: "une balise, un commentaire ou une instruction dépasse \(limit) octets"))
  }
}
