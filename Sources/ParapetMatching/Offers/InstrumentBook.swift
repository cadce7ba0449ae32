public import ParapetModel

/// The instruments and calls of our own files, by which every opportunity is judged.
///
/// A call inherits the conditions of its instrument, and that of the wider one. A topic of a feed finds its
/// instrument by programme, identifier and type of action.
public struct InstrumentBook: Sendable {
  /// What could not be understood in the requirements, in the order of the files.
  public let diagnostics: [Diagnostic]
  /// Each instrument with those above it, nearest first: many offers share one list.
  private let chains: [String: [Opportunity]]
  private let scopes: InstrumentScopes
  private let trees: [String: Tree]
  private let calls: [String: Opportunity]
  private let standing: [Opportunity]

  /// A book of instruments and of the calls that are known from our own files.
  public init(instruments: [Opportunity], calls: [Opportunity]) {
    var diagnostics: [Diagnostic] = []
    let byName = Dictionary(instruments.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    chains = byName.mapValues { [$0] + InstrumentBook.chain(above: $0, in: byName) }
    self.calls = Dictionary(calls.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    scopes = InstrumentScopes(instruments)
    var trees: [String: Tree] = [:]
    for opportunity in instruments + calls {
      let above = InstrumentBook.chain(above: opportunity, in: byName)
      let own = opportunity.requirements?.criteria.map(\.place) ?? []
      trees[opportunity.identifier] = InstrumentBook.tree(opportunity, above: above) { criterion, fault in
        // A fault is told once, where it is written, and not again for every call that inherits it.
        guard own.contains(criterion.place) else { return }
        diagnostics.append(
          Diagnostic(
            .error, id: "unreadable-criterion", at: criterion.place,
            Message("criterion '\(criterion.id)': \(fault.message)"),
            suggestion: fault.suggestion.map { Message($0) }))
      }
      if above.count == InstrumentBook.longestChain {
        diagnostics.append(InstrumentBook.chainTooLong(opportunity))
      }
      for part in opportunity.partOf where part.level.isStanding {
        guard let ref = part.ref, byName[ref] == nil else { continue }
        diagnostics.append(
          InstrumentBook.unknownInstrument(ref, of: opportunity, among: byName.keys.sorted()))
      }
    }
    self.trees = trees
    self.diagnostics = diagnostics
    let wider = Set(instruments.flatMap(\.partOf).compactMap(\.ref))
    standing = instruments.filter { $0.management == .shared || !wider.contains($0.identifier) }
  }

  /// Everything that a city can look at on a day: the opportunities of the catalogue, our own calls, and each
  /// instrument of which no call is open, forthcoming or without dates on that day.
  ///
  /// What is only proposed is on offer to nobody. An instrument that others refine has no row of its own, except
  /// where a managing authority runs it.
  ///
  /// - Parameters:
  ///   - gists: what was kept of the opportunities' texts.
  ///   - memory: the offers that another night made, by this book.
  public func offers(
    _ opportunities: [Opportunity], on day: Day, gists: Gists = Gists(),
    remembering memory: OfferMemory? = nil
  ) -> [Offer] {
    guard let memory else { return offers(opportunities, on: day, gists) { $1() } }
    return memory.remembering { offers(opportunities, on: day, gists, by: $0) }
  }

  private func offers(
    _ opportunities: [Opportunity], on day: Day, _ gists: Gists,
    by remembered: (Opportunity, () -> Offer) -> Offer
  ) -> [Offer] {
    var merged: Set<String> = []
    var offers = opportunities.compactMap { opportunity -> Offer? in
      guard !opportunity.isProposal else { return nil }
      if curated(opportunity) != nil { merged.insert(opportunity.identifier) }
      return remembered(opportunity) { offer(opportunity, among: gists) }
    }
    for identifier in calls.keys.sorted() where !merged.contains(identifier) {
      if let call = calls[identifier] { offers.append(remembered(call) { offer(call) }) }
    }
    var called: Set<String> = []
    for offer in offers where offer.opportunity.status(on: day) != .closed && !offer.isForSomeRegionsAlone {
      for instrument in offer.instruments { called.insert(instrument.identifier) }
    }
    let uncalled = standing.filter { !called.contains($0.identifier) }
    return offers + uncalled.map { instrument in remembered(instrument) { offer(instrument) } }
  }

  /// An opportunity with what its instruments add, and with our own file's facts where we have one of it.
  public func offer(_ opportunity: Opportunity) -> Offer { offer(opportunity, gist: nil) }

  /// The same, with what was kept of the opportunity's texts.
  public func offer(_ opportunity: Opportunity, among gists: Gists) -> Offer {
    offer(opportunity, gist: gists[opportunity])
  }

  private func offer(_ opportunity: Opportunity, gist: Gist?) -> Offer {
    var merged = opportunity
    var differences = opportunity.disagreements.map(Offer.Difference.init)
    // Our own file adds texts of its own.
    var textsOfOffer = gist
    if let curated = curated(opportunity) {
      textsOfOffer = nil
      let completed = curated.completed(by: opportunity)
      merged = completed.0
      differences = completed.1 + differences
    }
    let above = chain(above: merged)
    let prose = ProseConditions(of: opportunity, gist: gist)
    merged.funding = prose.completed(merged.funding, above: above)
    // What our own file says of a call, and what its record states: both must hold.
    let isJoined = merged.requirements != nil && curated(opportunity)?.requirements != merged.requirements
    var tree: Tree
    if merged.requirements == nil, let nearest = above.first, let shared = trees[nearest.identifier] {
      tree = shared
    } else {
      let own = isJoined ? nil : trees[merged.identifier]
      tree = own ?? InstrumentBook.tree(merged, above: above) { _, _ in }
    }
    let read = prose.criteria(beside: tree)
    if !read.isEmpty {
      tree = InstrumentBook.tree(merged, above: above, read: read) { _, _ in }
    }
    return Offer(
      merged, instruments: above, tree: tree,
      hasOwnConditions: opportunity.statesConditions || curated(opportunity)?.statesConditions ?? false,
      differences: differences, gist: textsOfOffer)
  }

  /// Every instrument of the book as an offer of its own, by identifier.
  public var allInstruments: [Offer] {
    chains.keys.sorted().compactMap { chains[$0]?.first }.map { offer($0) }
  }

  /// Every call of our own files as an offer, by identifier.
  var allCalls: [Offer] { calls.keys.sorted().compactMap { calls[$0] }.map { offer($0) } }

  private func chain(above opportunity: Opportunity) -> [Opportunity] {
    let stated = opportunity.partOf.first { $0.level.isStanding }?.ref
    if let stated, let chain = chains[stated] {
      // Instruments in a circle end where they began.
      return opportunity.level.isStanding
        ? chain.filter { $0.identifier != opportunity.identifier } : chain
    }
    guard !opportunity.level.isStanding else { return [] }
    return scopes.instrument(governing: opportunity).flatMap { chains[$0] } ?? []
  }

  /// Our own record of the call that a feed's record describes.
  ///
  /// A project that passes money on carries the identifier of the topic that pays it, and is another call.
  private func curated(_ opportunity: Opportunity) -> Opportunity? {
    guard case .feed = opportunity.origin, !opportunity.isCascade else {
      return nil
    }
    return calls[opportunity.identifier]
  }

  /// How many instruments one may stand under: the Union's have three. What is above counts no more, and is told.
  static let longestChain = 16

  private static func chain(
    above opportunity: Opportunity, in instruments: [String: Opportunity]
  ) -> [Opportunity] {
    var chain: [Opportunity] = []
    var seen: Set<String> = [opportunity.identifier]
    var current = opportunity
    while chain.count < longestChain, let ref = current.partOf.first(where: { $0.level.isStanding })?.ref,
      let next = instruments[ref], seen.insert(ref).inserted
    {
      chain.append(next)
      current = next
    }
    return chain
  }

  private static func tree(
    _ opportunity: Opportunity, above: [Opportunity], read: [Criterion] = [],
    fault: (Criterion, CriterionFault) -> Void
  ) -> Tree {
    let stated = (above.reversed() + [opportunity]).compactMap(\.requirements)
    return Tree(stated + read.map { .criterion($0) }, fault: fault)
  }

  private static func chainTooLong(_ opportunity: Opportunity) -> Diagnostic {
    var place = Diagnostic.Place(file: "")
    if case .curated(let known) = opportunity.origin { place = known }
    return Diagnostic(
      .error, id: "chain-too-long", at: place,
      Message(
        "'\(opportunity.identifier)' stands under \(longestChain) instruments or more: the rules of those further up are left out"
      )
    )
  }

  private static func unknownInstrument(
    _ ref: String, of opportunity: Opportunity, among names: [String]
  ) -> Diagnostic {
    var place = Diagnostic.Place(file: "")
    if case .curated(let known) = opportunity.origin { place = known }
    return Diagnostic(
      .error, id: "unknown-instrument", at: place,
      Message("'\(opportunity.identifier)' is part of '\(ref)', which no file describes"),
      suggestion: Diagnostic.nearest(to: ref, among: names).map { .didYouMean($0) })
  }
}
