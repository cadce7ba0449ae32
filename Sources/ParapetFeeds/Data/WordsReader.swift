import ParapetModel

/// Reads the data words of one language: names of codes, the glossary, and translations by reference.
struct WordsReader: DataReader {
  let rootName = "words"
  var findings: XMLFindings
  /// The words, or nothing where the language is none of ours.
  private(set) var vocabulary: Vocabulary?

  private static let elements = ["country", "applicant", "measure", "commitment", "category", "text"]

  init(file: String) { findings = XMLFindings(file: file) }

  mutating func open(_ root: XMLElement) {
    findings.expect(root, attributes: ["version", "xml:lang"], text: false)
    let language: Language? = findings.required("xml:lang", of: root, id: "unknown-language")
    vocabulary = language.map(Vocabulary.init)
  }

  mutating func read(_ element: XMLElement) {
    guard var words = vocabulary else { return }
    // Taken out and put back, so that it is never copied.
    vocabulary = nil
    defer { vocabulary = words }
    switch element.foreignNamespace == nil ? element.name : "" {
    case "country":
      guard let (code, word) = entry(element, key: "code") else { return }
      guard let country = Country(code) else {
        return findings.note(
          "unknown-country", element, Message("'\(code)' is no country code of two capitals"))
      }
      store(word, in: &words.countries[country.code], element)
    case "applicant":
      guard let (code, word) = entry(element, key: "class"),
        let applicant: ApplicantClass = findings.value(code, of: element)
      else { return }
      store(word, in: &words.applicants[applicant], element)
    case "commitment":
      guard let (text, word) = entry(element, key: "number"), let number = findings.count(text, of: element)
      else { return }
      store(word, in: &words.commitments[number], element)
    case "category":
      guard let (code, word) = entry(element, key: "code"),
        let category: CostCategory = findings.value(code, of: element)
      else { return }
      store(word, in: &words.categories[category], element)
    case "text":
      guard let (reference, word) = entry(element, key: "ref") else { return }
      store(word, in: &words.texts[reference], element)
    case "measure": readMeasure(element, into: &words)
    default:
      findings.refuse(element, inElementNamed: rootName, known: WordsReader.elements)
    }
  }

  private mutating func entry(_ element: XMLElement, key: String) -> (key: String, word: String)? {
    findings.expect(element, attributes: [key], text: true)
    findings.expectNoChildren(element)
    guard let value = findings.required(key, of: element) else { return nil }
    guard !element.text.isEmpty else {
      findings.note("missing-text", element, Message("'\(element.name)' has no text"))
      return nil
    }
    return (value, element.text)
  }

  private mutating func store(_ word: String, in place: inout String?, _ element: XMLElement) {
    if place != nil {
      findings.note("duplicate-id", element, Message("this '\(element.name)' has a word already"))
    }
    place = word
  }

  private mutating func readMeasure(_ element: XMLElement, into words: inout Vocabulary) {
    findings.expect(element, attributes: ["code"], text: false)
    guard let code = findings.required("code", of: element) else { return }
    var terms: [String] = []
    for child in element.children {
      findings.expectNoChildren(child)
      switch child.foreignNamespace == nil ? child.name : "" {
      case "name", "term":
        findings.expect(child, attributes: [], text: true)
        if child.text.isEmpty {
          findings.note("missing-text", child, Message("'\(child.name)' has no text"))
        } else if child.name == "name" {
          store(child.text, in: &words.measures[code], child)
        } else if terms.contains(child.text) {
          findings.note(
            "duplicate-id", child, Message("the term '\(child.text)' stands here a second time"),
            severity: .warning)
        } else {
          terms.append(child.text)
        }
      default: findings.refuse(child, in: element, known: ["name", "term"])
      }
    }
    if words.measures[code] == nil {
      findings.note("missing-text", element, Message("the measure '\(code)' has no name"))
    }
    words.terms[code, default: []] += terms
  }
}
