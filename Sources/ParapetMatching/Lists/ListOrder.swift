public import ParapetModel

/// The order of lists, for rows of which only standing, status and fit were kept.
public struct ListOrder: Sendable {
  private let places: [Int]

  /// The order among offers on a day: what is equal otherwise follows deadline and identifier.
  public init(_ offers: [Offer], on day: Day) {
    let turns = offers.map {
      ListPlace.Turn($0.opportunity, next: $0.opportunity.nextDeadline(on: day))
    }
    var places = [Int](repeating: 0, count: offers.count)
    let order = turns.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
    for (place, turn) in order.enumerated() { places[turn.offset] = place }
    self.places = places
  }

  /// A number that orders the rows of one list, best first.
  ///
  /// - Parameter place: the place of the offer among those that the order was made of.
  public func key(_ standing: Match.Standing, _ status: DayStatus, fit: Int, of place: Int) -> UInt64 {
    ListPlace.merit(standing, status, fit: fit) | UInt64(places[place])
  }
}
