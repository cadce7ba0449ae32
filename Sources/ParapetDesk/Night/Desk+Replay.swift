import ParapetCatalogue
import ParapetInput
import ParapetModel
import ParapetReporting

extension Desk {
  /// Does the nights of an order from the day of a question to a last one, one after the other: a replay.
  ///
  /// Each is a night as it would have been, with the readings of its day; what they share, the data folder, the glossary
  /// and the catalogue, is opened once. A replay that was killed goes on with the night that it had reached.
  ///
  /// - Returns: the report of the last night; the severity and the refusals of them all.
  func nights(
    of order: BatchOrder, _ question: NightQuestion, until last: Day, isWanting: Bool,
    telling tell: @escaping @Sendable (Notice) -> Void, logging log: @escaping @Sendable (NightStep) -> Void
  ) throws -> NightOutcome {
    var desk = self
    desk.replay = ReplayMemory()
    var question = question
    let reached = try catalogue(creating: true).lastNight(of: order.batch)
    if let reached, reached.asOf > question.asOf {
      question.asOf = min(reached.asOf, last)
      question.isBaseline = false
    }
    var all = try desk.night(of: order, question, isWanting: isWanting, telling: tell, logging: log)
    // A beginning is the first night alone.
    question.isBaseline = false
    while question.asOf < last {
      question.asOf = question.asOf.adding(days: 1)
      let one = try desk.night(of: order, question, telling: tell, logging: log)
      all = NightOutcome(
        report: one.report, severity: [all.severity, one.severity].compactMap(\.self).min(),
        isWanting: all.isWanting || one.isWanting)
    }
    return all
  }
}
