extension Opportunity {
  /// Whether its identifier has some parts in their order, the first at its beginning and the last at its end.
  ///
  /// - Parameter parts: what a pattern has between its stars, such as `["HORIZON-CL3-", "-CS-", ""]`.
  public func isOfFamily(_ parts: [String]) -> Bool {
    guard let first = parts.first, let last = parts.last, identifier.hasPrefix(first) else { return false }
    guard parts.count > 1 else { return identifier == first }
    var rest = identifier.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(last)
  }

  /// The year in the identifier of a topic or a call, as in `HORIZON-CL3-2025-01-FCT-04`: that of the work programme or the
  /// budget that pays for it.
  public var yearOfCall: Int? {
    identifier.split(separator: "-").lazy
      .filter { $0.utf8.count == 4 && $0.hasPrefix("20") }.compactMap { Int($0) }.first
  }

  /// Whether nothing tells when it can be applied for, and the year of its call is over: its source states neither a date nor
  /// a status, and is silent because nobody can apply any more rather than because nobody can yet. One that is said to be
  /// forthcoming may only be late, and is left over a year later.
  ///
  /// It is no fact, so its status stays unknown; a list counts it and does not show it.
  public func isLeftOver(on day: Day) -> Bool {
    guard !level.isStanding, deadlines.isEmpty, openingDate == nil,
      deadlineModel != .permanent, let year = yearOfCall
    else { return false }
    return switch statedStatus {
    case nil, .unknown: year < day.components.year
    case .forthcoming: year + 1 < day.components.year
    case .open, .closed, .withdrawn: false
    }
  }
}
