public import Foundation
public import ParapetModel

/// Practices of a city, as cities exchange them: one way to write them, so that the same pack has the same bytes.
public struct PracticePack: Hashable, Sendable {
  /// Whose practices they are.
  public var owner: String
  /// The practices, by their ids.
  public private(set) var practices: [GoodPractice]

  /// A pack of a city's practices.
  public init(owner: String, practices: [GoodPractice]) {
    self.owner = owner
    self.practices = practices.sorted { $0.id < $1.id }
  }

  /// Reads a pack, or the practices that a city keeps in a file of the same form.
  ///
  /// - Returns: the pack, nothing where the file is none or names no owner and none is given; and what is wrong in it.
  public static func read(
    _ bytes: Data, file: String, owner: String? = nil
  ) -> (pack: PracticePack?, diagnostics: [Diagnostic]) {
    var reader = GoodPracticeReader(file: file)
    DataFile(name: file, bytes: bytes).read(&reader)
    let diagnostics = reader.findings.diagnostics.map(\.aboutNewerVersion)
    guard let owner = reader.owner ?? owner else {
      let isPack = !diagnostics.contains { ["unknown-root", "newer-version"].contains($0.id) }
      return (nil, diagnostics + (isPack ? [.noOwner(file)] : []))
    }
    return (PracticePack(owner: owner, practices: reader.practices), diagnostics)
  }

  /// The bytes of the pack.
  public var text: String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text +=
      "<practices xmlns=\"urn:parapet:funding:1\" version=\"1\" owner=\"\(PracticePack.escaped(owner))\">\n"
    for practice in practices { text += PracticePack.text(of: practice) }
    return text + "</practices>\n"
  }

  private static func text(of practice: GoodPractice) -> String {
    var attributes: [(String, String?)] = [
      ("id", practice.id), ("place", practice.place), ("country", practice.country?.code),
      ("years", practice.years), ("measures", practice.measures.joined(separator: " ")),
      ("sites", practice.sites.isEmpty ? nil : practice.sites.joined(separator: " ")),
      ("threats", practice.threats.isEmpty ? nil : practice.threats.joined(separator: " ")),
      ("grade", practice.citation.grade.rawValue), ("source", practice.citation.source),
    ]
    attributes += [("why", practice.citation.why)]
    var text = "  <practice"
    for case (let name, let value?) in attributes { text += " \(name)=\"\(escaped(value))\"" }
    text += ">\n"
    text += lines("title", practice.titles) + lines("method", practice.methods)
    text += lines("partners", practice.partners)
    switch practice.cost {
    case .notPublished: text += "    <cost published=\"false\"/>\n"
    case .published(let money):
      text += "    <cost amount=\"\(money.decimal)\" currency=\"\(money.currency.code)\"/>\n"
    }
    if let paidBy = practice.paidBy { text += "    <paidBy>\(escaped(paidBy))</paidBy>\n" }
    return text + lines("result", practice.results) + "  </practice>\n"
  }

  private static func lines(_ name: String, _ texts: [LocalizedText]) -> String {
    texts.map { "    <\(name) xml:lang=\"\(escaped($0.language))\">\(escaped($0.text))</\(name)>\n" }.joined()
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

// MARK: Messages

extension Diagnostic {
  fileprivate static func noOwner(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "missing-owner", at: Place(file: file),
      Message(
        en: "the pack does not say whose it is ('owner'), and was not read",
        fr: "le paquet ne dit pas de qui il est (« owner »), et n’a pas été lu"))
  }

  /// The same, saying of a pack of a later program that it is one.
  fileprivate var aboutNewerVersion: Diagnostic {
    guard id == "unknown-version" else { return self }
    var finding = self
    finding.id = "newer-version"
    finding.said = Message(
      en: "the pack is written for another version of the format than this program knows, and was not read",
      fr: "le paquet est écrit pour une autre version du format que celle de ce programme, et n’a pas été lu")
    finding.advice = Message(
      en: "ask for a pack of version 1, or use a newer parapet",
      fr: "demandez un paquet de version 1, ou prenez un parapet plus récent")
    return finding
  }
}
