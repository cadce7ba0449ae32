import Foundation
import ParapetModel

/// What an extract of a call says in its numbered sections, in the Spanish of the gazette.
///
/// The law fixes what an extract holds: beneficiaries, object, legal bases, amount, time limit (Ley 38/2003, Art.
/// 20.8.a, and Real Decreto 130/2019, Art. 10), each in a section that begins with an ordinal: "Quinto. Plazo de
/// presentación de solicitudes: …".
struct BOEExtract {
  /// How the title of each extract begins.
  static let heading = "Extracto"

  /// The call's number in the national register of subsidies, the BDNS.
  private(set) var bdns: String?
  private var sections: [Section] = []

  private struct Section {
    /// Its title in small letters.
    var name: String
    var paragraphs: [String]

    /// What the section says, without its title.
    var text: String { paragraphs.joined(separator: "\n") }
  }

  /// Finds the sections among the paragraphs of an announcement.
  init(paragraphs: [String]) {
    for paragraph in paragraphs.prefix(Self.paragraphs) {
      if bdns == nil { bdns = Self.registerNumber(in: paragraph) }
      if let section = Self.section(beginningWith: paragraph) {
        sections.append(section)
      } else if !sections.isEmpty {
        sections[sections.count - 1].paragraphs.append(paragraph)
      }
    }
  }

  /// Adds what the extract says to its opportunity.
  func complete(_ opportunity: inout Opportunity) {
    let citation = Citation(grade: .readFromText, source: opportunity.landingPage ?? "none")
    if let bdns {
      opportunity.otherIdentifiers.append(Identifier(scheme: "bdns", value: bdns))
      opportunity.documents.append(
        DocumentLink(
          url: Self.register + bdns, format: "text/html",
          titles: [LocalizedText("Base de Datos Nacional de Subvenciones", language: "es")]))
    }
    if let object = section("objeto", "finalidad")?.text.stated {
      opportunity.descriptions = [LocalizedText(object, language: "es")]
    }
    let period = periodSection
    let amounts = Self.amountWords.lazy.compactMap { section($0) }.first
    let quoted = [
      ("beneficiaries", section("beneficiari", "destinatari", "participantes")), ("amount", amounts),
      (Condition.deadline, period),
    ]
    for (id, section) in quoted {
      guard let text = section?.text.stated else { continue }
      opportunity.conditions.append(
        Condition(id: id, texts: [LocalizedText(text, language: "es")], citation: citation))
    }
    if let period {
      let reading = SpanishPeriod(period.text, published: opportunity.publicationDate)
      opportunity.openingDate = reading.opening
      opportunity.deadlines = reading.deadlines
    }
    if let amounts { read(amounts: amounts, into: &opportunity.funding, citation) }
  }

  /// An announcement as the opportunity that it is, before anything is known but its head.
  static func opportunity(
    _ identifier: String, title: String, department: String?, in dialect: Dialect
  ) -> Opportunity {
    var opportunity = Opportunity(level: .call, identifier: identifier, origin: .feed(dialect.rawValue))
    opportunity.titles = title.isEmpty ? [] : [LocalizedText(title, language: "es")]
    if let department {
      opportunity.partOf = [
        PartOf(level: .instrument, ref: nil, titles: [LocalizedText(department, language: "es")])
      ]
    }
    let allowed = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-"))
    opportunity.landingPage = identifier.addingPercentEncoding(withAllowedCharacters: allowed).map {
      pages + $0
    }
    return opportunity
  }

  /// The announcement as it was printed.
  static func documents(pdf: String?) -> [DocumentLink] {
    // The gazette's own addresses are relative to its site.
    guard let pdf = pdf.flatMap({ WebAddress.resolved($0, against: site) }) else { return [] }
    return [DocumentLink(url: pdf, format: "application/pdf")]
  }

  /// The facts on which the announcement is silent; what prose says of them is quoted, not stated as data.
  static func silences(of opportunity: Opportunity) -> Set<String> {
    var silent: Set<String> = [
      "applicantType", "country", "fundingRate", "estimatedAwardCount",
    ]
    if opportunity.funding.minimumGrant == nil { silent.insert("minAwardAmount") }
    if opportunity.funding.maximumGrant == nil { silent.insert("maxAwardAmount") }
    if opportunity.funding.available.isEmpty { silent.insert("totalAmountAvailable") }
    if opportunity.openingDate == nil { silent.insert("openingDate") }
    if opportunity.deadlines.isEmpty { silent.insert("deadline") }
    if opportunity.descriptions.isEmpty { silent.insert("description") }
    return silent
  }

  /// More paragraphs than any extract has.
  private static let paragraphs = 2000
}

extension BOEExtract {
  /// Reads what is available in all, and the smallest and largest single award, by the words beside each amount.
  private func read(amounts section: Section, into funding: inout Funding, _ citation: Citation) {
    var amounts: [SpanishAmount.Role: [Money]] = [:]
    for paragraph in section.paragraphs {
      for (role, amount) in SpanishAmount.roles(in: paragraph) { amounts[role, default: []].append(amount) }
    }
    let isSmaller = { (left: Money, right: Money) in left.minorUnits < right.minorUnits }
    if let total = amounts[.total]?.first {
      funding.available = [AvailableAmount(amount: total, year: nil, scope: .call, citation: citation)]
    }
    let largest = (amounts[.largest] ?? []) + (amounts[.award] ?? [])
    funding.maximumGrant = largest.max(by: isSmaller).map { Cited($0, citation) }
    funding.minimumGrant = amounts[.smallest]?.min(by: isSmaller).map { Cited($0, citation) }
  }

  private func section(_ words: String...) -> Section? {
    sections.first { section in words.contains { section.name.contains($0) } }
  }

  /// The section on when to apply, which is not that on when to carry out or to account.
  private var periodSection: Section? {
    let periods = sections.filter { $0.name.contains("plazo") }
    return periods.first { $0.name.contains("presentación") }
      ?? periods.first { section in
        !["ejecución", "justificación", "resolución"].contains(where: section.name.contains)
      }
  }

  /// The section that a paragraph begins, such as `Segundo. Objeto: …` or `Cuarto.- Cuantía.`
  private static func section(beginningWith paragraph: String) -> Section? {
    // The longest ordinal has seven letters.
    let ordinal = paragraph.prefix(8).prefix { $0.isLetter }
    guard ordinals.contains(ordinal.lowercased()) else { return nil }
    let rest = paragraph[ordinal.endIndex...]
    guard let mark = rest.first, mark == "." || mark == ":" || mark == "-" else { return nil }
    let content = rest.drop { ".:-– \u{a0}".contains($0) }
    let end = content.firstIndex { $0 == ":" || $0 == "." } ?? content.endIndex
    let text = String(content[end...].drop { ".:- \u{a0}".contains($0) })
    return Section(name: content[..<end].lowercased(), paragraphs: text.isEmpty ? [] : [text])
  }

  /// The number of `BDNS(Identif.):742455`.
  private static func registerNumber(in paragraph: String) -> String? {
    guard let name = paragraph.firstRange(of: "BDNS"), paragraph[..<name.lowerBound].utf8.count <= 8 else {
      return nil
    }
    let digits = paragraph[name.upperBound...].prefix(40).drop { !$0.isASCII || !$0.isNumber }
      .prefix { $0.isASCII && $0.isNumber }
    return (4...9).contains(digits.count) ? String(digits) : nil
  }

  private static let site = "https://www.boe.es/"
  private static let pages = "https://www.boe.es/diario_boe/txt.php?id="
  private static let register = "https://www.infosubvenciones.es/bdnstrans/GE/es/convocatoria/"
  private static let amountWords = [
    "cuantía", "dotación", "importe", "financiación", "presupuest", "crédito",
  ]
  private static let ordinals: Set<String> = [
    "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno", "décimo",
  ]
}
