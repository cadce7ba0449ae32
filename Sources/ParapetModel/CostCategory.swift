/// The cost headings of the Union's model grant agreement, with works beside them.
public enum CostCategory: String, Hashable, Sendable, CaseIterable, Comparable {
  case employees = "A1"
  case naturalPersons = "A2"
  case seconded = "A3"
  case smallOwners = "A4"
  case volunteers = "A5"
  case subcontracting = "B"
  case travel = "C1"
  case equipment = "C2"
  case otherGoods = "C3"
  case thirdParties = "D1"
  case internallyInvoiced = "D2"
  case works = "W"

  /// The order of the codes.
  public static func < (left: CostCategory, right: CostCategory) -> Bool { left.rawValue < right.rawValue }

  /// Whether it is a cost of staff.
  public var isStaff: Bool { rawValue.hasPrefix("A") }
}
