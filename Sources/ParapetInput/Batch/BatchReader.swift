import Foundation
public import ParapetModel

/// Reads the file that says what a night is to do.
///
/// Paths are relative to the file. What is wrong costs the one feed, city or person it stands in; a file without a place
/// to write to, or without anything to do, is no order.
public struct BatchReader {
  /// The largest file, in bytes.
  public static let largest = 4 << 20

  private var source: TextFile
  private var findings: [Diagnostic] = []
  private let folder: String

  /// Reads a file.
  ///
  /// - Throws: `PortfolioError` where it is not there or cannot be read.
  public static func read(
    file: String
  ) throws(PortfolioError) -> (order: BatchOrder?, diagnostics: [Diagnostic]) {
    guard let bytes = try PortfolioReader.bytes(of: file, limit: largest) else {
      throw .missing(file: file)
    }
    var reader = BatchReader(file: file)
    let order = reader.read(bytes)
    // A line that is quoted may hold somebody's address, and findings go into logs.
    let findings = reader.findings.map { finding in
      var finding = finding
      if finding.excerpt?.contains("@") ?? false { finding.excerpt = nil }
      return finding
    }
    return (order, findings)
  }

  private init(file: String) {
    source = TextFile(file: file, utf8: [])
    let base = (file as NSString).deletingLastPathComponent
    folder = base.isEmpty ? "" : base == "/" ? "/" : base + "/"
  }

  private mutating func read(_ bytes: [UInt8]) -> BatchOrder? {
    if let offset = TextEncoding.firstOffsetOutsideUTF8(bytes) {
      source = TextFile(file: source.file, utf8: Array(bytes[..<offset]))
      let place = source.position(ofByte: offset)
      findings.append(source.batchIsNotUTF8(line: place.line, column: place.column))
      return nil
    }
    source = TextFile(file: source.file, utf8: TextEncoding.withoutMark(bytes))
    switch YAMLTree.parse(source) {
    case .failure(let objection):
      findings.append(objection.diagnostic)
      return nil
    case .success(let tree):
      guard let tree, !tree.isEmpty,
        let map = map(tree, keys: ["feeds", "documents", "cities", "people", "output", "pages", "mail"])
      else {
        findings.append(source.noOrder(line: 1))
        return nil
      }
      return order(map)
    }
  }

  private mutating func order(_ map: [String: YAMLTree]) -> BatchOrder? {
    var order = BatchOrder(file: source.file)
    for entry in list(map["feeds"]) {
      if let feed = feed(entry) {
        guard !order.feeds.contains(where: { $0.name == feed.name }) else {
          findings.append(source.doubled(feed.name, at: entry))
          continue
        }
        order.feeds.append(feed)
      }
    }
    for entry in list(map["documents"]) {
      if let document = document(entry) { order.documents.append(document) }
    }
    for entry in list(map["cities"]) {
      guard let folder = text(entry) else { continue }
      let place = Diagnostic.Place(file: source.file, line: entry.line, column: entry.column)
      order.cities.append(BatchOrder.CityFolder(folder: path(folder), place: place))
    }
    for entry in list(map["people"]) {
      if let person = person(entry) {
        guard !order.people.contains(where: { $0.name == person.name }) else {
          findings.append(source.doubled(person.name, at: entry))
          continue
        }
        order.people.append(person)
      }
    }
    if let mail = map["mail"], !mail.isEmpty { readMail(mail, into: &order) }
    if let pages = map["pages"] {
      let known = BatchOrder.Page.allCases.map(\.rawValue)
      order.pages = Set(list(pages).compactMap { entry -> BatchOrder.Page? in word(entry, known) })
    }
    guard let output = map["output"].flatMap({ text($0) }) else {
      findings.append(source.noOutput())
      return nil
    }
    order.output = path(output)
    guard !order.cities.isEmpty || !order.feeds.isEmpty else {
      findings.append(source.noOrder(line: 1))
      return nil
    }
    return order
  }

  private func path(_ text: String) -> String { text.hasPrefix("/") ? text : folder + text }

  private mutating func feed(_ tree: YAMLTree) -> BatchOrder.Feed? {
    guard let map = map(tree, keys: ["name", "source", "complete"]) else { return nil }
    guard let place = map["source"].flatMap({ text($0) }) else {
      findings.append(source.incomplete(tree, "source"))
      return nil
    }
    let isAddress = place.contains("://")
    let name = map["name"].flatMap { text($0) } ?? (place as NSString).lastPathComponent
    guard isName(name) else {
      findings.append(source.badName(name, at: map["name"] ?? tree))
      return nil
    }
    return BatchOrder.Feed(
      name: name, source: isAddress ? place : path(place),
      isComplete: map["complete"].flatMap { truth($0) } ?? false)
  }

  /// A document: its file alone, or with the topics that it is read for.
  private mutating func document(_ tree: YAMLTree) -> BatchOrder.Document? {
    let place = Diagnostic.Place(file: source.file, line: tree.line, column: tree.column)
    if case .text(let file?) = tree.shape { return BatchOrder.Document(file: path(file), place: place) }
    guard let map = map(tree, keys: ["file", "for", "instead"]) else { return nil }
    guard let file = map["file"].flatMap({ text($0) }) else {
      findings.append(source.incomplete(tree, "file"))
      return nil
    }
    let topics = list(map["for"]).compactMap { self.text($0) }
    return BatchOrder.Document(
      file: path(file), topics: topics,
      takesPlace: map["instead"].flatMap { truth($0) } ?? false, place: place)
  }

  private mutating func person(_ tree: YAMLTree) -> BatchOrder.Person? {
    guard let map = map(tree, keys: ["name", "address", "cities", "language", "when"]) else { return nil }
    guard let name = map["name"].flatMap({ text($0) }) else {
      findings.append(source.incomplete(tree, "name"))
      return nil
    }
    guard isName(name) else {
      findings.append(source.badName(name, at: map["name"] ?? tree))
      return nil
    }
    guard let written = map["address"], let text = text(written), let address = MailAddress.checked(text)
    else {
      findings.append(source.badAddress(of: name, at: map["address"] ?? tree))
      return nil
    }
    let cities = list(map["cities"]).compactMap { self.text($0) }
    let language: Language? = word(map["language"], Language.allCases.map(\.rawValue))
    let rhythm: BatchOrder.Rhythm? = word(map["when"], BatchOrder.Rhythm.allCases.map(\.rawValue))
    return BatchOrder.Person(
      name: name, address: address, cities: cities, language: language ?? .english, rhythm: rhythm ?? .daily)
  }

  private mutating func readMail(_ tree: YAMLTree, into order: inout BatchOrder) {
    guard let map = map(tree, keys: ["maildir", "sendmail", "from"]) else { return }
    if let from = map["from"], let text = text(from) {
      if let address = MailAddress.checked(text) {
        order.sender = address
      } else {
        findings.append(source.badAddress(of: "from", at: from))
      }
    }
    if let folder = map["maildir"].flatMap({ text($0) }) {
      order.mail = .maildir(path(folder))
    } else if let program = map["sendmail"].flatMap({ text($0) }) {
      switch program.lowercased() {
      case "true", "yes": order.mail = .sendmail(program: "/usr/sbin/sendmail")
      case "false", "no": break
      default: order.mail = .sendmail(program: path(program))
      }
    }
  }
}

// Shapes and scalars.
extension BatchReader {
  private mutating func map(_ tree: YAMLTree, keys: [String]) -> [String: YAMLTree]? {
    guard case .map(let pairs) = tree.shape else {
      findings.append(source.batchShape(tree, Message(en: "keys and values", fr: "des clés et des valeurs")))
      return nil
    }
    var map: [String: YAMLTree] = [:]
    for (key, value) in pairs {
      let name = key.text ?? ""
      guard keys.contains(name) else {
        findings.append(source.unknownBatchKey(name, at: key, known: keys))
        continue
      }
      map[name] = value
    }
    return map
  }

  private mutating func list(_ tree: YAMLTree?) -> [YAMLTree] {
    guard let tree, !tree.isEmpty else { return [] }
    guard case .list(let entries) = tree.shape else {
      findings.append(source.batchShape(tree, Message(en: "a list", fr: "une liste")))
      return []
    }
    return entries
  }

  private mutating func text(_ tree: YAMLTree) -> String? {
    guard case .text(let text) = tree.shape else {
      findings.append(source.batchShape(tree, Message(en: "a single word", fr: "un seul mot")))
      return nil
    }
    return text
  }

  private mutating func truth(_ tree: YAMLTree) -> Bool? {
    guard let text = text(tree) else { return nil }
    switch text.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      findings.append(source.unknownBatchWord(text, at: tree, known: ["true", "false"]))
      return nil
    }
  }

  private mutating func word<Word: RawRepresentable<String>>(_ tree: YAMLTree?, _ known: [String]) -> Word? {
    guard let tree, let text = text(tree) else { return nil }
    if let word = Word(rawValue: text) { return word }
    findings.append(source.unknownBatchWord(text, at: tree, known: known))
    return nil
  }

  /// Whether it can stand in an identifier of a mail and in the name of a file.
  private func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "_")
      }
  }
}
