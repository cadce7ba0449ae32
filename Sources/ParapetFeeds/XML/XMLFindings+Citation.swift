import ParapetModel

/// The names of the attributes that say where a statement comes from.
let citationAttributes = ["grade", "source", "validFrom", "validTo", "why"]

extension XMLFindings {
  /// Who must cite what.
  enum CitationDemand {
    /// A criterion: without grade, source and validity it cannot be judged.
    case criterion(isRequired: Bool)
    /// A figure, a rule or a remark: a feed may state it as its own.
    case figure(isRequired: Bool)
  }

  /// Where a statement comes from, with a finding for each part that is missing or cannot be right.
  ///
  /// A figure of a feed that cites nothing counts as `secondary`: the feed says it, and cannot exclude by it. A
  /// criterion that cites nothing counts as `unsourced`.
  mutating func citation(of element: XMLElement, demand: CitationDemand) -> Citation {
    let fallback: Grade
    let severity: Diagnostic.Severity?
    switch demand {
    case .criterion(let isRequired): (fallback, severity) = (.unsourced, isRequired ? .error : .warning)
    case .figure(let isRequired): (fallback, severity) = (.secondary, isRequired ? .error : nil)
    }
    var citation = Citation(grade: fallback, source: "none", why: element["why"].map(XMLFindings.folded))
    if let word = element["grade"] {
      citation.grade = value(word, of: element, id: "unknown-grade") ?? fallback
    } else if let severity {
      note("missing-grade", element, .missingGrade(element.name), severity: severity)
    }
    if let source = element["source"], !source.isEmpty {
      citation.source = source
      if element["grade"] != nil { judge(citation, element) }
    } else if let severity {
      note("missing-source", element, .missingSource(element.name), severity: severity)
    }
    citation.validFrom = element["validFrom"].flatMap { day($0, of: element) }
    citation.validTo = element["validTo"].flatMap { day($0, of: element) }
    if case .criterion = demand, let severity, element["validFrom"] == nil {
      note("missing-validity", element, .missingValidity(element.name), severity: severity)
    }
    if let from = citation.validFrom, let to = citation.validTo, to < from {
      note("impossible-date", element, .endsBeforeStart(element.name, to, from))
    }
    return citation
  }

  /// Compares the source with what its grade promises.
  private mutating func judge(_ citation: Citation, _ element: XMLElement) {
    let source = citation.source
    let hasReason = !(citation.why ?? "").isEmpty
    switch citation.grade {
    case .law:
      guard !XMLFindings.isProvision(source) else { return }
      note("malformed-source", element, .noProvision(source), suggestion: .writeProvision)
    case .official, .call:
      guard !source.isWebAddress else { return }
      note(
        "malformed-source", element, .noAddress(source, for: citation.grade), suggestion: .giveAddress)
    case .secondary, .inferred, .readFromText:
      guard !source.isWebAddress, !XMLFindings.isProvision(source), !hasReason else { return }
      note("missing-why", element, .missingAddressAndWhy(element.name))
    case .unsourced:
      if source != "none" {
        note("malformed-source", element, .sourceOfUnsourced(source), suggestion: .writeNone)
      } else if !hasReason {
        note("missing-why", element, .missingSourceAndWhy(element.name))
      }
    }
  }

  /// Whether a text is a CELEX number and a provision: `CELEX:32021R1149 Art. 12`.
  private static func isProvision(_ text: String) -> Bool {
    let parts = text.split(separator: " ", maxSplits: 2)
    guard parts.count >= 2, parts[0].hasPrefix("CELEX:") else { return false }
    let number = parts[0].dropFirst(6)
    guard number.utf8.count >= 7, number.first?.isNumber == true,
      number.utf8.allSatisfy({
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || "/()-_".utf8.contains($0)
      })
    else { return false }
    switch parts[1] {
    case "Art.", "recital", "Annex", "Protocol": return parts.count == 3
    default: return false
    }
  }

  /// A text with each run of white space as one space; attributes keep the line breaks of the file as spaces.
  static func folded(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }.joined(separator: " ")
  }
}
