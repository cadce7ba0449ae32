/// Which record of the portal a hit is, so that doubles of a topic meet under one key.
///
/// The index holds many topics twice: once from the present source, whose references are
/// `<number>TOPICS<language>`, and once from a legacy source, whose references name the type of action and a
/// moment, such as `45703306HORIZONResearchandInnovationActions1696377600000`. Both begin with the topic's
/// number in the Commission's own system. So a legacy topic takes the reference that the present source would
/// give it; the catalogue sees one key twice and keeps the richer record. Calls for cascade funding and of
/// external action are no topics and keep their references, which are all that tells them from their parents.
enum SEDIAIdentity {
  /// The reference that tells a hit from all others, or nothing where the source gives none.
  static func reference(of hit: SEDIAHit) -> String? {
    let stated = hit.reference?.text ?? hit.value("REFERENCE")
    guard isLegacyTopic(hit), let number = hit.value("ccm2Id") ?? stated.flatMap(leadingNumber) else {
      return stated
    }
    return number + "TOPICS" + (language(of: hit) ?? "en")
  }

  /// The language that the record is written in.
  static func language(of hit: SEDIAHit) -> String? {
    (hit.language?.text ?? hit.value("language"))?.lowercased()
  }

  private static func isLegacyTopic(_ hit: SEDIAHit) -> Bool {
    hit.value("type") == "1"
      && (hit.value("DATASOURCE") ?? hit.value("datasource")) == "SEDIA_PRD_CENTRICITY"
  }

  private static func leadingNumber(_ reference: String) -> String? {
    let digits = reference.prefix { $0.isASCII && $0.isNumber }
    return digits.utf8.count >= 6 ? String(digits) : nil
  }
}
