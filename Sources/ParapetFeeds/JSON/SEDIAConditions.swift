import ParapetModel

extension ConditionReader {
  /// What the record's own conditions, and the musts of its description, ask of those who apply; nil where it states
  /// neither, and for a project that passes money on, whose rules are not those of the topic that pays it.
  mutating func requirement(of hit: SEDIAHit, as opportunity: Opportunity) -> Requirement? {
    guard hit.value("type") != "8", (SEDIAIdentity.language(of: hit) ?? "en").hasPrefix("en") else {
      return nil
    }
    let source = opportunity.landingPage ?? opportunity.reference ?? "none"
    let musts = opportunity.descriptions.first.map { read(description: $0.text).stated } ?? []
    var conditions = hit.value("topicConditions").map { read(PlainText.from(html: $0)) }
    if let general = conditions?.general(for: opportunity.typesOfAction.map { $0.label ?? $0.code }) {
      conditions?.stated.append(general)
    }
    return (conditions ?? ConditionReading()).requirement(source: source, and: musts)
  }
}
