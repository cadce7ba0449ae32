import ParapetModel

/// A value of one fact at which a criterion would be satisfied, as the criterion itself knows it.
enum Proposal: Hashable, Sendable {
  /// A further partner that counts, and up to how many of them could be asked for.
  case partner(Change.NewPartner, atMost: Int)
  /// The measures that are accepted of those wanted.
  case measures([String])
  /// A first day of work.
  case start(Day)
  /// A last day of work.
  case end(Day)
  /// A number of months that the work may take at most, or must take at least.
  case months(Int)
  /// A change that is one whole.
  case change(Change)

  /// Whose decision it is.
  var power: Fact.Power {
    if case .change(let change) = self { change.power } else { fact.declaration.power }
  }

  /// The fact that it is about.
  var fact: Fact {
    switch self {
    case .partner: .partners
    case .measures: .measures
    case .start, .end, .months: .end
    case .change(let change): change.fact
    }
  }
}
