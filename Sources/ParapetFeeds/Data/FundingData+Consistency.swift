import ParapetModel

extension FundingData {
  /// Finds what the files say of one another that cannot be, and leaves out what would mislead.
  mutating func removeInconsistencies(in folder: String) {
    removeDoubles()
    checkLinks()
    for opportunity in opportunities { checkCodes(of: opportunity) }
    checkVocabularies(in: folder)
  }

  /// Adds an expectation where the instrument and the measure that it names are there.
  mutating func addExpectation(_ expected: UsualReading, at place: Diagnostic.Place) {
    let known = measures.measures.map(\.code)
    let names = instruments.map(\.identifier)
    if !known.contains(expected.measure) {
      diagnostics.append(.unknownMeasure(expected.measure, at: place, known: known))
    } else if !names.contains(expected.instrument) {
      diagnostics.append(.unknownReference(expected.instrument, at: place, known: names))
    } else {
      expectations.append(expected)
    }
  }

  /// Adds a benchmark where the measure that it names is there.
  mutating func addBenchmark(_ benchmark: Benchmark, at place: Diagnostic.Place) {
    let known = measures.measures.map(\.code)
    guard known.contains(benchmark.measure) else {
      return diagnostics.append(.unknownMeasure(benchmark.measure, at: place, known: known))
    }
    benchmarks.append(benchmark)
  }

  /// Says so where a file names an instrument that is not there.
  mutating func checkInstrument(_ name: String, at place: Diagnostic.Place) {
    let names = instruments.map(\.identifier)
    if !names.contains(name) { diagnostics.append(.unknownReference(name, at: place, known: names)) }
  }

  /// Notes a name that is no instrument's and no call's.
  mutating func checkInstrumentOrCall(_ name: String, at place: Diagnostic.Place) {
    guard !calls.contains(where: { $0.identifier == name }) else { return }
    checkInstrument(name, at: place)
  }

  /// Keeps the first of several opportunities of one identifier.
  private mutating func removeDoubles() {
    var places: [String: Diagnostic.Place] = [:]
    var findings: [Diagnostic] = []
    func isFirst(_ opportunity: Opportunity) -> Bool {
      guard let first = places[opportunity.identifier] else {
        places[opportunity.identifier] = opportunity.place
        return true
      }
      findings.append(.double(opportunity.identifier, at: opportunity.place, first: first))
      return false
    }
    instruments = instruments.filter(isFirst)
    calls = calls.filter(isFirst)
    proposals = proposals.filter(isFirst)
    diagnostics += findings
  }

  /// Finds links to what is not there, and cuts chains that come back to where they began.
  private mutating func checkLinks() {
    let above = Dictionary(opportunities.map { ($0.identifier, $0.partOf.compactMap(\.ref)) }) { first, _ in
      first
    }
    let criteria = Dictionary(opportunities.map { ($0.identifier, $0.requirements?.criteria ?? []) }) {
      first, _ in
      first
    }
    for opportunity in opportunities {
      for reference in opportunity.partOf.compactMap(\.ref) where above[reference] == nil {
        diagnostics.append(.unknownReference(reference, at: opportunity.place, known: above.keys.sorted()))
      }
      let wider = FundingData.ancestors(of: opportunity.identifier, above: above)
      let inherited = Set(wider.flatMap { criteria[$0] ?? [] }.map(\.id))
      for criterion in opportunity.requirements?.criteria ?? [] {
        guard let replaced = criterion.overrides, !inherited.contains(replaced) else { continue }
        diagnostics.append(.unknownOverride(replaced, at: criterion.place, known: inherited.sorted()))
      }
    }
    let circular = Set(
      opportunities.map(\.identifier).filter { FundingData.ancestors(of: $0, above: above).contains($0) })
    guard !circular.isEmpty else { return }
    for opportunity in opportunities where circular.contains(opportunity.identifier) {
      diagnostics.append(.circular(opportunity.identifier, at: opportunity.place))
    }
    for index in instruments.indices where circular.contains(instruments[index].identifier) {
      instruments[index].partOf = []
    }
    for index in calls.indices where circular.contains(calls[index].identifier) { calls[index].partOf = [] }
  }

  /// Everything that can be reached upwards; holds the identifier itself where the links run in a circle.
  private static func ancestors(of identifier: String, above: [String: [String]]) -> Set<String> {
    var found: Set<String> = []
    var next = above[identifier] ?? []
    while let reference = next.popLast() {
      if found.insert(reference).inserted { next += above[reference] ?? [] }
    }
    return found
  }

  /// Compares the codes inside criteria with the lists that they come from.
  private mutating func checkCodes(of opportunity: Opportunity) {
    let known = measures.measures.map(\.code)
    for criterion in opportunity.requirements?.criteria ?? [] {
      for parameter in criterion.parameters {
        if let code = parameter.attributes["measure"], !known.contains(code) {
          diagnostics.append(.unknownMeasure(code, at: criterion.place, known: known))
        }
        if let code = parameter.attributes["country"], Country(code) == nil {
          diagnostics.append(.unknownCountry(code, at: criterion.place))
        }
        if let code = parameter.attributes["applicant"], ApplicantClass(rawValue: code) == nil {
          diagnostics.append(.unknownApplicant(code, at: criterion.place))
        }
      }
      for example in criterion.examples {
        for code in example.facts["measures"]?.split(separator: "|").map(String.init) ?? []
        where !known.contains(code) {
          diagnostics.append(.unknownMeasure(code, at: example.place, known: known))
        }
        if let code = example.facts["country"], Country(code) == nil {
          diagnostics.append(.unknownCountry(code, at: example.place))
        }
        if let code = example.facts["applicant"], ApplicantClass(rawValue: code) == nil {
          diagnostics.append(.unknownApplicant(code, at: example.place))
        }
      }
    }
  }

  /// Finds words for what is not there.
  private mutating func checkVocabularies(in folder: String) {
    let known = measures.measures.map(\.code)
    let references = (opportunities + proposals).flatMap(\.translatableTexts).map(\.reference)
    let programmes = SEDIAProgramme.numbered.map(\.words) + opportunities.compactMap(\.programme?.label)
    let expected = Set(
      references + CodeList.allCases.flatMap(\.references) + programmes.map { "programme/" + $0 })
    for language in Language.allCases {
      guard let vocabulary = vocabularies[language] else { continue }
      let place = Diagnostic.Place(file: "\(folder)/words/\(language.rawValue).xml")
      for code in vocabulary.measures.keys.sorted() where !known.contains(code) {
        diagnostics.append(.unknownMeasure(code, at: place, known: known))
      }
      for reference in vocabulary.texts.keys.sorted() where !expected.contains(reference) {
        diagnostics.append(.unknownReference(reference, at: place, known: references))
      }
    }
  }
}

extension Opportunity {
  /// The place in `data/` that it was read at.
  fileprivate var place: Diagnostic.Place {
    switch origin {
    case .curated(let place): place
    case .feed(let dialect): Diagnostic.Place(file: dialect)
    }
  }
}

extension Diagnostic {
  fileprivate static func double(_ identifier: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "duplicate-identifier", at: place,
      Message(
        "'\(identifier)' stands already in \(first.file), line \(first.line ?? 1); this one is left out"))
  }

  fileprivate static func unknownReference(_ reference: String, at place: Place, known: [String])
    -> Diagnostic
  {
    Diagnostic(
      .error, id: "unknown-reference", at: place, Message("'\(reference)' refers to nothing in the data"),
      suggestion: nearest(to: reference, among: known).map { .didYouMean($0) })
  }

  fileprivate static func unknownOverride(_ replaced: String, at place: Place, known: [String]) -> Diagnostic
  {
    Diagnostic(
      .error, id: "unknown-override", at: place, Message("no inherited criterion is called '\(replaced)'"),
      suggestion: nearest(to: replaced, among: known).map { .didYouMean($0) })
  }

  fileprivate static func circular(_ identifier: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "circular-reference", at: place,
      Message("'\(identifier)' is part of itself; its links upwards are left out"))
  }

  fileprivate static func unknownMeasure(_ code: String, at place: Place, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-measure", at: place, Message("unknown measure '\(code)'"),
      suggestion: nearest(to: code, among: known).map { .didYouMean($0) })
  }

  fileprivate static func unknownCountry(_ code: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-country", at: place, Message("'\(code)' is no country code of two capitals"))
  }

  fileprivate static func unknownApplicant(_ code: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-applicant", at: place, Message("unknown class of applicant '\(code)'"),
      suggestion: nearest(to: code, among: ApplicantClass.allCases.map(\.rawValue)).map { .didYouMean($0) })
  }
}
