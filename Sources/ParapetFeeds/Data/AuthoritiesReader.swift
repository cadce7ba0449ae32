import ParapetModel

/// Reads `authorities.xml`: whom to ask for money under shared management, by fund and place.
struct AuthoritiesReader: DataReader {
  let rootName = "authorities"
  var findings: XMLFindings
  private var authorities: [Authority] = []
  private var funds: [String: SharedFund] = [:]
  /// The instruments that the file names, with their places.
  private(set) var instruments: [(id: String, place: Diagnostic.Place)] = []

  init(file: String) { findings = XMLFindings(file: file) }

  /// What was read.
  var book: AuthorityBook { AuthorityBook(authorities, funds: funds) }

  mutating func open(_ root: XMLElement) {
    findings.expect(root, attributes: ["version"], text: false)
  }

  mutating func read(_ element: XMLElement) {
    switch element.foreignNamespace == nil ? element.name : "" {
    case "fund": readFund(element)
    case "programme": readProgramme(element)
    default: findings.refuse(element, inElementNamed: rootName, known: ["fund", "programme"])
    }
  }

  private mutating func readFund(_ element: XMLElement) {
    findings.expect(element, attributes: ["code", "instruments"], text: false)
    findings.expectNoChildren(element)
    guard let fund: SharedFund = findings.required("code", of: element),
      let names = findings.required("instruments", of: element)
    else { return }
    for name in names.split(separator: " ").map(String.init) {
      guard funds.updateValue(fund, forKey: name) == nil else {
        findings.note("duplicate-terms", element, Message("the instrument '\(name)' has a fund already"))
        continue
      }
      instruments.append((name, element.place(in: findings.file)))
    }
  }

  private mutating func readProgramme(_ element: XMLElement) {
    findings.expect(element, attributes: ["funds"], text: false)
    let words = (findings.required("funds", of: element) ?? "").split(separator: " ")
    let funds = words.compactMap { word -> SharedFund? in findings.value(String(word), of: element) }
    var authority = Authority(funds: funds, areas: [])
    var isStated = false
    for child in element.children {
      switch child.foreignNamespace == nil ? child.name : "" {
      case "title": authority.titles += text(child)
      case "note": authority.notes += text(child)
      case "cci":
        let citation = findings.citation(of: child, demand: .figure(isRequired: true))
        authority.number = Cited(child.text, citation)
      case "area": if let area = area(child) { authority.areas.append(area) }
      case "authority":
        authority.office = office(child)
        isStated = true
      case "intermediate": if let office = office(child) { authority.intermediates.append(office) }
      case "unknown":
        findings.expectNoChildren(child)
        isStated = true
      default:
        findings.refuse(
          child, in: element,
          known: ["title", "cci", "area", "authority", "unknown", "intermediate", "note"])
      }
    }
    guard !authority.funds.isEmpty else { return }
    guard !authority.areas.isEmpty else {
      return findings.note("missing-area", element, Message("the programme has no area, and so is nobody's"))
    }
    guard isStated else {
      return findings.note(
        "missing-authority", element, Message("the programme names no authority"),
        suggestion: Message("name it with its source, or write <unknown/>"))
    }
    authorities.append(authority)
  }

  private mutating func area(_ element: XMLElement) -> Authority.Area? {
    findings.expect(element, attributes: ["nuts", "part"], text: false)
    findings.expectNoChildren(element)
    guard let code = findings.required("nuts", of: element) else { return nil }
    guard code.utf8.count <= 5, Country(code.prefix(2))?.code == String(code.prefix(2)),
      code.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) })
    else {
      findings.note("malformed-region", element, Message("'\(code)' is no code of NUTS"))
      return nil
    }
    return Authority.Area(nuts: code, isPart: element["part"] == "true")
  }

  private mutating func office(_ element: XMLElement) -> Authority.Office? {
    findings.expect(element, attributes: ["page"] + citationAttributes, text: false)
    let citation = findings.citation(of: element, demand: .figure(isRequired: true))
    var names: [LocalizedText] = []
    for child in element.children {
      guard child.foreignNamespace == nil, child.name == "name" else {
        findings.refuse(child, in: element, known: ["name"])
        continue
      }
      names += text(child)
    }
    guard !names.isEmpty else {
      findings.note("missing-name", element, Message("'\(element.name)' has no name"))
      return nil
    }
    let page = element["page"].flatMap { findings.address($0, of: element) }
    return Authority.Office(names: names, page: page, citation: citation)
  }

  private mutating func text(_ element: XMLElement) -> [LocalizedText] {
    findings.expect(element, attributes: ["xml:lang"], text: true)
    findings.expectNoChildren(element)
    guard let language = findings.required("xml:lang", of: element), !element.text.isEmpty else { return [] }
    return [LocalizedText(element.text, language: language)]
  }
}
