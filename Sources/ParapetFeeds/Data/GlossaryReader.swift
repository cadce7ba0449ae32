import ParapetModel

/// Reads `glossary/concepts.xml`: the concepts of urban security and which falls under which.
struct ConceptsReader: DataReader {
  let rootName = "concepts"
  var findings: XMLFindings
  private(set) var concepts: [Glossary.Concept] = []

  /// The one value of an attribute that is set or not.
  private enum Mark: String, CaseIterable {
    case yes
  }

  init(file: String) { findings = XMLFindings(file: file) }

  mutating func open(_ root: XMLElement) {
    findings.expect(root, attributes: ["version"], text: false)
  }

  mutating func read(_ element: XMLElement) {
    guard findings.accept(element, in: rootName, known: ["concept"]) else { return }
    findings.expect(element, attributes: ["id", "kind", "broader", "field", "apart", "realm"], text: false)
    let kind: Glossary.Concept.Kind? = findings.required("kind", of: element)
    let apart: Mark? = findings.optional("apart", of: element)
    guard let id = findings.required("id", of: element), let kind else { return }
    if concepts.contains(where: { $0.id == id }) {
      return findings.note("duplicate-id", element, Message("the concept '\(id)' stands here a second time"))
    }
    let broader = (element["broader"] ?? "").split(separator: " ").map(String.init)
    concepts.append(
      Glossary.Concept(
        id: id, kind: kind, broader: broader, field: findings.optional("field", of: element),
        isApart: apart == .yes, realm: findings.optional("realm", of: element)))
  }
}

/// Reads `glossary/<language>.xml`: the words of the concepts in one language.
struct WordingReader: DataReader {
  let rootName = "glossary"
  var findings: XMLFindings
  /// The words, or nothing where the file does not say of which language.
  private(set) var wording: Glossary.Wording?

  private let concepts: Set<String>?

  /// A reader of words for these concepts; without them, of the function words alone.
  init(file: String, concepts: Set<String>?) {
    findings = XMLFindings(file: file)
    self.concepts = concepts
  }

  mutating func open(_ root: XMLElement) {
    findings.expect(root, attributes: ["version", "xml:lang", "compounds"], text: false)
    wording = findings.required("xml:lang", of: root).map { Glossary.Wording(language: $0.lowercased()) }
    switch root["compounds"] {
    case "true": wording?.hasCompounds = true
    case "false", nil: break
    case let other?: findings.note("unknown-value", root, Message("'\(other)' is neither 'true' nor 'false'"))
    }
  }

  private static let lists = ["functionWords", "commonWords", "endings", "falseFriends"]

  mutating func read(_ element: XMLElement) {
    guard concepts != nil || element.name == "functionWords",
      findings.accept(element, in: rootName, known: WordingReader.lists + ["concept"])
    else { return }
    findings.expect(element, attributes: element.name == "concept" ? ["ref"] : [], text: true)
    switch element.name {
    case "functionWords": wording?.functionWords += WordingReader.words(of: element)
    case "commonWords": wording?.commonWords += WordingReader.words(of: element)
    case "falseFriends": wording?.falseFriends += WordingReader.words(of: element)
    case "endings":
      for entry in WordingReader.words(of: element) {
        guard let ending = WordingReader.ending(entry) else {
          findings.note(
            "unknown-value", element,
            Message("'\(entry)' is no ending; write 'ciones=tion', or 'owego=' for nothing"))
          continue
        }
        wording?.endings.append(ending)
      }
    default: readConcept(element, among: concepts ?? [])
    }
  }

  private static func words(of element: XMLElement) -> [String] {
    element.text.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }

  private static func ending(_ entry: String) -> Glossary.Wording.Ending? {
    let parts = entry.split(separator: "=", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { $0.utf8.allSatisfy { (0x61...0x7a).contains($0) } }
    guard parts.count == 2, isPlain, !parts[0].isEmpty else { return nil }
    return Glossary.Wording.Ending(String(parts[0]), replacedBy: String(parts[1]))
  }

  private mutating func readConcept(_ element: XMLElement, among concepts: Set<String>) {
    guard let ref = findings.required("ref", of: element) else { return }
    guard concepts.contains(ref) else {
      return findings.note(
        "unknown-reference", element, Message("there is no concept '\(ref)'"),
        suggestion: Diagnostic.nearest(to: ref, among: concepts.sorted()).map { .didYouMean($0) })
    }
    var terms: [String] = []
    for term in element.text.utf8.split(separator: UInt8(ascii: ";")).compactMap({
      String(Substring($0)).stated
    }) {
      if terms.contains(term) {
        findings.note(
          "duplicate-id", element, Message("the term '\(term)' stands here a second time"), severity: .warning
        )
      } else {
        terms.append(term)
      }
    }
    if terms.isEmpty {
      findings.note("missing-text", element, Message("the concept '\(ref)' has no term here"))
    }
    if wording?.terms[ref] != nil {
      return findings.note("duplicate-id", element, Message("the concept '\(ref)' stands here a second time"))
    }
    wording?.terms[ref] = terms
  }
}

extension XMLFindings {
  /// Whether an element is one that may stand in a file's root; what is not is refused.
  mutating func accept(_ element: XMLElement, in root: String, known: [String]) -> Bool {
    guard element.foreignNamespace == nil, known.contains(element.name) else {
      refuse(element, inElementNamed: root, known: known)
      return false
    }
    expectNoChildren(element)
    return true
  }
}

/// Reads `glossary/frequencies.xml`: in how many of the counted calls each word and concept stands.
struct FrequenciesReader: DataReader {
  let rootName = "frequencies"
  var findings: XMLFindings
  private(set) var frequencies: WordFrequencies?

  init(file: String) { findings = XMLFindings(file: file) }

  mutating func open(_ root: XMLElement) {
    findings.expect(root, attributes: ["version", "documents", "xml:lang"], text: false)
    let documents = findings.required("documents", of: root).flatMap { findings.count($0, of: root) }
    guard let language = findings.required("xml:lang", of: root), let documents else { return }
    frequencies = WordFrequencies(documents: documents, language: language)
  }

  mutating func read(_ element: XMLElement) {
    guard findings.accept(element, in: rootName, known: ["field", "words", "concepts"]) else { return }
    let isField = element.name == "field"
    findings.expect(element, attributes: isField ? ["name", "length"] : ["count"], text: !isField)
    guard
      let count = findings.required(isField ? "length" : "count", of: element)
        .flatMap({ findings.count($0, of: element) })
    else { return }
    let group = WordFrequencies.Group(count: count, words: element.text)
    switch element.name {
    case "words": frequencies?.words.append(group)
    case "concepts": frequencies?.concepts.append(group)
    default:
      if let name = findings.required("name", of: element) { frequencies?.lengths[name] = count }
    }
  }
}

/// Reads `weights.xml`: what each kind of evidence counts.
struct WeightsReader: DataReader {
  let rootName = "weights"
  var findings: XMLFindings
  private(set) var weights = RelevanceWeights()
  private var seen: Set<RelevanceWeights.Name> = []

  init(file: String) { findings = XMLFindings(file: file) }

  /// The weights that the file does not give.
  var missing: [RelevanceWeights.Name] { RelevanceWeights.Name.allCases.filter { !seen.contains($0) } }

  mutating func open(_ root: XMLElement) {
    findings.expect(root, attributes: ["version"], text: false)
  }

  mutating func read(_ element: XMLElement) {
    guard findings.accept(element, in: rootName, known: ["weight"]) else { return }
    findings.expect(element, attributes: ["name", "value"], text: false)
    let name: RelevanceWeights.Name? = findings.required("name", of: element)
    guard let text = findings.required("value", of: element), let name else { return }
    guard let value = WeightsReader.decimal(text) else {
      return findings.note("unknown-value", element, Message("'\(text)' is no weight; write 0, 1 or 0.25"))
    }
    guard seen.insert(name).inserted else {
      return findings.note(
        "duplicate-id", element, Message("the weight '\(name.rawValue)' stands here a second time"))
    }
    weights[name] = value
  }

  /// A plain decimal below a million: digits, at most six after the point; no sign and no exponent.
  private static func decimal(_ text: String) -> Double? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, text.utf8.count <= 13, parts[0].utf8.count <= 6,
      parts.count == 1 || (1...6).contains(parts[1].utf8.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return Double(text)
  }
}
