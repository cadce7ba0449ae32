/// Which authority a city asks for the money of an instrument under shared management.
public struct AuthorityBook: Hashable, Sendable {
  /// The authorities, in the order of the file.
  public private(set) var authorities: [Authority]
  /// The fund that each instrument spends, by the instrument's identifier.
  public private(set) var funds: [String: SharedFund]
  /// The areas of each authority with the codes that are around the same places today.
  private let areas: [[Area]]

  /// A book of authorities and of the instruments that they manage.
  public init(_ authorities: [Authority] = [], funds: [String: SharedFund] = [:]) {
    self.authorities = authorities
    self.funds = funds
    areas = authorities.map { $0.areas.map { Area($0.nuts) } }
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
    let now = NUTS.current(place)
    let matches = zip(authorities, areas).compactMap { authority, areas -> (Authority, Int)? in
      guard authority.funds.contains(fund) else { return nil }
      return areas.compactMap { $0.depth(around: place, now) }.max().map { (authority, $0) }
    }
    // Cooperation across borders has several programmes for a place, and none replaces another.
    guard fund != .interreg else { return matches.map(\.0) }
    guard let deepest = matches.map(\.1).max() else { return [] }
    return matches.filter { $0.1 == deepest }.map(\.0)
  }

  /// An area by its code.
  private struct Area: Hashable, Sendable {
    let code: String
    /// What it is called today; several codes where it was divided since, and none where it has its code still.
    let successors: [String]

    init(_ code: String) {
      self.code = code
      successors =
        switch NUTS.succession(of: code) {
        case .current: []
        case .replaced(let successor, _): [successor]
        case .divided(let successors, _): successors
        }
    }

    /// How long its code is where a place lies in it; nothing where it lies elsewhere.
    ///
    /// - Parameter now: the place's code of today.
    func depth(around place: String, _ now: String) -> Int? {
      let isAround =
        place.hasPrefix(code)
        || (successors.isEmpty ? now.hasPrefix(code) : successors.contains(where: now.hasPrefix))
      return isAround ? code.utf8.count : nil
    }
  }
}
