/// How texts name the bodies that they ask for.
enum BodyLexicon {
  /// The longest name that begins at a place, and where it ends.
  static func match(_ words: [ConditionWord], at index: Int) -> (alternatives: [String], end: Int)? {
    guard index < words.count, let candidates = byFirst[words[index].stem] else { return nil }
    for (name, alternatives) in candidates where index + name.count <= words.count {
      if zip(name, words[index...]).allSatisfy({ $0 == $1.stem }) {
        return (alternatives, index + name.count)
      }
    }
    return nil
  }

  /// Words of a body's quality that change nothing about which bodies count.
  static let qualities: Set<String> = [
    "relevant", "different", "distinct", "independent", "separate", "eligible", "other", "further",
    "additional",
    "active", "european", "eu", "national", "competent", "security", "individual", "established", "own",
    "full",
    "more", "new", "legal", "scientific", "member", "their", "its", "the", "a", "an", "potential", "such",
    "these",
    "representative", "of", "main", "key", "participating", "single", "existing", "qualified", "type", "kind",
  ]

  /// Words for a body that say nothing of its kind.
  static let generic: Set<String> = [
    "entity", "organisation", "body", "authority", "agency", "institution", "service", "partner",
    "participant",
    "beneficiary", "applicant", "actor", "stakeholder", "party", "administration", "provider", "department",
    "force",
    "consortium",
  ]

  private static let publicClasses = [
    "local-authority", "regional-authority", "national-authority", "law-enforcement", "public-body",
  ]
  private static let disasterRisk = ["civil-protection", "disaster-response"]
  private static let localDisaster = [
    "local-authority+disaster-response", "regional-authority+disaster-response",
    "represents-local-authorities+disaster-response",
  ]
  private static let civil = ["civil-society"]
  private static let youth = ["youth-organisation"]
  private static let research = ["research"]
  private static let localOrRegional = ["local-authority", "regional-authority"]

  /// Names in stems, each with the bodies that it means.
  private static let names: [(String, [String])] = [
    ("police", ["police"]), ("police authority", ["police"]), ("police force", ["police"]),
    ("police organisation", ["police"]), ("police service", ["police"]), ("police body", ["police"]),
    ("law enforcement", ["law-enforcement", "police", "customs", "border-guard"]),
    ("law enforcement authority", ["law-enforcement", "police", "customs", "border-guard"]),
    ("law enforcement agency", ["law-enforcement", "police", "customs", "border-guard"]),
    ("lea", ["law-enforcement", "police", "customs", "border-guard"]),
    ("border", ["border-guard"]), ("border authority", ["border-guard"]), ("border guard", ["border-guard"]),
    ("border guard authority", ["border-guard"]), ("border police", ["border-guard"]),
    ("border police authority", ["border-guard"]), ("border management authority", ["border-guard"]),
    ("coast guard", ["coast-guard"]), ("coast guard authority", ["coast-guard"]),
    ("coastguard", ["coast-guard"]),
    ("custom", ["customs"]), ("custom authority", ["customs"]), ("custom administration", ["customs"]),
    ("civil protection", ["civil-protection"]), ("civil protection authority", ["civil-protection"]),
    ("civil protection organisation", ["civil-protection"]),
    ("civil protection agency", ["civil-protection"]),
    ("fire service", ["fire-service"]), ("fire brigade", ["fire-service"]),
    ("fire and rescue service", ["fire-service", "rescue-service"]), ("firefighter", ["fire-service"]),
    ("rescue service", ["rescue-service"]), ("rescue organisation", ["rescue-service"]),
    ("emergency service", ["first-responder"]), ("ambulance service", ["ambulance"]),
    ("medical emergency authority", ["ambulance"]), ("medical emergency service", ["ambulance"]),
    ("emergency medical service", ["ambulance"]),
    ("first responder", ["first-responder"]), ("first responder organisation", ["first-responder"]),
    ("safety or security first responder", ["first-responder"]),
    ("practitioner", ["practitioner"]), ("practitioner organisation", ["practitioner"]),
    ("security practitioner", ["practitioner"]), ("security practitioner organisation", ["practitioner"]),
    ("end user", ["end-user"]), ("end user organisation", ["end-user"]), ("user organisation", ["end-user"]),
    ("authority in charge of disaster risk", disasterRisk),
    ("authority in charge of disaster risk management", disasterRisk),
    ("authority in charge of disaster risk reduction", disasterRisk),
    ("authority in charge of crisis communication", disasterRisk),
    ("authority in charge of disaster risk or crisis communication", disasterRisk),
    ("authority in charge of disaster risk and crisis communication", disasterRisk),
    ("disaster risk management authority", disasterRisk), ("disaster management authority", disasterRisk),
    ("authority in charge of disaster response", ["disaster-response"]),
    ("local or regional authority in charge of disaster response", localDisaster),
    ("representative of local or regional authority in charge of disaster response", localDisaster),
    ("local authority in charge of disaster response", ["local-authority+disaster-response"]),
    ("regional authority in charge of disaster response", ["regional-authority+disaster-response"]),
    ("critical infrastructure operator", ["critical-infrastructure-operator"]),
    ("operator of critical infrastructure", ["critical-infrastructure-operator"]),
    ("critical entity", ["critical-infrastructure-operator"]),
    (
      "authority responsible for critical infrastructure resilience",
      ["?authority for critical infrastructure"]
    ),
    ("public procurer", ["public-procurer"]), ("procurer", ["public-procurer"]),
    ("public buyer", ["public-procurer"]),
    ("contracting authority", ["public-procurer"]), ("contracting entity", ["public-procurer"]),
    ("civil society organisation", civil),
    ("civil society organisation or non governmental organisation", civil),
    ("cso", civil), ("ngo", civil), ("non governmental organisation", civil), ("civil society", civil),
    ("civil society actor", civil), ("non profit organisation", ["non-profit", "civil-society"]),
    ("not for profit organisation", ["non-profit", "civil-society"]),
    ("youth organisation", youth), ("ngo representing young people", youth),
    ("ngo representing young people or youth organisation", youth),
    ("organisation representing young people", youth),
    ("victim support organisation", ["victim-support"]), ("victim organisation", ["victim-support"]),
    ("sme", ["sme"]), ("small and medium sized enterprise", ["sme"]),
    ("small and medium enterprise", ["sme"]),
    ("start up", ["sme"]), ("company", ["private-company", "sme"]),
    ("private company", ["private-company", "sme"]),
    ("industry", ["private-company", "sme"]), ("industrial partner", ["private-company", "sme"]),
    ("business entity", ["private-company", "sme"]), ("enterprise", ["private-company", "sme"]),
    ("private entity", ["private-company", "sme"]), ("private procurer", ["private-company", "sme"]),
    ("research and technology organisation", ["research-technology-organisation"]),
    ("research technology organisation", ["research-technology-organisation"]),
    ("rto", ["research-technology-organisation"]), ("research institution", research),
    ("research organisation", research), ("research institute", research), ("research centre", research),
    ("university", research), ("higher education institution", research), ("academic institution", research),
    ("higher education establishment", research), ("academic organisation", research), ("academia", research),
    ("research and higher education institution", research), ("research performing organisation", research),
    ("local authority", ["local-authority"]), ("municipality", ["local-authority"]),
    ("local public authority", ["local-authority"]), ("local government", ["local-authority"]),
    ("regional authority", ["regional-authority"]), ("regional public authority", ["regional-authority"]),
    ("local or regional authority", localOrRegional), ("regional or local authority", localOrRegional),
    ("local and regional authority", localOrRegional), ("regional and local authority", localOrRegional),
    ("local / regional authority", localOrRegional),
    ("local or regional public authority", localOrRegional),
    ("rural / local / regional public authority / administration", localOrRegional),
    ("rural , local or regional authority", localOrRegional),
    (
      "organisation representing local or regional authority",
      ["represents-local-authorities", "local-authority+?"]
    ),
    ("organisation representing local authority", ["represents-local-authorities", "local-authority+?"]),
    ("representative of local or regional authority", localOrRegional + ["represents-local-authorities"]),
    ("association of local authority", ["represents-local-authorities"]),
    ("national authority", ["national-authority"]), ("ministry", ["national-authority"]),
    ("government ministry", ["national-authority"]), ("central government authority", ["national-authority"]),
    ("public authority", publicClasses), ("public body", publicClasses), ("public entity", publicClasses),
    ("public administration", publicClasses), ("public organisation", publicClasses + ["research"]),
    ("public sector body", publicClasses), ("public institution", publicClasses + ["research"]),
    (
      "public body with a policy making role",
      ["local-authority", "regional-authority", "national-authority", "public-body+?"]
    ),
    ("policy maker", ["local-authority+?", "regional-authority+?", "national-authority"]),
    ("local transport authority", ["?local transport authority"]),
    ("transport authority", ["?transport authority"]),
    ("city", city), ("town", city), ("city represented by a local authority", city),
    ("lead city", ["lead-city"]), ("follower city", ["follower-city"]),
    ("replication city", ["follower-city"]),
    ("replicating city", ["follower-city"]), ("twin city", ["follower-city"]),
    ("fellow city", ["follower-city"]),
    ("lighthouse city", ["lead-city"]), ("demonstration city", ["demonstration-site"]),
    ("replication city / region", ["follower-city"]), ("demonstration city / region", ["demonstration-site"]),
    ("region", ["regional-authority", "any+?"]), ("city or region", city + ["regional-authority"]),
    ("mission city", ["mission-city"]), ("demonstration site", ["demonstration-site"]),
    ("pilot site", ["demonstration-site"]), ("pilot city", ["demonstration-site"]),
    ("organisation representing victim", ["victim-support"]),
    ("victim support service", ["victim-support"]), ("victims organisation", ["victim-support"]),
    ("fire department", ["fire-service"]),
    ("fire and rescue organisation", ["fire-service", "rescue-service"]),
    ("search and rescue organisation", ["rescue-service"]), ("prefecture", ["national-authority+?"]),
    ("municipal authority", ["local-authority"]), ("city council", ["local-authority"]),
    ("city administration", ["local-authority"]), ("public university", research),
    ("research and innovation organisation", research),
    ("higher education and research institution", research),
    ("signatory to the adaptation mission charter", ["adaptation-charter"]),
    ("signatory of the adaptation mission charter", ["adaptation-charter"]),
    ("legal entity", ["any"]), ("entity", ["any"]), ("organisation", ["any"]), ("institution", ["any"]),
    ("partner", ["any"]), ("participant", ["any"]), ("beneficiary", ["any"]), ("applicant", ["any"]),
    ("consortium member", ["any"]), ("consortium partner", ["any"]), ("agency", ["any"]),
    ("authority", publicClasses),
    ("organisation or agency", ["any"]),
  ]

  /// A city is its local authority; another body may stand for it with its consent, which the body must say.
  private static let city = ["local-authority", "lead-city", "follower-city", "mission-city"]

  private static let byFirst: [String: [(name: [String], alternatives: [String])]] = {
    var table: [String: [(name: [String], alternatives: [String])]] = [:]
    for (name, alternatives) in names {
      let words = name.split(separator: " ").map(String.init)
      if let first = words.first { table[first, default: []].append((words, alternatives)) }
    }
    return table.mapValues { $0.sorted { $0.name.count > $1.name.count } }
  }()
}
