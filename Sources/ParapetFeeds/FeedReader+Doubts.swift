import ParapetModel

extension FeedReader {
  /// Hands on an event, and before a record what in it contradicts itself.
  ///
  /// A smallest grant above the largest decides nothing: both are left out, and told. Dates in the wrong order are
  /// kept, since each may be the right one, and told.
  static func doubt(_ event: FeedEvent, _ emit: (FeedEvent) -> Void) {
    guard case .record(var record) = event else { return emit(event) }
    let opportunity = record.opportunity
    if let opening = opportunity.openingDate, let last = opportunity.deadlines.last, last.day < opening {
      emit(.remark(.openingAfterDeadline(opportunity.identifier, opening, last.day, at: record.place)))
    }
    guard let least = opportunity.funding.minimumGrant?.value,
      let most = opportunity.funding.maximumGrant?.value,
      least.currency == most.currency, least.minorUnits > most.minorUnits
    else { return emit(event) }
    emit(.remark(.contradictoryLimits(opportunity.identifier, least, most, at: record.place)))
    record.opportunity.funding.minimumGrant = nil
    record.opportunity.funding.maximumGrant = nil
    emit(.record(record))
  }
}

extension Diagnostic {
  fileprivate static func openingAfterDeadline(
    _ name: String, _ opening: Day, _ deadline: Day, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "opening-after-deadline", at: place,
      Message(
        en: "'\(name)' closes on \(deadline) before it opens on \(opening)",
        fr: "« \(name) » ferme le \(deadline), avant d’ouvrir le \(opening)"),
      suggestion: Message(
        en: "look at its page before you rely on either day",
        fr: "regardez sa page avant de vous fier à l’un des deux jours"))
  }

  fileprivate static func contradictoryLimits(
    _ name: String, _ least: Money, _ most: Money, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "contradictory-limits", at: place,
      Message(
        en: "'\(name)' states a smallest grant of \(least) above its largest of \(most): neither counts",
        fr: "« \(name) » indique une subvention minimale de \(least), au-dessus de sa maximale de \(most) : "
          + "aucune des deux ne compte"),
      suggestion: Message(en: "look at its page", fr: "regardez sa page"))
  }
}
