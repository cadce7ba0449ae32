import ParapetModel

extension OpportunityBuilder {
  private static let fundingElements = [
    "totalAmountAvailable", "minAwardAmount", "maxAwardAmount", "estimatedAwardCount", "fundingRate",
    "lumpSums",
  ]
  private static let availableAttributes = ["year", "scope"] + citationAttributes
  private static let rateAttributes =
    ["max", "id", "applicant", "regionCategory", "regionCategory2014", "gdpBelowAverage", "capOf"]
    + ["usual", "usualGrade", "usualSource"] + citationAttributes
  private static let costRuleElements = [
    "form", "vat", "indirect", "equipment", "works", "rounding", "simplified",
  ]

  /// The amounts and rates of a record.
  mutating func funding(_ element: XMLElement) -> Funding {
    findings.expect(element, attributes: ["currency"], text: false)
    var funding = Funding()
    if let code = findings.required("currency", of: element) {
      if let currency = Currency(code) {
        funding.currency = currency
      } else {
        findings.note("unknown-currency", element, .noCurrency(code), suggestion: .writeCurrency)
      }
    }
    // Of five names, comparing is faster than hashing.
    var seen: [String] = []
    for child in element.children {
      guard child.foreignNamespace == nil, OpportunityBuilder.fundingElements.contains(child.name) else {
        findings.refuse(child, in: element, known: OpportunityBuilder.fundingElements)
        continue
      }
      let isNew = !seen.contains(child.name)
      if isNew { seen.append(child.name) }
      if child.name != "lumpSums" { findings.expectNoChildren(child) }
      switch child.name {
      case "totalAmountAvailable": readAvailable(child, into: &funding)
      case "fundingRate": readRate(child, into: &funding)
      case _ where !isNew:
        findings.note("repeated-element", child, .repeated(child.name))
      case "minAwardAmount": funding.minimumGrant = citedAmount(child, currency: funding.currency)
      case "lumpSums": funding.lumpSums = lumpSums(child, currency: funding.currency)
      case "maxAwardAmount": funding.maximumGrant = citedAmount(child, currency: funding.currency)
      default:
        findings.expect(child, attributes: citationAttributes, text: true)
        let citation = figureCitation(child)
        funding.expectedGrants = findings.count(child.text, of: child).map { Cited($0, citation) }
      }
    }
    if let least = funding.minimumGrant?.value, let most = funding.maximumGrant?.value,
      most.minorUnits < least.minorUnits
    {
      findings.note("impossible-range", element, .largestBelowSmallest)
    }
    return funding
  }

  private mutating func figureCitation(_ element: XMLElement) -> Citation {
    findings.citation(of: element, demand: .figure(isRequired: citationRequired))
  }

  private mutating func citedAmount(_ element: XMLElement, currency: Currency) -> Cited<Money>? {
    findings.expect(element, attributes: citationAttributes, text: true)
    let citation = figureCitation(element)
    return findings.amount(element, currency: currency).map { Cited($0, citation) }
  }

  private mutating func readAvailable(_ element: XMLElement, into funding: inout Funding) {
    findings.expect(element, attributes: OpportunityBuilder.availableAttributes, text: true)
    let citation = figureCitation(element)
    let year = element["year"].flatMap { findings.count($0, of: element) }
    let scope: AvailableAmount.Scope? = findings.optional("scope", of: element)
    guard let amount = findings.amount(element, currency: funding.currency) else { return }
    funding.available.append(AvailableAmount(amount: amount, year: year, scope: scope, citation: citation))
  }

  private mutating func readRate(_ element: XMLElement, into funding: inout Funding) {
    findings.expect(
      element,
      attributes: OpportunityBuilder.rateAttributes, text: false)
    let citation = figureCitation(element)
    guard let text = findings.required("max", of: element),
      let maximum = findings.percentage(text, of: element)
    else { return }
    var rate = FundingRate(
      id: element["id"] ?? "rate-\(funding.rates.count + 1)", maximum: maximum, citation: citation)
    rate.applicant = findings.optional("applicant", of: element)
    rate.regionCategory = findings.optional("regionCategory", of: element)
    rate.regionCategory2014 = findings.optional("regionCategory2014", of: element)
    switch element["gdpBelowAverage"] {
    case nil: break
    case "true": rate.gdpBelowAverage = true
    case "false": rate.gdpBelowAverage = false
    case let other?:
      findings.note("unknown-value", element, .noneOf(["true", "false"], other, of: "fundingRate"))
    }
    rate.cap = findings.optional("capOf", of: element)
    rate.usual = usualRate(element, under: maximum)
    if funding.rates.contains(where: { $0.id == rate.id }) {
      return findings.note("duplicate-id", element, .twoRates(rate.id))
    }
    funding.rates.append(rate)
  }

  /// The rules by which costs become a grant.
  mutating func costRules(_ element: XMLElement) -> CostRules {
    findings.expect(element, attributes: [], text: false)
    var rules = CostRules()
    var seen: Set<String> = []
    for child in element.children {
      guard child.foreignNamespace == nil, OpportunityBuilder.costRuleElements.contains(child.name) else {
        findings.refuse(child, in: element, known: OpportunityBuilder.costRuleElements)
        continue
      }
      if !seen.insert(child.name).inserted {
        findings.note("repeated-element", child, .repeated(child.name))
        continue
      }
      findings.expectNoChildren(child)
      switch child.name {
      case "form": rules.form = rule("of", of: child)
      case "vat": rules.vat = rule("rule", of: child)
      case "equipment": rules.equipment = rule("rule", of: child)
      case "works": rules.works = rule("rule", of: child)
      case "rounding": rules.rounding = rule("rule", of: child)
      case "simplified": rules.simplifiedUpTo = simplified(child)
      default: rules.indirect = indirectRule(child)
      }
    }
    return rules
  }

  private mutating func rule<Value: RawRepresentable & CaseIterable & Hashable & Sendable>(
    _ attribute: String, of element: XMLElement
  ) -> Cited<Value>? where Value.RawValue == String {
    findings.expect(element, attributes: [attribute] + citationAttributes, text: false)
    let citation = figureCitation(element)
    let value: Value? = findings.required(attribute, of: element)
    return value.map { Cited($0, citation) }
  }

  private mutating func indirectRule(_ element: XMLElement) -> Cited<IndirectRule>? {
    findings.expect(element, attributes: ["percent", "base"] + citationAttributes, text: false)
    let citation = figureCitation(element)
    let base: IndirectRule.Base? = findings.required("base", of: element)
    guard let text = findings.required("percent", of: element),
      let rate = findings.percentage(text, of: element), let base
    else { return nil }
    return Cited(IndirectRule(rate: rate, base: base), citation)
  }
}

extension Message {
  fileprivate static let largestBelowSmallest = Message(
    en: "the largest grant is smaller than the smallest",
    fr: "la plus grande subvention est inférieure à la plus petite")

  fileprivate static func twoRates(_ id: String) -> Message {
    Message(en: "two rates are called '\(id)'", fr: "deux taux s’appellent « \(id) »")
  }
}
