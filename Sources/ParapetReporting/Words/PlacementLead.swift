public import ParapetMatching
public import ParapetModel

/// In what the pair at which a shortlist ends is ahead of another: the first of the order of a list that differs.
public enum PlacementLead: Hashable, Sendable {
  case standing(own: Match.Standing, other: Match.Standing)
  case status(own: DayStatus, other: DayStatus)
  case fit(own: Int, other: Int)
}
