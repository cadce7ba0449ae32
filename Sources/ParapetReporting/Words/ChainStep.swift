/// A step from the feed to the report.
public enum ChainStep: String, Hashable, Sendable, CaseIterable {
  case reading, offers, shortlist, pair, budget, plan, actionPlan, trace, progress
}
