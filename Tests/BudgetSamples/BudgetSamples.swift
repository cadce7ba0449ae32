package import ParapetBudgeting
package import ParapetModel

package let law = Citation(grade: .law, source: "CELEX:32021R1149 Art. 12")

/// An amount written in decimals; an amount that is written wrongly is minus one, and no test expects that.
package func euro(_ text: String) -> Money { Money(decimal: text) ?? Money(minorUnits: -1) }

package func percent(_ text: String) -> Rate { Rate(percent: text) ?? Rate(millionths: 0) }

package func city(
  _ applicant: ApplicantClass? = .localAuthority, vat: VATStatus? = .nonRecoverable, partners: [Partner] = []
) -> City {
  var facts = ApplicantFacts()
  facts.applicant = applicant
  facts.vat = vat
  var city = City(id: "rivemont", facts: facts)
  city.partners = partners
  return city
}

package func partner(_ id: String, _ change: (inout ApplicantFacts) -> Void = { _ in }) -> Partner {
  var facts = ApplicantFacts()
  facts.applicant = .nonProfit
  facts.vat = .nonRecoverable
  change(&facts)
  return Partner(id: id, name: id, facts: facts)
}

/// An item of one total, without tax.
package func item(_ id: String = "b1", cost: String, vat: String? = "0") -> Item {
  var item = Item(id: id, title: id)
  item.cost = euro(cost)
  item.vat = vat.map(euro)
  return item
}

package func line(
  _ category: CostCategory?, _ cost: String, vat: String? = "0", partner: String? = nil, year: Int? = 2027,
  workPackage: String = "WP1"
) -> CostLine {
  var line = CostLine(quantity: 10_000, unitCost: euro(cost))
  line.category = category
  line.vat = vat.map(euro)
  line.partner = partner
  line.year = year
  line.workPackage = workPackage
  return line
}

package func item(_ id: String = "b1", lines: [CostLine]) -> Item {
  var item = Item(id: id, title: id)
  item.lines = lines
  return item
}

/// Terms that state every rule: one rate, tax never, no indirect costs, equipment and works in full.
package func terms(_ rate: String? = "80", _ change: (inout FundingTerms) -> Void = { _ in }) -> FundingTerms
{
  var funding = Funding()
  if let rate { funding.rates = [FundingRate(id: "all", maximum: percent(rate), citation: law)] }
  var rules = CostRules()
  rules.vat = Cited(.never, law)
  rules.indirect = Cited(IndirectRule(rate: percent("0"), base: .direct), law)
  rules.equipment = Cited(.fullCost, law)
  rules.works = Cited(.eligible, law)
  var terms = FundingTerms(funding: funding, rules: rules)
  change(&terms)
  return terms
}

package func budget(
  _ items: [Item], city: City = city(), _ terms: FundingTerms = terms(), requested: String? = nil,
  measures: MeasureCatalogue? = nil
) throws -> Budget {
  try Budget.make(
    items: items, city: city, terms: terms, requested: requested.map(euro), measures: measures)
}

extension Budget {
  package func assumes(_ what: Assumption.What) -> Bool { assumptions.contains { $0.what == what } }

  package func bound(_ kind: Bound.Kind) -> Bound? { bounds.first { $0.kind == kind } }
}
