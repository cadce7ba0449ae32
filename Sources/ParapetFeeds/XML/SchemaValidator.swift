import CLibXML2
import CXMLShim
import Foundation
import ParapetModel

/// Compares XML files with the schema of the format: for `check` and the tests, not for every reading.
///
/// The schema may import one document, `xml.xsd` beside it; nothing else is ever loaded.
final class SchemaValidator {
  private let schema: xmlSchemaPtr

  /// A validator by the schema in a folder, such as `data/schema`.
  init(folder: String) throws(SchemaValidatorError) {
    let main = try SchemaValidator.contents(of: folder + "/funding-opportunity.xsd")
    let imported = try SchemaValidator.contents(of: folder + "/xml.xsd")
    parapet_xml_initialize()
    let findings = SchemaFindings()
    let parsed = findings.withSink { sink in
      main.withUnsafeBytes { main in
        imported.withUnsafeBytes { imported in
          SchemaValidator.parse(main, importing: imported, reportingTo: sink)
        }
      }
    }
    guard let parsed else {
      throw .malformed(folder, findings.found.first?.message ?? "no reason was given")
    }
    schema = parsed
  }

  deinit { xmlSchemaFree(schema) }

  /// What of a file is not as the schema wants it, in the order of the file.
  func validate(_ bytes: UnsafeRawBufferPointer, file: String) -> [Diagnostic] {
    // The push parser comes first: after it there is no entity, no depth and no size to fear.
    let parser = XMLPushParser(file: file)
    var elements: [XMLElement] = []
    var refusals: [Diagnostic] = []
    func take(_ event: XMLEvent) {
      switch event {
      case .root(let root, _): elements.append(root)
      case .opened: break
      case .record(let record, _): record.appendPreorder(to: &elements)
      case .rejected(let diagnostic), .broken(let diagnostic): refusals.append(diagnostic)
      }
    }
    parser.push(bytes, take)
    parser.finish(take)
    guard refusals.isEmpty, let count = Int32(exactly: bytes.count) else { return refusals }
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_NOERROR.rawValue)
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    guard let document = xmlReadMemory(start, count, nil, nil, options) else {
      return [.unreadable(file)]
    }
    defer { xmlFreeDoc(document) }
    return findings(in: document, elements: elements, file: file)
  }
}

extension SchemaValidator {
  private static func contents(of path: String) throws(SchemaValidatorError) -> Data {
    guard let data = FileManager.default.contents(atPath: path) else { throw .notFound(path) }
    return data
  }

  private static func parse(
    _ main: UnsafeRawBufferPointer, importing imported: UnsafeRawBufferPointer,
    reportingTo sink: UnsafeMutablePointer<parapet_xml_sink>
  ) -> xmlSchemaPtr? {
    guard let count = Int32(exactly: main.count),
      let context = xmlSchemaNewMemParserCtxt(main.baseAddress?.assumingMemoryBound(to: CChar.self), count)
    else { return nil }
    defer { xmlSchemaFreeParserCtxt(context) }
    parapet_xml_report_schema(context, sink)
    return "xml.xsd".withCString { name in
      parapet_xml_allow(name, imported.baseAddress?.assumingMemoryBound(to: CChar.self), imported.count)
      defer { parapet_xml_allow(nil, nil, 0) }
      return xmlSchemaParse(context)
    }
  }

  private func findings(in document: xmlDocPtr, elements: [XMLElement], file: String) -> [Diagnostic] {
    guard let context = xmlSchemaNewValidCtxt(schema) else { return [.unreadable(file)] }
    defer { xmlSchemaFreeValidCtxt(context) }
    let findings = SchemaFindings()
    let status = findings.withSink { sink in
      parapet_xml_report_validation(context, sink)
      return xmlSchemaValidateDoc(context, document)
    }
    if status != 0, findings.found.isEmpty { return [.unreadable(file)] }
    // libxml2 gives an element the line on which its tag ends; the same element of the push parser, found by its
    // rank in the document, knows where it starts.
    var ranks: [UnsafeRawPointer: Int] = [:]
    if !findings.found.isEmpty { SchemaValidator.rank(xmlDocGetRootElement(document), &ranks) }
    return findings.found.map { finding in
      var place = Diagnostic.Place(file: file, line: finding.line)
      if let rank = finding.element.flatMap({ ranks[$0] }), elements.indices.contains(rank) {
        place = elements[rank].place(in: file)
      }
      return .violation(finding.message, at: place)
    }
  }

  private static func rank(_ element: xmlNodePtr?, _ ranks: inout [UnsafeRawPointer: Int]) {
    guard let element else { return }
    ranks[UnsafeRawPointer(element)] = ranks.count
    var child = element.pointee.children
    while let node = child {
      if node.pointee.type == XML_ELEMENT_NODE { rank(node, &ranks) }
      child = node.pointee.next
    }
  }
}

/// Why there is no schema to compare with.
enum SchemaValidatorError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A file of the schema is not there.
  case notFound(String)
  /// The schema in a folder is not right itself, for a reason.
  case malformed(String, String)

  /// The reason as a sentence without its full stop.
  var description: String {
    switch self {
    case .notFound(let path): "there is no schema at '\(path)'"
    case .malformed(let folder, let reason): "the schema in '\(folder)' cannot be used: \(reason)"
    }
  }
}

/// What libxml2 reports while it reads a schema or validates.
private final class SchemaFindings {
  struct Finding {
    let message: String
    let line: Int
    let element: UnsafeRawPointer?
  }

  private(set) var found: [Finding] = []

  func withSink<Result>(_ body: (UnsafeMutablePointer<parapet_xml_sink>) -> Result) -> Result {
    var sink = parapet_xml_sink(object: Unmanaged.passUnretained(self).toOpaque()) { object, error in
      Unmanaged<SchemaFindings>.fromOpaque(object).takeUnretainedValue().take(error.pointee)
    }
    return withExtendedLifetime(self) { withUnsafeMutablePointer(to: &sink, body) }
  }

  private func take(_ error: parapet_xml_error) {
    guard error.fatal != 0 else { return }
    let message = String(cString: error.message).split(separator: "\n").joined(separator: "; ")
    found.append(Finding(message: message, line: error.line, element: error.element))
  }
}

extension XMLElement {
  fileprivate func appendPreorder(to elements: inout [XMLElement]) {
    elements.append(self)
    for child in children { child.appendPreorder(to: &elements) }
  }
}

extension Diagnostic {
  fileprivate static func violation(_ message: String, at place: Place) -> Diagnostic {
    let plain = message.split(separator: "{\(CanonicalReader.namespace)}").joined()
    return Diagnostic(.error, id: "schema-violation", at: place, Message(plain))
  }

  fileprivate static func unreadable(_ file: String) -> Diagnostic {
    Diagnostic(.error, id: "schema-violation", at: Place(file: file), Message("the file cannot be validated"))
  }
}
