extension SubjectIndex {
  /// An index of opportunities of which most are in another one by the same lexicon: both are merged as segments are.
  ///
  /// What a term weighs in a text depends on no other text, so that the merged index is the one that all texts together make,
  /// but for the numbers of terms, which nobody sees.
  ///
  /// - Parameter places: the place of each opportunity in the former index; `nil` is not in it.
  convenience init(
    _ documents: [SearchedTexts], counts: (Int) -> TextCounts?, after former: SubjectIndex, at places: [Int?]
  ) {
    let new = places.indices.filter { places[$0] == nil }
    let fresh = SubjectIndex(new.map { documents[$0] }, lexicon: former.lexicon) { counts(new[$0]) }
    var moved = [Int32](repeating: -1, count: former.count)
    var sources = [(isOld: Bool, place: Int)](repeating: (false, 0), count: documents.count)
    for (place, old) in places.enumerated() {
      guard let old else { continue }
      moved[old] = Int32(place)
      sources[place] = (true, old)
    }
    for (old, place) in new.enumerated() { sources[place].place = old }
    let moves = [moved, new.map { Int32($0) }]
    var merge = Merge(capacity: former.postings.count + fresh.postings.count)
    for (number, key) in former.numbers.keys.enumerated() {
      merge.add(former.postings(of: Int32(number)), moves[0])
      if let other = fresh.number(of: key) { merge.add(fresh.postings(of: other), moves[1]) }
      merge.end(key, former.rarities[number])
    }
    for (number, key) in fresh.numbers.keys.enumerated() where former.number(of: key) == nil {
      merge.add(fresh.postings(of: Int32(number)), moves[1])
      merge.end(key, fresh.rarities[number])
    }
    let segments = sources.map { (index: $0.isOld ? former : fresh, place: $0.place) }
    self.init(
      TermTable(
        numbers: merge.numbers, rarities: merge.rarities, starts: merge.starts, postings: merge.postings),
      DocumentTable(
        titleWeights: segments.map { $0.index.titleWeights[$0.place] },
        fields: segments.map { $0.index.fields[$0.place] },
        titles: segments.map { $0.index.titles[$0.place] },
        realms: segments.map { $0.index.realms[$0.place] },
        directions: segments.flatMap { $0.index.direction(of: $0.place) }),
      lexicon: former.lexicon)
  }

  /// The direction of an opportunity, as it was before it was laid beside others.
  private func direction(of document: Int) -> [Float] {
    let size = directions.count / max(1, (count + 7) / 8)
    return (0..<size).map { directions[document / 8 * size + $0][document % 8] }
  }

  /// Terms and postings of two segments on their way into one.
  private struct Merge {
    private(set) var numbers = NumberTable(capacity: 1 << 15)
    private(set) var rarities: [Float] = []
    private(set) var starts: [Int32] = [0]
    private(set) var postings: [Posting] = []

    init(capacity: Int) { postings.reserveCapacity(capacity) }

    /// Adds uses of the term at hand by the opportunities that are still there.
    mutating func add(_ uses: ArraySlice<Posting>, _ places: [Int32]) {
      for use in uses where places[Int(use.document)] >= 0 {
        var use = use
        use.document = places[Int(use.document)]
        postings.append(use)
      }
    }

    /// Ends a term; one that nothing uses any more is none.
    mutating func end(_ key: UInt64, _ rarity: Float) {
      let start = Int(starts[starts.count - 1])
      guard postings.count > start else { return }
      let isSorted = (start + 1..<postings.count).allSatisfy {
        postings[$0 - 1].document < postings[$0].document
      }
      if !isSorted { postings[start...].sort { $0.document < $1.document } }
      _ = numbers.number(of: key, orNext: rarities.count)
      rarities.append(rarity)
      starts.append(Int32(postings.count))
    }
  }
}
