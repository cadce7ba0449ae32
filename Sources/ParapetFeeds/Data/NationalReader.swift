import ParapetModel

/// Reads `national.xml`: what the law of a country adds to the rules of a grant.
struct NationalReader: DataReader {
  let rootName = "national"
  var findings: XMLFindings
  private(set) var rules = NationalRules()

  init(file: String) { findings = XMLFindings(file: file) }

  mutating func open(_ root: XMLElement) {
    findings.expect(root, attributes: ["version"], text: false)
  }

  mutating func read(_ element: XMLElement) {
    switch element.foreignNamespace == nil ? element.name : "" {
    case "ownShare": readOwnShare(element)
    case "taxFund": readTaxFund(element)
    case "taxCompensation": readTaxCompensation(element)
    default:
      findings.refuse(element, inElementNamed: rootName, known: ["ownShare", "taxFund", "taxCompensation"])
    }
  }

  private mutating func readOwnShare(_ element: XMLElement) {
    findings.expect(
      element, attributes: ["country", "percent", "exceptRegions"] + citationAttributes, text: false)
    findings.expectNoChildren(element)
    let citation = findings.citation(of: element, demand: .figure(isRequired: true))
    guard let country = country(of: element), let share = share(of: element) else { return }
    let regions = (element["exceptRegions"] ?? "").split(separator: " ").map(String.init)
    rules.ownShares.append(
      NationalRules.OwnShare(country: country, share: share, exceptRegions: regions, citation: citation))
  }

  private mutating func readTaxFund(_ element: XMLElement) {
    findings.expect(
      element, attributes: ["country", "name", "percent", "years"] + citationAttributes, text: false)
    findings.expectNoChildren(element)
    let citation = findings.citation(of: element, demand: .figure(isRequired: true))
    guard let country = country(of: element), let share = share(of: element),
      let name = findings.required("name", of: element), let text = findings.required("years", of: element)
    else { return }
    guard let years = Int(text), (0...10).contains(years) else {
      return findings.note("malformed-number", element, Message("'\(text)' is no number of years"))
    }
    rules.taxFunds.append(
      NationalRules.TaxFund(country: country, name: name, share: share, years: years, citation: citation))
  }

  private mutating func readTaxCompensation(_ element: XMLElement) {
    findings.expect(element, attributes: ["country", "name"] + citationAttributes, text: false)
    findings.expectNoChildren(element)
    let citation = findings.citation(of: element, demand: .figure(isRequired: true))
    guard let country = country(of: element), let name = findings.required("name", of: element) else {
      return
    }
    rules.taxCompensations.append(
      NationalRules.TaxCompensation(country: country, name: name, citation: citation))
  }

  private mutating func country(of element: XMLElement) -> Country? {
    guard let code = findings.required("country", of: element) else { return nil }
    if let country = Country(code) { return country }
    findings.note("unknown-country", element, Message("'\(code)' is the code of no country"))
    return nil
  }

  private mutating func share(of element: XMLElement) -> Rate? {
    guard let text = findings.required("percent", of: element) else { return nil }
    return findings.percentage(text, of: element)
  }
}
