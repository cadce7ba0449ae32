import ParapetModel

/// Forms of a grant that few opportunities have: sums from a table, and what a cap usually comes to.
extension OpportunityBuilder {
  /// A table of sums, each a child `sum` with the number from which it is paid.
  mutating func lumpSums(_ element: XMLElement, currency: Currency) -> Cited<LumpSums>? {
    findings.expect(element, attributes: ["by", "complete"] + citationAttributes, text: false)
    let citation = findings.citation(of: element, demand: .figure(isRequired: citationRequired))
    let selector: LumpSums.Selector? = findings.required("by", of: element)
    let isWhole = truth("complete", of: element) ?? true
    var steps: [LumpSums.Step] = []
    for child in element.children {
      guard child.foreignNamespace == nil, child.name == "sum" else {
        findings.refuse(child, in: element, known: ["sum"])
        continue
      }
      findings.expect(child, attributes: ["from"], text: true)
      findings.expectNoChildren(child)
      guard let amount = findings.amount(child, currency: currency) else { continue }
      steps.append(LumpSums.Step(amount, from: child["from"].flatMap { findings.count($0, of: child) }))
    }
    guard let selector else { return nil }
    let needsNumbers = selector != .choice && isWhole
    guard steps.allSatisfy({ ($0.from != nil) == needsNumbers }),
      Set(steps.map(\.amount)).count == steps.count,
      let table = LumpSums(by: selector, steps: steps, isWhole: isWhole)
    else {
      findings.note("malformed-lump-sums", element, .lumpSums)
      return nil
    }
    return Cited(table, citation)
  }

  /// What projects usually get of a cap, with its own source; never more than the cap.
  mutating func usualRate(_ element: XMLElement, under maximum: Rate) -> Cited<Rate>? {
    guard let text = element["usual"], let rate = findings.percentage(text, of: element) else { return nil }
    guard let grade: Grade = findings.required("usualGrade", of: element),
      let source = findings.required("usualSource", of: element)
    else { return nil }
    guard element["capOf"] != nil, rate <= maximum else {
      findings.note("usual-rate-above-cap", element, .usualRate)
      return nil
    }
    return Cited(rate, Citation(grade: grade, source: source))
  }

  /// Up to which total cost an operation is paid by simplified costs alone.
  mutating func simplified(_ element: XMLElement) -> Cited<Money>? {
    findings.expect(element, attributes: ["upTo"] + citationAttributes, text: false)
    let citation = findings.citation(of: element, demand: .figure(isRequired: citationRequired))
    guard let text = findings.required("upTo", of: element), let euro = findings.count(text, of: element)
    else { return nil }
    let (cents, isTooLarge) = Int64(euro).multipliedReportingOverflow(by: 100)
    return isTooLarge ? nil : Cited(Money(minorUnits: cents), citation)
  }

  private mutating func truth(_ name: String, of element: XMLElement) -> Bool? {
    switch element[name] {
    case nil: return nil
    case "true": return true
    case "false": return false
    case let other?:
      findings.note("unknown-value", element, .noneOf(["true", "false"], other, of: element.name))
      return nil
    }
  }
}

extension Message {
  fileprivate static let lumpSums = Message(
    en:
      "a table of lump sums has different sums; each says from which number it is paid, unless applicants choose "
      + "or the table is not complete",
    fr:
      "un barème de montants forfaitaires a des montants différents ; chacun dit à partir de quel nombre il est payé, "
      + "sauf si les demandeurs choisissent ou si le barème est incomplet")

  fileprivate static let usualRate = Message(
    en: "a usual rate stands beside a cap and does not exceed it",
    fr: "un taux habituel accompagne un plafond et ne le dépasse pas")
}
