public import ParapetModel

/// Tells which records of our own files rest on sources that nobody has looked at for a year: law is amended, programmes
/// change every year, and a rule grows false without a word.
public enum SourceAgeCheck {
  /// The days after which sources are to be looked at again.
  static let longest = 365

  /// A warning for each source of money whose record was last looked at more than a year before a day. What is closed is kept
  /// as a precedent and changes no more.
  public static func findings(in opportunities: [Opportunity], on day: Day) -> [Diagnostic] {
    opportunities.compactMap { opportunity in
      guard case .curated(let place) = opportunity.origin, let looked = opportunity.lastModified,
        looked.adding(days: longest) < day, opportunity.status(on: day) != .closed
      else { return nil }
      return Diagnostic(
        .warning, id: "old-sources", at: place, seen(opportunity.identifier, on: looked, before: day),
        suggestion: again)
    }
  }

  private static func seen(_ name: String, on looked: Day, before day: Day) -> Message {
    Message(
      en: "the sources of '\(name)' were last looked at on \(looked), more than a year before \(day)",
      fr: "dernière consultation des sources de « \(name) » : le \(looked), plus d’un an avant le \(day)")
  }

  private static let again = Message(
    en: "hold its rules against their sources again and set 'lastModified'",
    fr: "confrontez de nouveau ses règles à leurs sources et mettez à jour « lastModified »")
}
