import Foundation
public import ParapetModel

/// Reads questions with known answers: JSON lines with `id`, `asOf`, `applicant`, `partners` and `item`.
///
/// The answers in the same lines are the scorer's and are not looked at. What a line says in words that are not ours (a
/// class of applicant, a country) is unknown; a line without a name, a day or an item costs only itself.
public enum GoldReader {
  /// The largest file that is read.
  static let mostBytes = 256 << 20
  /// The largest line.
  static let longestLine = 1 << 20

  /// The questions of a file, and what is wrong in it.
  ///
  /// - Throws: `FeedSourceError` where there is no such file or it cannot be read.
  public static func read(
    file path: String
  ) throws(FeedSourceError) -> (queries: [GoldQuery], diagnostics: [Diagnostic]) {
    let kind = FileKind(of: path)
    guard kind != .missing, kind != .dangling else { throw .notThere(path) }
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size]) as? Int ?? 0
    guard kind == .file, size <= mostBytes, let bytes = FileManager.default.contents(atPath: path)
    else {
      throw .unreadable(path)
    }
    return read(Array(bytes), file: path)
  }

  /// The questions of bytes that are called like a file.
  static func read(_ bytes: [UInt8], file: String) -> (queries: [GoldQuery], diagnostics: [Diagnostic]) {
    var queries: [GoldQuery] = []
    var diagnostics: [Diagnostic] = []
    var names: Set<String> = []
    let decoder = JSONDecoder()
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let place = Diagnostic.Place(file: file, line: number + 1)
      guard line.count <= longestLine else {
        diagnostics.append(.lineTooLong(at: place))
        continue
      }
      do {
        let query = try decoder.decode(GoldLine.self, from: Data(line)).query(at: place)
        guard let query else {
          diagnostics.append(.incompleteQuery(at: place))
          continue
        }
        if names.insert(query.id).inserted {
          queries.append(query)
        } else {
          diagnostics.append(.double(query.id, at: place))
        }
      } catch {
        diagnostics.append(.brokenLine(at: place))
      }
    }
    return (queries, diagnostics)
  }
}

/// One line as it stands; every value may be missing or of another shape.
private struct GoldLine: Decodable {
  var id: LenientText?
  var asOf: LenientText?
  var applicant: Applicant?
  var partners: [Applicant]?
  var item: GoldItem?

  struct Applicant: Decodable {
    var country: LenientText?
    var `class`: LenientText?

    var facts: ApplicantFacts {
      var facts = ApplicantFacts()
      facts.country = country?.text.flatMap { Country($0) }
      facts.applicant = `class`?.text.flatMap { ApplicantClass(rawValue: $0) }
      return facts
    }
  }

  struct GoldItem: Decodable {
    var title: LenientText?
    var description: LenientText?
    var measures: LenientList?
    var cost: LenientText?
    var costBasis: LenientText?
    var start: LenientText?
    var end: LenientText?

    enum CodingKeys: String, CodingKey {
      case title, description, measures, start, end
      case cost = "cost_eur"
      case costBasis = "cost_basis"
    }
  }

  func query(at place: Diagnostic.Place) -> GoldQuery? {
    guard let id = id?.text, let day = asOf?.text.flatMap({ Day($0) }), let item,
      let title = item.title?.text ?? item.description?.text
    else { return nil }
    var city = City(id: "city", facts: applicant?.facts ?? ApplicantFacts())
    var asked = Item(id: id, title: title, place: place)
    if let partners {
      city.partners = partners.enumerated().map { index, partner in
        Partner(id: "partner-\(index + 1)", name: "", facts: partner.facts)
      }
      asked.partners = city.partners.map(\.id)
    }
    asked.text = item.title?.text == nil ? "" : item.description?.text ?? ""
    asked.measures = item.measures?.values ?? []
    asked.start = item.start?.text.flatMap { Day($0) }
    asked.end = item.end?.text.flatMap { Day($0) }
    // The Union's contribution is a part of the cost, and which part is unknown.
    if item.costBasis?.text ?? "total" == "total" {
      asked.cost = item.cost?.text.flatMap { Money(decimal: $0, currency: .euro) }
    }
    return GoldQuery(id: id, asOf: day, city: city, item: asked)
  }
}

extension Diagnostic {
  fileprivate static func brokenLine(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "broken-json", at: place,
      Message(
        en: "this line is no JSON object; it is left out",
        fr: "cette ligne n’est pas un objet JSON ; elle n’est pas reprise"))
  }

  fileprivate static func incompleteQuery(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "incomplete-query", at: place,
      Message(
        en: "this query is left out: it needs an id, a day in 'asOf' and an item with a title or description",
        fr:
          "cette requête n’est pas reprise : il lui faut un identifiant, un jour dans « asOf » et un projet avec "
          + "un titre ou une description"))
  }

  fileprivate static func double(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "duplicate-id", at: place,
      Message(
        en: "the query '\(id)' stands here a second time; this one is left out",
        fr: "la requête « \(id) » figure ici une deuxième fois ; celle-ci n’est pas reprise"))
  }

  fileprivate static func lineTooLong(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "line-too-long", at: place,
      Message(
        en: "this line has more than \(GoldReader.longestLine) bytes; it is left out",
        fr: "cette ligne dépasse \(GoldReader.longestLine) octets ; elle n’est pas reprise"))
  }
}
