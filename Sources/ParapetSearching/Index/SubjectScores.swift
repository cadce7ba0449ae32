import ParapetModel

/// How near each opportunity of an index is to one item's subject.
struct SubjectScores {
  /// The relevance of each opportunity, from none.
  private(set) var relevance: [Float]
  /// What was counted of each.
  private(set) var counts: [Counts]
  /// Whether a term of the item's measures stands in the text of each.
  private(set) var usesMeasure: [Bool]
  /// The relevance by the item's own words and concepts, without its measures and what is merely near, by their share of all
  /// words of the item, known or not.
  private var ownRelevance: [Float]
  /// The least of it with which an item is spoken of.
  private let ownFloor: Float
  /// What each kind of evidence came to, in the order in which it was added, where that was asked for.
  private(set) var parts: [(part: RelevancePart, values: [Float])]?

  /// What of an item stands in the texts of one opportunity: four counts side by side, so that a posting adds to all at once.
  ///
  /// They count the first 32,768 terms of an item, which leaves room for its measures; those after them are searched for all the same.
  struct Counts {
    fileprivate var lanes = SIMD4<UInt16>.zero

    /// How many of the item's own words and concepts stand in the opportunity's own text and not only in its instrument's.
    var ownTerms: Int { Int(lanes[0]) }
    /// How many of the item's own concepts stand in the opportunity's title or among its keywords.
    var named: Int { Int(lanes[1]) }
    /// How many terms of the item stand in its own text.
    fileprivate var ownUses: Int { Int(lanes[2]) }
    /// How many stand in the instrument's texts alone.
    fileprivate var instrumentTerms: Int { Int(lanes[3]) }

    static let mostTerms = 1 << 15

    /// What each use of a term adds, by its `kind`.
    fileprivate static func additions(of kind: SubjectIndex.Kind, isOwn: Bool) -> [SIMD4<UInt16>] {
      SubjectIndex.Use.kinds.map { use in
        let isOwn = isOwn && !use.isOfInstrument
        return SIMD4(
          isOwn ? 1 : 0, isOwn && kind == .concept && use.isOfHeading ? 1 : 0,
          use.counts && !use.isOfInstrument ? 1 : 0, use.counts && use.isOfInstrument ? 1 : 0)
      }
    }
  }

  /// What the passages' weights are told in, so that all weights are of one size.
  private static let passageUnit: Float = 40

  /// - Parameter parts: whether to keep what each kind of evidence came to.
  init(_ query: SubjectQuery, in index: SubjectIndex, parts keepsParts: Bool = false) {
    let weights = index.lexicon.weights
    relevance = [Float](repeating: 0, count: index.count)
    counts = [Counts](repeating: Counts(), count: index.count)
    usesMeasure = [Bool](repeating: false, count: index.count)
    ownRelevance = []
    ownFloor = Float(weights[.ownFloor])
    parts = keepsParts ? [] : nil
    addTerms(query, .word, index)
    note(.words)
    addTerms(query, .concept, index)
    note(.concepts)
    addTerms(query, .pair, index)
    note(.pairs)
    let share = query.wordsWeight > 0 ? min(1, query.weight / query.wordsWeight) : 1
    ownRelevance = relevance.map { $0 * share }
    addMeasures(query, Float(weights[.measures]), index)
    note(.measures)
    change(&ownRelevance) { $0 - $1 }
    addCoverage(query, Float(weights[.coverage]), index)
    note(.coverage)
    addTitles(query, Float(weights[.titles]), index)
    note(.titles)
    addPassages(
      query.sentences.map(\.words), Float(weights[.passagesWords]) / SubjectScores.passageUnit, index)
    note(.passagesWords)
    addPassages(
      query.sentences.map(\.concepts), Float(weights[.passagesConcepts]) / SubjectScores.passageUnit, index)
    note(.passagesConcepts)
    change(&ownRelevance) { $0 + $1 }
    addNearness(query, Float(weights[.nearness]), index)
    note(.nearness)
  }

  /// Changes some values by the relevance as it stands, without a check of each place.
  private func change(_ values: inout [Float], by operation: (Float, Float) -> Float) {
    precondition(values.count == relevance.count, "each opportunity has both")
    relevance.withUnsafeBufferPointer { relevance in
      values.withUnsafeMutableBufferPointer { values in
        for document in relevance.indices {
          values[document] = operation(values[document], relevance[document])
        }
      }
    }
  }

  /// Keeps what has been added since the last note as one part.
  private mutating func note(_ part: RelevancePart) {
    guard let known = parts else { return }
    var added = relevance
    for (_, values) in known {
      for document in added.indices { added[document] -= values[document] }
    }
    parts = known + [(part, added)]
  }

  /// Adds the terms of one kind, by their share of all that the item says.
  private mutating func addTerms(_ query: SubjectQuery, _ kind: SubjectIndex.Kind, _ index: SubjectIndex) {
    let share = query.weight > 0 ? 1 / query.weight : 0
    let own = Counts.additions(of: kind, isOwn: true)
    let wider = Counts.additions(of: kind, isOwn: false)
    // The innermost loop of a search checks no place, since the index gives none but those of its opportunities.
    relevance.withUnsafeMutableBufferPointer { relevance in
      counts.withUnsafeMutableBufferPointer { counts in
        for (place, term) in query.terms.enumerated() where term.kind == kind {
          index.withUses(of: term.number) { uses in
            guard kind != .pair, place < Counts.mostTerms else {
              for use in uses { relevance[use.document] += term.weight * use.impact * share }
              return
            }
            (term.isOwn ? own : wider).withUnsafeBufferPointer { additions in
              for use in uses {
                relevance[use.document] += term.weight * use.impact * share
                counts[use.document].lanes &+= additions[use.kind]
              }
            }
          }
        }
      }
    }
  }

  /// Adds the terms of the item's measures.
  private mutating func addMeasures(_ query: SubjectQuery, _ weight: Float, _ index: SubjectIndex) {
    let share = query.measureWeight > 0 ? weight / query.measureWeight : 0
    let additions = Counts.additions(of: .measure, isOwn: false)
    for term in query.measures {
      index.withUses(of: term.number) { uses in
        for use in uses {
          relevance[use.document] += use.impact * share
          counts[use.document].lanes &+= additions[use.kind]
          if !use.isOfInstrument { usesMeasure[use.document] = true }
        }
      }
    }
  }

  /// Adds the share of each title's words that the item uses.
  private mutating func addCoverage(_ query: SubjectQuery, _ weight: Float, _ index: SubjectIndex) {
    var covered = TitleSums(index)
    for term in query.terms where term.kind == .word { covered.add(term.number, index) }
    covered.forEach { document, sum in
      relevance[document] += weight * min(1, sum / index.titleWeights[document])
    }
  }

  /// Adds how alike the titles are: twice what they share, by what both say (Dice).
  private mutating func addTitles(_ query: SubjectQuery, _ weight: Float, _ index: SubjectIndex) {
    guard weight > 0 else { return }
    var shared = TitleSums(index)
    for term in query.title { shared.add(term, index) }
    shared.forEach { document, sum in
      relevance[document] += weight * min(1, 2 * sum / (query.titleWeight + index.titleWeights[document]))
    }
  }

  /// Adds how near the directions are; only beside words in common, so that nothing is found by it alone.
  private mutating func addNearness(_ query: SubjectQuery, _ weight: Float, _ index: SubjectIndex) {
    let size = query.direction.count
    guard weight > 0, size > 0, index.directions.count == (index.count + 7) / 8 * size else { return }
    query.direction.withUnsafeBufferPointer { item in
      index.directions.withUnsafeBufferPointer { directions in
        for block in 0..<(index.count + 7) / 8 {
          let documents = block * 8..<min(block * 8 + 8, index.count)
          guard relevance[documents].contains(where: { $0 > 0 }) else { continue }
          var products = SIMD8<Float>.zero
          for component in 0..<size { products += item[component] * directions[block * size + component] }
          for document in documents where relevance[document] > 0 {
            relevance[document] += weight * max(0, products[document - documents.lowerBound])
          }
        }
      }
    }
  }

  /// Whether the item's own words and concepts stand in an opportunity's texts.
  func speaksOfItem(_ document: Int) -> Bool { ownRelevance[document] >= ownFloor }

  /// Whether the words that are quoted are of the opportunity's own text.
  ///
  /// - Parameter quotes: the words; asked for only where those of the instrument alone could fill the quotation.
  func isOfTopic(_ document: Int, quotes: () -> [WordEvidence.Hit]) -> Bool {
    guard counts[document].ownUses > 0 else { return false }
    return counts[document].instrumentTerms < WordSearch.quoted
      || quotes().contains { $0.field != .instrument }
  }

  /// Adds what the three best sentences have of each title: a topic is answered in a few sentences, wherever they stand.
  private mutating func addPassages(_ sentences: [[Int32]], _ weight: Float, _ index: SubjectIndex) {
    guard weight > 0 else { return }
    var best = [SIMD4<Float>](repeating: .zero, count: index.count)
    var found: [Int] = []
    var sums = TitleSums(index)
    best.withUnsafeMutableBufferPointer { best in
      for terms in sentences {
        for term in terms { sums.add(term, index) }
        sums.forEach { document, sum in
          if best[document][0] == 0 { found.append(document) }
          SubjectScores.insert(sum, into: &best[document])
        }
        sums.removeAll()
      }
      for document in found {
        let three = best[document]
        relevance[document] += weight * (three[0] + three[1] + three[2])
      }
    }
  }

  /// Keeps the three largest, largest first.
  private static func insert(_ value: Float, into best: inout SIMD4<Float>) {
    if value > best[0] {
      best = SIMD4(value, best[0], best[1], 0)
    } else if value > best[1] {
      best = SIMD4(best[0], value, best[1], 0)
    } else if value > best[2] {
      best[2] = value
    }
  }

  /// The words behind an opportunity's relevance, weightiest first, each once.
  static func quotes(
    _ query: SubjectQuery, _ document: Int, in index: SubjectIndex, _ fields: TextFields, count: Int
  ) -> [WordEvidence.Hit] {
    var found: [(weight: Float, hit: WordEvidence.Hit)] = []
    for term in query.terms + query.measures where term.kind != .pair {
      guard let use = index.posting(of: term.number, in: document), use.impact > 0 else { continue }
      let hit = WordEvidence.Hit(text: fields.quote(use.place), field: use.place.field)
      if let known = found.firstIndex(where: { $0.hit == hit }) {
        found[known].weight += term.weight * use.impact
      } else {
        found.append((term.weight * use.impact, hit))
      }
    }
    // Of equal weight the first in the alphabet: the order of terms is that of the item's words.
    found.sort { ($1.weight, $0.hit.text) < ($0.weight, $1.hit.text) }
    return found.prefix(count).map(\.hit)
  }
}

/// How much some terms tell together that stand in the title of each opportunity; few titles have any of them.
private struct TitleSums {
  private var sums: [Float]
  private var touched: [Int32] = []

  init(_ index: SubjectIndex) { sums = [Float](repeating: 0, count: index.count) }

  /// Adds a term.
  mutating func add(_ term: Int32, _ index: SubjectIndex) {
    let rarity = index.rarity(of: term)
    // What every call uses tells nothing.
    guard rarity > 0 else { return }
    sums.withUnsafeMutableBufferPointer { sums in
      index.inTitles.withDocuments(of: term) { documents in
        for document in documents {
          if sums[Int(document)] == 0 { touched.append(document) }
          sums[Int(document)] += rarity
        }
      }
    }
  }

  /// Calls a function with each opportunity whose title has any of the terms.
  func forEach(_ body: (_ document: Int, _ sum: Float) -> Void) {
    for document in touched { body(Int(document), sums[Int(document)]) }
  }

  /// Begins anew.
  mutating func removeAll() {
    for document in touched { sums[Int(document)] = 0 }
    touched.removeAll(keepingCapacity: true)
  }
}

extension SubjectIndex {
  /// A term in one opportunity, or nothing where it does not stand there.
  func posting(of term: Int32, in document: Int) -> Posting? {
    let uses = postings(of: term)
    var low = uses.startIndex
    var high = uses.endIndex
    while low < high {
      let middle = (low + high) / 2
      if uses[middle].document < document { low = middle + 1 } else { high = middle }
    }
    guard low < uses.endIndex, uses[low].document == document else { return nil }
    return uses[low]
  }
}
