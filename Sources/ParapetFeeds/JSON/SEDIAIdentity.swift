/// Which record of the portal a hit is, so that doubles of a topic meet under one key.
///
/// The index holds many topics twice: once from the present source, whose references are
/// `<number>TOPICS<language>`, and once from a legacy source, whose references name the type of action and a
/// moment, such as `45703306HORIZONResearchandInnovationActions1696377600000`. Both begin with the topic's
/// number in the Commission's own system. So a legacy topic takes the reference that the present source would
/// give it; the catalogue sees one key twice and keeps the richer record. Calls for cascade funding and of
/// external action are no topics and keep their references, which are all that tells them from their parents.
///
/// Asked without a language, the index gives each record once in every language, and the variants disagree even
/// on the status. A reference ends with its language; with the English one in its place all variants have one
/// key, and the catalogue keeps the one that states most, of equals the English one.
enum SEDIAIdentity {
  /// The reference that tells a hit from all others, or nothing where the source gives none.
  static func reference(of hit: SEDIAHit) -> String? {
    let stated = hit.reference?.text ?? hit.value("REFERENCE")
    guard isLegacyTopic(hit), let number = hit.value("ccm2Id") ?? stated.flatMap(leadingNumber) else {
      return stated.map { inEnglish($0, language: language(of: hit)) }
    }
    return number + "TOPICSen"
  }

  /// A reference such as `45700001TOPICSfr` as that of the English variant.
  private static func inEnglish(_ reference: String, language: String?) -> String {
    guard let language, language.utf8.count == 2, language != "en",
      reference.lowercased().hasSuffix(language), reference.dropLast(2).last?.isUppercase == true
    else { return reference }
    let isUpper = reference.last?.isUppercase == true
    return reference.dropLast(2) + (isUpper ? "EN" : "en")
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
