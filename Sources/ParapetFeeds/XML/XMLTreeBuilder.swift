import CLibXML2
import ParapetModel

/// Builds one record at a time from start tags, texts and end tags, within the limits.
///
/// A record is a child of the root, unless the reader says otherwise. Only the record being read is in memory;
/// one that breaks a limit is let go of at once and skipped to its end tag.
struct XMLTreeBuilder {
  /// What was finished since the last call of `takeEvents`.
  private var events: [XMLEvent] = []
  /// Whether the rest of the document does not count any more.
  private(set) var isStopped = false
  /// Whether the root's end tag was seen.
  private(set) var isComplete = false

  private let file: String
  private let limits: XMLLimits
  private let shape: XMLRecords
  private var depth = 0
  /// The depth of the record being read or skipped, 0 outside.
  private var recordDepth = 0
  private var records = 0
  /// The namespace of the root, interned: the same for the same namespace.
  private var rootNamespace: UnsafePointer<xmlChar>?
  private var recordStart = 0
  private var isSkipping = false

  // What was gathered of the record being read.
  private var names = XMLNames()
  private var nodes: [XMLTree.Node] = []
  private var attributes: [XMLTree.Attribute] = []
  private var moreText: [XMLTree.Run] = []
  private var text = FoldedText()
  /// The elements that are open, as indices into `nodes`.
  private var open: [Int] = []

  init(file: String, limits: XMLLimits, records shape: XMLRecords = .children) {
    self.file = file
    self.limits = limits
    self.shape = shape
  }

  /// What was finished since the last call.
  mutating func takeEvents() -> [XMLEvent] {
    defer { events.removeAll(keepingCapacity: true) }
    return events
  }

  /// The name and line of the innermost element that is open.
  var innermost: (name: String, line: Int)? {
    open.last.map { (names.names[nodes[$0].name].text, nodes[$0].line) }
  }

  mutating func start(
    _ name: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?, attributes: XMLRawAttributes,
    at position: XMLPosition
  ) {
    depth += 1
    guard depth <= limits.depth else { return stop(.tooDeep(limits.depth, at: place(of: position))) }
    if depth == 1 {
      rootNamespace = namespace
      append(name, namespace, attributes, at: position)
      return events.append(.root(takeTree(), namespace: namespace.map { String(cString: $0) }))
    }
    if recordDepth == 0 {
      records += 1
      guard records <= limits.records else {
        return stop(.tooManyRecords(limits.records, at: place(of: position)))
      }
      names.forgetTheRest()
      let number = names.number(name)
      guard shape.begin(with: names.names[number].text) else {
        append(name, namespace, attributes, at: position)
        return events.append(.opened(takeTree()))
      }
      recordDepth = depth
      recordStart = position.offset
      isSkipping = false
    }
    guard !isSkipping else { return }
    guard nodes.count < limits.recordElements, position.offset - recordStart <= limits.recordBytes
    else { return rejectRecord() }
    endText()
    open.append(nodes.count)
    append(name, namespace, attributes, at: position)
  }

  /// Takes text, folding each run of white space into one space.
  mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !isSkipping, let last = open.last else { return }
    text.append(bytes)
    guard text.count + nodes[last].textCount > limits.textBytes else { return }
    let node = nodes[last]
    let place = Diagnostic.Place(file: file, line: node.line, column: node.column)
    skipRecord(.textTooLong(names.names[node.name].text, limits.textBytes, at: place))
  }

  /// Takes the end of the innermost element; the offset is that behind its end tag.
  mutating func end(atOffset offset: Int) {
    depth -= 1
    guard depth > 0 else {
      isComplete = true
      return
    }
    if depth < recordDepth { recordDepth = 0 }
    guard !isSkipping, !open.isEmpty else { return }
    endText()
    nodes[open.removeLast()].end = nodes.count
    guard open.isEmpty else { return }
    let record = takeTree()
    if offset - recordStart > limits.recordBytes {
      events.append(.rejected(.recordTooLarge(limits, at: record.place(in: file))))
    } else {
      events.append(.record(record, bytes: offset - recordStart))
    }
  }

  /// Ends the reading with a diagnostic; what follows is ignored.
  mutating func stop(_ diagnostic: Diagnostic) {
    guard !isStopped else { return }
    isStopped = true
    forgetRecord()
    events.append(.broken(diagnostic))
  }

  /// Gives up the record being read where it takes too many bytes, such as of comments, which are no event.
  mutating func checkRecordSize(at position: XMLPosition) {
    guard recordDepth > 0, !isSkipping, position.offset - recordStart > limits.recordBytes else { return }
    rejectRecord()
  }
}

extension XMLTreeBuilder {
  private func place(of position: XMLPosition) -> Diagnostic.Place {
    Diagnostic.Place(file: file, line: position.line, column: position.column)
  }

  private mutating func rejectRecord() {
    guard let record = nodes.first else { return }
    let place = Diagnostic.Place(file: file, line: record.line, column: record.column)
    skipRecord(.recordTooLarge(limits, at: place))
  }

  private mutating func skipRecord(_ diagnostic: Diagnostic) {
    events.append(.rejected(diagnostic))
    isSkipping = true
    forgetRecord()
  }
}

// Gathering.
extension XMLTreeBuilder {
  private mutating func append(
    _ name: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?, _ read: XMLRawAttributes,
    at position: XMLPosition
  ) {
    let first = attributes.count
    for index in 0..<read.count {
      guard let attribute = read[index] else { continue }
      attributes.append(
        XMLTree.Attribute(
          name: names.number(attribute.name, prefix: attribute.prefix),
          value: text.append(attribute: attribute.value)))
    }
    nodes.append(
      XMLTree.Node(
        name: names.number(name), foreignNamespace: foreignNamespace(namespace), line: position.line,
        column: position.column, attributes: first..<attributes.count, end: nodes.count + 1))
  }

  private mutating func foreignNamespace(_ namespace: UnsafePointer<xmlChar>?) -> Int? {
    guard namespace != rootNamespace else { return nil }
    return names.number(namespace ?? XMLTreeBuilder.noNamespace.utf8Start)
  }

  /// Gives the text read so far to the element that it stands in.
  private mutating func endText() {
    guard let last = open.last, text.count > 0 else {
      _ = text.end()
      return
    }
    let run = text.end()
    if nodes[last].begin(text: run) { return }
    nodes[last].textCount += 1 + run.count
    moreText.append(XMLTree.Run(text: run, next: nil))
    let new = moreText.count - 1
    if let (first, before) = nodes[last].moreText {
      moreText[before].next = new
      nodes[last].moreText = (first, new)
    } else {
      nodes[last].moreText = (new, new)
    }
  }

  /// Gives out what was gathered as a tree, and begins anew.
  private mutating func takeTree() -> XMLElement {
    defer { forgetRecord() }
    return XMLElement(
      tree: XMLTree(
        nodes: nodes, attributes: attributes, moreText: moreText, bytes: text.take(), names: names.names),
      index: 0)
  }

  /// Forgets what was gathered, and the room that a large record took.
  private mutating func forgetRecord() {
    nodes.removeAll(keepingCapacity: nodes.count <= XMLTreeBuilder.keptRoom)
    attributes.removeAll(keepingCapacity: attributes.count <= XMLTreeBuilder.keptRoom)
    moreText.removeAll(keepingCapacity: moreText.count <= XMLTreeBuilder.keptRoom)
    open.removeAll(keepingCapacity: true)
    text.clear()
  }

  private static let noNamespace: StaticString = ""

  /// Elements and attributes for which room is kept from one record to the next.
  private static let keptRoom = 4096
}

extension Diagnostic {
  fileprivate static func tooDeep(_ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "too-deep", at: place,
      Message(
        en: "elements are nested more than \(limit) deep",
        fr: "des éléments sont imbriqués sur plus de \(limit) niveaux"))
  }

  fileprivate static func tooManyRecords(_ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "too-many-records", at: place,
      Message(
        en: "the document has more than \(limit) records", fr: "le document compte plus de \(limit) notices"),
      suggestion: Message(en: "split it into several files", fr: "partagez-le en plusieurs fichiers"))
  }

  fileprivate static func textTooLong(_ name: String, _ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "text-too-long", at: place,
      Message(
        en: "the text of '\(name)' has more than \(limit) bytes",
        fr: "le texte de « \(name) » dépasse \(limit) octets"))
  }

  fileprivate static func recordTooLarge(_ limits: XMLLimits, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "record-too-large", at: place,
      Message(
        en: "the record has more than \(limits.recordBytes) bytes or \(limits.recordElements) elements",
        fr: "la notice dépasse \(limits.recordBytes) octets ou \(limits.recordElements) éléments"))
  }
}
