import CLibXML2

/// Walks through the elements of an XML text that a spreadsheet program wrote.
///
/// Nothing outside the text is read, and a document type ends the walk before anything that it could declare is used.
enum MarkupWalk {
  /// What is met on the way.
  enum Event {
    /// An element opens; names are local.
    case open(String, attributes: [String: String])
    /// An element closes.
    case close(String)
    /// Words.
    case text(String)
  }

  /// The namespace of LibreOffice's own attributes, which repeat names of the standard.
  private static let own = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"

  /// Walks from the first element to the last.
  static func walk(
    _ bytes: [UInt8], entry: String, _ handle: (Event) throws(WorkbookFault) -> Void
  ) throws(WorkbookFault) {
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    var copy = bytes.map { CChar(bitPattern: $0) }
    copy.append(0)
    var fault: WorkbookFault?
    copy.withUnsafeBufferPointer { buffer in
      guard let reader = xmlReaderForMemory(buffer.baseAddress, Int32(bytes.count), nil, nil, Int32(options))
      else {
        fault = .damaged(entry)
        return
      }
      defer { xmlFreeTextReader(reader) }
      do throws(WorkbookFault) {
        try walk(reader, entry: entry, handle)
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
  }

  private static func walk(
    _ reader: xmlTextReaderPtr, entry: String, _ handle: (Event) throws(WorkbookFault) -> Void
  ) throws(WorkbookFault) {
    while true {
      let status = xmlTextReaderRead(reader)
      if status == 0 { return }
      guard status == 1 else { throw .damaged(entry) }
      switch UInt32(xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_DOCUMENT_TYPE.rawValue: throw .documentType
      case XML_READER_TYPE_ELEMENT.rawValue:
        let name = text(xmlTextReaderConstLocalName(reader))
        let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
        try handle(.open(name, attributes: attributes(of: reader)))
        if isEmpty { try handle(.close(name)) }
      case XML_READER_TYPE_END_ELEMENT.rawValue:
        try handle(.close(text(xmlTextReaderConstLocalName(reader))))
      case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
        XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
        try handle(.text(text(xmlTextReaderConstValue(reader))))
      default: break
      }
    }
  }

  private static func attributes(of reader: xmlTextReaderPtr) -> [String: String] {
    var attributes: [String: String] = [:]
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      var name = text(xmlTextReaderConstLocalName(reader))
      if let space = xmlTextReaderConstNamespaceUri(reader), text(space) == own { name = "calcext:" + name }
      attributes[name] = text(xmlTextReaderConstValue(reader))
    }
    return attributes
  }

  private static func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
