import ParapetSearching
import ParapetMatching
import ParapetModel

/// Where a pair stands and why, in words and for machines.
struct PlacementText {
  let placement: Placement
  let match: Match
  let words: any Sentences

  /// A few say what the rest repeats.
  private static let told = 2

  private var lead: PlacementLead? {
    guard let cut = placement.cut else { return nil }
    if cut.isBetterJudged(than: match) { return .standing(own: match.standing, other: cut.match.standing) }
    if cut.isSooner(than: match) { return .status(own: match.status, other: cut.match.status) }
    // What the list leaves out may be ahead in all that orders it; then only the gate keeps it down.
    guard cut.match.fit.total > match.fit.total else { return nil }
    return .fit(own: match.fit.total, other: cut.match.fit.total)
  }

  private var identifier: String? { placement.cut?.match.offer.opportunity.identifier }

  /// The place alone, or the sentences for people.
  var text: String {
    let sentences = sentences
    return sentences.count == 1 && placement.gate == nil
      ? sentences[0] : sentences.joined(separator: ". ") + "."
  }

  private var sentences: [String] {
    let work = placement.work.map { demand in
      (demand.texts.text(in: words.language) ?? demand.form)
        + " (\(words.source(of: demand.citation).plain(in: words)))"
    }
    var sentences = [
      words.placement(rank: placement.rank, of: placement.count, gate: placement.gate, work: work)
    ]
    guard let cut = placement.cut, let identifier, let rank = cut.match.rank else { return sentences }
    if let lead { sentences.append(words.lead(of: identifier, rank: rank, lead)) }
    let addends = cut.lost.prefix(PlacementText.told).map { words.points(words.word($0.name), $0.points) }
    let isSubject = cut.lost.prefix(PlacementText.told).contains { $0.name == .words }
    let evidence = isSubject ? cut.evidence.prefix(PlacementText.told).map { words.word($0) } : []
    if !addends.isEmpty { sentences.append(words.lost(addends, evidence: evidence)) }
    return sentences
  }

  /// The same as JSON.
  var part: Part {
    Part(
      rank: placement.rank, of: placement.count, gate: OrNull(wrappedValue: placement.gate?.rawValue),
      cut: OrNull(
        wrappedValue: placement.cut.map { cut in
          Part.Cut(
            rank: cut.match.rank ?? 0, opportunity: cut.match.offer.opportunity.identifier,
            verdict: cut.match.verdict.rawValue, status: cut.match.status.rawValue, fit: cut.match.fit.total,
            lost: cut.lost.map { Part.Lost(name: $0.name.rawValue, points: $0.points) },
            evidence: cut.evidence.map(\.rawValue))
        }), text: text)
  }

  struct Part: Encodable {
    var rank: Int
    var of: Int
    var gate: OrNull<String>
    var cut: OrNull<Cut>
    var text: String

    struct Cut: Encodable, Sendable {
      var rank: Int
      var opportunity: String
      var verdict: String
      var status: String
      var fit: Int
      var lost: [Lost]
      var evidence: [String]
    }

    struct Lost: Encodable, Sendable {
      var name: String
      var points: Int
    }
  }
}
