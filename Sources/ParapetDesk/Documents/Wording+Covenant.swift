import ParapetModel
import ParapetPlanning
public import ParapetReporting

extension CityActionPlan {
  /// The action plan.
  public func report(_ wording: Wording) -> ActionPlanReport {
    ActionPlanReport(
      actionPlan, reason: failure?.message(in: wording.words.language), restricted: isRestricted,
      words: wording.words, edition: wording.edition.about([actionPlan.portfolio]))
  }
}

extension CityProgress {
  /// The report of progress.
  public func report(_ wording: Wording) -> ProgressReport {
    ProgressReport(review, words: wording.words, edition: wording.edition.about([review.portfolio]))
  }
}

extension CityTrace {
  /// The trace.
  public func report(_ wording: Wording) -> TraceReport {
    TraceReport(trace, words: wording.words, edition: wording.edition.about([trace.portfolio]))
  }
}

extension PracticeList {
  /// The practices.
  public func report(_ wording: Wording) -> PracticesReport {
    PracticesReport(
      practices, of: city, near: item, words: wording.words,
      edition: city.map { wording.edition.about([$0]) } ?? wording.edition)
  }
}
