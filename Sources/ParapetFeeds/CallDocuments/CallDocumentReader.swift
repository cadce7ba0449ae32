import Foundation
public import ParapetModel

/// Reads call documents and work programmes from PDF files.
public struct CallDocumentReader: Sendable {
  /// What was read of a file, and what was found beside it.
  public struct Reading: Hashable, Sendable {
    /// The document, with the topics that were asked for.
    public var document: CallDocument
    /// What is not as it should be; the rest was read.
    public var findings: [Diagnostic] = []
  }

  private let file: PDFFile
  private let name: String

  /// Opens a file; its bytes are digested, and nothing more is read yet.
  public init(path: String) throws(CallDocumentError) {
    file = try PDFFile(path: path)
    name = path
  }

  /// SHA-256 of the file's bytes, in hexadecimal.
  public var hash: String { file.hash }

  /// Reads the document.
  ///
  /// - Parameter topics: the topics that are wanted; none means all that it has.
  /// - Throws: `CallDocumentError` where there is nothing to read.
  public func read(topics wanted: [String] = []) throws(CallDocumentError) -> Reading {
    let (pages, title) = try file.pages()
    return try CallDocumentReader.read(pages, title: title, name: name, hash: hash, topics: wanted)
  }

  /// Reads the text of a document, page by page.
  static func read(
    _ pages: [String], title: String?, name: String, hash: String, topics wanted: [String]
  ) throws(CallDocumentError) -> Reading {
    let text = PageText(pages)
    if WorkProgrammeReader.reads(text) {
      var reader = WorkProgrammeReader(text)
      let all = reader.read()
      var document = CallDocument(
        hash: hash, name: name, kind: .workProgramme, series: series(title, of: all), pages: pages.count)
      document.title = title
      document.version = version(text)
      document.topics =
        wanted.isEmpty
        ? all : all.filter { reading in wanted.contains { $0.lowercased() == reading.topic.lowercased() } }
      let missing = wanted.filter { document.reading(of: $0) == nil }
      return try checked(
        document, missing.map { .otherTopic($0, in: name, known: all.map(\.topic)) }, isAsked: !wanted.isEmpty
      )
    }
    guard CallTemplateReader.reads(text) else { throw .refused(.unknownDocument(name)) }
    var reader = CallTemplateReader(text)
    let call = reader.call
    let known = reader.topics(of: call.identifier)
    var document = CallDocument(
      hash: hash, name: name, kind: .callDocument, series: call.identifier ?? title ?? name,
      pages: pages.count)
    document.title = title
    document.version = call.version
    guard
      (wanted.isEmpty ? known : wanted).count * reader.bindingLines <= CallTemplateReader.mostLines
    else { throw .refused(.endless(name)) }
    let names = reader.names(of: known)
    var findings: [Diagnostic] = []
    for topic in wanted.isEmpty ? known : wanted {
      guard reader.names(topic) else {
        findings.append(.otherTopic(topic, in: name, known: known))
        continue
      }
      let spelled = known.first { $0.lowercased() == topic.lowercased() } ?? topic
      let all = known.contains(spelled) ? names : reader.names(of: known + [spelled])
      let reading = reader.read(spelled, among: all, call: call.identifier)
      for section in reading.absent { findings.append(.absent(section, of: spelled, in: name)) }
      document.topics.append(reading)
    }
    return try checked(document, findings, isAsked: !wanted.isEmpty)
  }

  private static func checked(
    _ document: CallDocument, _ findings: [Diagnostic], isAsked: Bool
  ) throws(CallDocumentError) -> Reading {
    if document.topics.isEmpty {
      throw .refused(findings.first ?? .unknownDocument(document.name))
    }
    return Reading(document: document, findings: findings)
  }

  private static func series(_ title: String?, of topics: [TopicReading]) -> String {
    if let title, !title.isEmpty { return title }
    return topics.first.map { $0.call ?? $0.topic } ?? "work programme"
  }

  /// The decision by which a work programme was adopted: `C(2025) 8493`.
  private static func version(_ text: PageText) -> String? {
    for line in text.lines.prefix(80) {
      let words = line.folded
      if let decision = words.firstMatch(of: /C\(20[0-9]{2}\) ?[0-9]{2,5}/) { return String(decision.output) }
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func otherTopic(_ topic: String, in path: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, id: "topic-not-in-document", at: Place(file: path),
      Message(
        en: "the document does not name the topic '\(topic)'",
        fr: "le document ne nomme pas le sujet « \(topic) »"),
      suggestion: known.isEmpty
        ? nil
        : Message(
          en: "it has " + known.prefix(5).joined(separator: ", "),
          fr: "il contient " + known.prefix(5).joined(separator: ", ")))
  }

  fileprivate static func absent(_ section: ClauseSection, of topic: String, in path: String) -> Diagnostic {
    let (english, french): (String, String) =
      switch section {
      case .admissibility: ("5 (admissibility)", "5 (recevabilité)")
      case .eligibility: ("6 (eligibility)", "6 (éligibilité)")
      case .legal: ("10 (legal and financial set-up)", "10 (cadre juridique et financier)")
      case .other: ("of the evaluation", "de l’évaluation")
      }
    return Diagnostic(
      .warning, id: "section-absent", at: Place(file: path),
      Message(
        en: "section \(english) was not found; '\(topic)' stays open",
        fr: "la section \(french) n’a pas été trouvée ; « \(topic) » reste ouvert"))
  }

  fileprivate static func unknownDocument(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-document", at: Place(file: path),
      Message(
        en:
          "this is neither a call document in the Commission’s template nor a part of a work programme with topics",
        fr:
          "ce n’est ni un document d’appel au modèle de la Commission ni une partie de programme de travail avec des sujets"
      ))
  }
}
