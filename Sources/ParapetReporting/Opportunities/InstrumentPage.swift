import ParapetMatching
import ParapetModel

/// What a finance officer asks of an instrument, in the order of the questions, each line with its source.
struct InstrumentPage {
  let text: OfferText
  let day: Day

  private var words: any Sentences { text.words }
  private var offer: Offer { text.offer }

  /// The questions and their answers; a question without any answer is left out.
  ///
  /// - Parameter without: questions that are answered elsewhere.
  func sections(level: Int, without: Set<Label> = []) -> [Block] {
    var blocks: [Block] = []
    func add(_ label: Label, _ entries: @autoclosure () -> [ListEntry]) {
      guard !without.contains(label) else { return }
      let entries = entries()
      guard !entries.isEmpty else { return }
      blocks += [.heading(level: level, words.label(label)), .list(entries)]
    }
    add(.whatItPays, measures)
    add(.whoCanApply, criteria(["applicant-class", "population", "region-category", "consortium"]))
    add(.whereItPays, criteria(["territory"]))
    add(.howMuch, amounts)
    add(.untilWhen, times + criteria(["duration", "completion"]))
    add(.howCostsCount, rules)
    return blocks
  }

  /// How many statements of the page rest on each grade.
  var grades: [ListEntry] {
    var counts: [Grade: Int] = [:]
    for citation in citations { counts[citation.grade, default: 0] += 1 }
    return Grade.allCases.compactMap { grade in
      counts[grade].map { ListEntry(Phrase(words.pair(words.word(grade), words.number($0)))) }
    }
  }

  /// Everything that the page cites: criteria, amounts, rules and remarks.
  private var citations: [Citation] {
    let funding = offer.funding
    let limits = [funding.minimumGrant?.citation, funding.maximumGrant?.citation].compactMap(\.self)
    return trees.flatMap(\.criteria).map(\.citation) + funding.rates.map(\.citation) + limits
      + envelopes.map(\.citation) + costTerms.map(\.citation) + text.conditions.map(\.citation)
      + (text.cadence.map { [$0.citation] } ?? [])
  }
}

// What it pays for.
extension InstrumentPage {
  /// A line for each answer and each criterion that carries it.
  private var measures: [ListEntry] {
    let cells = offer.namedMeasures(on: day).map { (measure: $0, coverage: offer.coverage(of: $0, on: day)) }
    return [(.core, Label.madeFor), (.possible, .canPayFor), (.no, .doesNotPayFor)].flatMap {
      (answer: Coverage.Answer, label: Label) in
      let own = cells.filter { $0.coverage.answer == answer }
      var carriers: [String] = []
      for cell in own {
        if let carrier = cell.coverage.criterion, !carriers.contains(carrier) { carriers.append(carrier) }
      }
      return carriers.compactMap { carrier -> ListEntry? in
        let carried = own.filter { $0.coverage.criterion == carrier }
        guard let citation = carried.first?.coverage.citation else { return nil }
        let names = carried.map { words.name(measure: $0.measure) }.joined(separator: ", ")
        return cited(words.pair(words.label(label), names), citation)
      }
    }
  }
}

// Who can apply and where.
extension InstrumentPage {
  /// The trees in force, widest first, without the criteria that a nearer one replaces.
  private var trees: [Requirement] {
    let all = text.chain.reversed().compactMap(\.requirements)
    let replaced = Set(all.flatMap(\.criteria).compactMap(\.overrides))
    return all.compactMap { tree in
      tree.keeping { !replaced.contains($0.id) && $0.citation.holds(on: day) }
    }
  }

  private func criteria(_ kinds: Set<String>) -> [ListEntry] {
    trees.compactMap { $0.about(kinds) }.flatMap(entries)
  }

  /// A tree as lines; what must all hold needs no line of its own.
  private func entries(_ requirement: Requirement) -> [ListEntry] {
    switch requirement {
    case .all(let parts): return parts.flatMap(entries)
    case .any(let parts) where parts.count == 1: return parts.flatMap(entries)
    case .any(let parts):
      return [ListEntry(Phrase(words.label(.anyOf)), children: parts.flatMap(entries))]
    case .not(let part): return [ListEntry(Phrase(words.label(.notThis)), children: entries(part))]
    case .criterion(let criterion):
      return [cited(words.required(criterion.required(on: day)) + ".", criterion.citation)]
    }
  }
}

// How much, until when, and how costs count.
extension InstrumentPage {
  private var amounts: [ListEntry] {
    let funding = offer.funding
    let rates = RateGroup.all(of: funding.rates).map { cited($0.sentence(words), $0.rate.citation) }
    let limits = [
      funding.minimumGrant.map { cited(words.term(.minimumGrant($0.value)), $0.citation) }
        ?? unknown(.minimumGrant),
      funding.maximumGrant.map { cited(words.term(.maximumGrant($0.value)), $0.citation) }
        ?? unknown(.maximumGrant),
    ]
    let budgets = envelopes.map {
      cited(words.note(.envelope(amount: words.money($0.amount), year: $0.year)), $0.citation)
    }
    let sums = funding.lumpSums.map { [cited(words.term(.lumpSums($0.value)), $0.citation)] } ?? []
    return (!rates.isEmpty ? rates : sums.isEmpty ? [unknown(.rate)] : []) + sums + limits
      + (budgets.isEmpty ? [unknown(.envelope)] : budgets)
  }

  private var envelopes: [AvailableAmount] {
    text.chain.lazy.map(\.funding.available).first { !$0.isEmpty } ?? []
  }

  private var times: [ListEntry] {
    var entries: [ListEntry] = []
    if let period = text.chain.lazy.compactMap(\.period).first {
      let span = words.date(period.from) + " – " + words.date(period.to)
      var line = Phrase(words.pair(words.label(.period), span))
      if let basis = text.chain.lazy.compactMap(\.legalBases.first).first {
        let url = SourceAddress.url(of: "CELEX:\(basis.celex)", in: words.language)
        line = line + " (" + .link(basis.label, url: url) + ")"
      }
      entries.append(ListEntry(line))
    }
    guard let cadence = text.cadence else {
      return entries + [ListEntry(Phrase(words.note(.nothingExpected)))]
    }
    let expected = words.note(.expectedNotPublished) + " " + cadence.text
    return entries + [cited(words.pair(words.label(.nextCall), expected), cadence.citation)]
  }

  private var costTerms: [StatedTerm] {
    let figures: [Assumption.Figure] = [.form, .vat, .indirect, .equipment, .works, .rounding]
    return figures.compactMap { StatedTerm($0, in: offer.terms) }
      + [StatedTerm(simplifiedIn: offer.terms)].compactMap(\.self)
  }

  private var rules: [ListEntry] { costTerms.map { cited(words.term($0.value), $0.citation) } }

  private func unknown(_ label: Label) -> ListEntry {
    ListEntry(Phrase(words.pair(words.label(label), words.label(.notStated))))
  }

  private func cited(_ text: String, _ citation: Citation) -> ListEntry {
    ListEntry(Phrase(text + " (") + words.source(of: citation) + ")")
  }
}

extension Requirement {
  /// The tree without the criteria that are not wanted, or nothing where none is left.
  func keeping(_ isWanted: (Criterion) -> Bool) -> Requirement? {
    switch self {
    case .all(let parts):
      let kept = parts.compactMap { $0.keeping(isWanted) }
      return kept.isEmpty ? nil : .all(kept)
    case .any(let parts):
      let kept = parts.compactMap { $0.keeping(isWanted) }
      return kept.isEmpty ? nil : .any(kept)
    case .not(let part): return part.keeping(isWanted).map { .not($0) }
    case .criterion(let criterion): return isWanted(criterion) ? self : nil
    }
  }
  /// The conditions of some kinds; alternatives stay together, under the kind of the first.
  func about(_ kinds: Set<String>) -> Requirement? {
    switch self {
    case .all(let parts):
      let kept = parts.compactMap { $0.about(kinds) }
      return kept.isEmpty ? nil : .all(kept)
    case .any, .not, .criterion:
      return criteria.first.map { kinds.contains($0.kind) } == true ? self : nil
    }
  }
}
