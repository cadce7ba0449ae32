/// Which authority a city asks for the money of an instrument under shared management.
public struct AuthorityBook: Hashable, Sendable {
  /// The authorities, in the order of the file.
  public private(set) var authorities: [Authority]
  /// The fund that each instrument spends, by the instrument's identifier.
  public private(set) var funds: [String: SharedFund]

  /// A book of authorities and of the instruments that they manage.
  public init(_ authorities: [Authority] = [], funds: [String: SharedFund] = [:]) {
    self.authorities = authorities
    self.funds = funds
  }

  /// The authorities to ask: those whose area is the smallest around a place, in the order of the file.
  ///
  /// Several come back where a place has several programmes of one fund, as along borders. An authority without an
  /// office says that nobody read who it is; none at all says that the book has nothing on the place.
  ///
  /// - Parameters:
  ///   - instrument: the identifier of an instrument.
  ///   - nuts: the place's region, of any version of NUTS since 2013; nothing where it is unknown.
  ///   - country: the place's country, which decides where the region is unknown.
  public func authorities(for instrument: String, nuts: String?, country: Country?) -> [Authority] {
    guard let fund = funds[instrument], let place = nuts ?? country?.code else { return [] }
    let known = authorities.filter { $0.funds.contains(fund) }
    let matches = known.compactMap { authority in
      authority.areas.compactMap { AuthorityBook.depth(of: $0.nuts, around: place) }.max().map {
        (authority, $0)
      }
    }
    // Cooperation across borders has several programmes for a place, and none replaces another.
    guard fund != .interreg else { return matches.map(\.0) }
    guard let deepest = matches.map(\.1).max() else { return [] }
    return matches.filter { $0.1 == deepest }.map(\.0)
  }

  /// How long an area's code is that a place lies in; nothing where it lies elsewhere.
  ///
  /// A region that was divided since is around what it was divided into.
  private static func depth(of area: String, around place: String) -> Int? {
    if place.hasPrefix(area) { return area.utf8.count }
    let now = NUTS.current(place)
    switch NUTS.succession(of: area) {
    case .current: return now.hasPrefix(area) ? area.utf8.count : nil
    case .replaced(let successor, _): return now.hasPrefix(successor) ? area.utf8.count : nil
    case .divided(let successors, _):
      return successors.contains(where: now.hasPrefix) ? area.utf8.count : nil
    }
  }
}
