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

  /// Room made for the children of a record, which mostly has no more.
  private static let usualChildren = 32

  private let file: String
  private let limits: XMLLimits
  private let shape: XMLRecords
  private var depth = 0
  /// The depth of the record being read or skipped, 0 outside.
  private var recordDepth = 0
  private var records = 0
  private var rootNamespace: String?
  private var open: [XMLElement] = []
  private var recordStart = 0
  private var recordElements = 0
  private var isSkipping = false
  private var text = FoldedText()

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
  var innermost: (name: String, line: Int)? { open.last.map { ($0.name, $0.line) } }

  mutating func start(
    _ name: String, namespace: String?, attributes: [XMLAttribute], at position: XMLPosition
  ) {
    depth += 1
    guard depth <= limits.depth else { return stop(.tooDeep(limits.depth, at: place(of: position))) }
    if depth == 1 {
      rootNamespace = namespace
      let root = XMLElement(
        name: name, foreignNamespace: nil, attributes: attributes, line: position.line,
        column: position.column)
      return events.append(.root(root, namespace: namespace))
    }
    if recordDepth == 0 {
      records += 1
      guard records <= limits.records else {
        return stop(.tooManyRecords(limits.records, at: place(of: position)))
      }
      guard shape.begin(with: name) else {
        let outer = XMLElement(
          name: name, foreignNamespace: namespace == rootNamespace ? nil : namespace ?? "",
          attributes: attributes, line: position.line, column: position.column)
        return events.append(.opened(outer))
      }
      recordDepth = depth
      recordStart = position.offset
      recordElements = 0
      isSkipping = false
    }
    guard !isSkipping else { return }
    recordElements += 1
    guard recordElements <= limits.recordElements, position.offset - recordStart <= limits.recordBytes
    else { return rejectRecord() }
    flushText()
    let foreign = namespace == rootNamespace ? nil : namespace ?? ""
    open.append(
      XMLElement(
        name: name, foreignNamespace: foreign, attributes: attributes, line: position.line,
        column: position.column))
  }

  /// Takes text, folding each run of white space into one space.
  mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !isSkipping, !open.isEmpty else { return }
    text.append(bytes)
    let last = open.count - 1
    guard text.count + open[last].text.utf8.count > limits.textBytes else { return }
    skipRecord(.textTooLong(open[last].name, limits.textBytes, at: open[last].place(in: file)))
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
    flushText()
    let element = open.removeLast()
    if !open.isEmpty {
      let last = open.count - 1
      if last == 0, open[0].children.isEmpty {
        open[0].children.reserveCapacity(XMLTreeBuilder.usualChildren)
      }
      open[last].children.append(element)
    } else if offset - recordStart > limits.recordBytes {
      events.append(.rejected(.recordTooLarge(limits, at: element.place(in: file))))
    } else {
      events.append(.record(element, bytes: offset - recordStart))
    }
  }

  /// Ends the reading with a diagnostic; what follows is ignored.
  mutating func stop(_ diagnostic: Diagnostic) {
    guard !isStopped else { return }
    isStopped = true
    open = []
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
    guard let record = open.first else { return }
    skipRecord(.recordTooLarge(limits, at: record.place(in: file)))
  }

  private mutating func skipRecord(_ diagnostic: Diagnostic) {
    events.append(.rejected(diagnostic))
    isSkipping = true
    open = []
    text.clear()
  }

  /// Gives the text read so far to the element that it stands in.
  private mutating func flushText() {
    guard text.count > 0, !open.isEmpty else { return text.clear() }
    let part = text.take()
    let last = open.count - 1
    open[last].text = open[last].text.isEmpty ? part : open[last].text + " " + part
  }
}

extension Diagnostic {
  fileprivate static func tooDeep(_ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(.error, id: "too-deep", at: place, "elements are nested more than \(limit) deep")
  }

  fileprivate static func tooManyRecords(_ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "too-many-records", at: place, "the document has more than \(limit) records",
      suggestion: "split it into several files")
  }

  fileprivate static func textTooLong(_ name: String, _ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(.error, id: "text-too-long", at: place, "the text of '\(name)' has more than \(limit) bytes")
  }

  fileprivate static func recordTooLarge(_ limits: XMLLimits, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "record-too-large", at: place,
      "the record has more than \(limits.recordBytes) bytes or \(limits.recordElements) elements")
  }
}
