import CLibXML2
import CXMLShim
import ParapetModel

/// Parses XML as it arrives and reports the records of the document, each whole or not at all.
///
/// The bytes are cut anew before libxml2 sees them (`FixedBlock`). A document type declaration ends the reading,
/// entities are never replaced, and nothing is loaded from anywhere.
final class XMLPushParser {
  private static let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue)

  /// What libxml2 calls back into, at one address for as long as it may.
  private let state: UnsafeMutablePointer<XMLParse>
  private let sink: UnsafeMutablePointer<parapet_xml_sink>
  private let context: xmlParserCtxtPtr?
  private var block = FixedBlock()
  private var isFirst = true

  /// A parser of one document, named as diagnostics shall name it.
  init(file: String, limits: XMLLimits = XMLLimits(), records: XMLRecords = .children) {
    parapet_xml_initialize()
    state = .allocate(capacity: 1)
    state.initialize(to: XMLParse(file: file, limits: limits, records: records))
    sink = .allocate(capacity: 1)
    sink.initialize(
      to: parapet_xml_sink(object: UnsafeMutableRawPointer(state)) { object, error in
        object.assumingMemoryBound(to: XMLParse.self).pointee.report(error.pointee)
      })
    var handler = XMLParse.makeHandler()
    context = xmlCreatePushParserCtxt(&handler, sink, nil, 0, nil)
    state.pointee.context = context
    if let context {
      xmlCtxtUseOptions(context, XMLPushParser.options)
    } else {
      state.pointee.builder.stop(
        .noMemory(at: Diagnostic.Place(file: file)))
    }
  }

  deinit {
    if let context {
      if let document = context.pointee.myDoc { xmlFreeDoc(document) }
      xmlFreeParserCtxt(context)
    }
    sink.deinitialize(count: 1)
    sink.deallocate()
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Takes the next bytes of the document and hands on what they complete.
  func push(_ bytes: UnsafeRawBufferPointer, _ emit: (XMLEvent) -> Void) {
    var rest = bytes[...]
    while !rest.isEmpty, !state.pointee.builder.isStopped {
      rest = block.fill(from: rest, parse)
    }
    state.pointee.builder.takeEvents().forEach(emit)
  }

  /// Says that the document ends here and hands on what is left.
  func finish(_ emit: (XMLEvent) -> Void) {
    if !state.pointee.builder.isStopped { block.emptyWholeCharacters(parse) }
    state.pointee.builder.takeEvents().forEach(emit)
    guard !state.pointee.builder.isStopped, let context else { return }
    if block.isBlank {
      state.pointee.builder.stop(.empty(file: state.pointee.file))
    } else {
      state.pointee.beginEnd()
      block.empty { state.pointee.finish(status: xmlParseChunk(context, $0.bytes, Int32($0.count), 1)) }
    }
    let isComplete = state.pointee.builder.isComplete
    for event in state.pointee.builder.takeEvents() {
      // Out of a tag that is cut, libxml2 makes a whole one; of the end only the finding counts.
      if case .broken = event { emit(event) } else if isComplete { emit(event) }
    }
  }

  private func parse(_ block: UnsafeRawBufferPointer) {
    guard let context else { return }
    if isFirst, block.starts(with: [0xEF, 0xBB, 0xBF]) {
      // The mark of UTF-8 wins over another encoding that is declared (RFC 7303, section 3.3).
      xmlCtxtUseOptions(context, Self.options | Int32(XML_PARSE_IGNORE_ENC.rawValue))
    }
    isFirst = false
    // Between two calls of libxml2 nobody else is in the state: its calls back end before it returns.
    let status = xmlParseChunk(context, block.bytes, Int32(block.count), 0)
    state.pointee.finishBlock(status: status)
  }
}

extension UnsafeRawBufferPointer {
  fileprivate var bytes: UnsafePointer<CChar>? { baseAddress?.assumingMemoryBound(to: CChar.self) }
}

extension Diagnostic {
  fileprivate static func empty(file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "empty-file", at: Place(file: file),
      Message(en: "the file is empty", fr: "le fichier est vide"))
  }
}

extension XMLPushParser {
  /// What the next bytes of the document complete.
  func events(of bytes: UnsafeRawBufferPointer) -> [XMLEvent] {
    var events: [XMLEvent] = []
    push(bytes) { events.append($0) }
    return events
  }

  /// What is left where the document ends.
  func lastEvents() -> [XMLEvent] {
    var events: [XMLEvent] = []
    finish { events.append($0) }
    return events
  }
}
