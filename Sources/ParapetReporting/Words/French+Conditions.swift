import ParapetMatching
import ParapetModel

/// The words of French for what a call's own conditions ask.
extension French {
  func word(_ role: BodyRole) -> String {
    switch role {
    case .police: "autorité de police"
    case .civilProtection: "autorité de protection civile"
    case .fireService: "service d’incendie"
    case .rescueService: "service de secours"
    case .ambulance: "service d’urgence médicale"
    case .borderGuard: "garde-frontières"
    case .coastGuard: "garde-côtes"
    case .customs: "autorité douanière"
    case .firstResponder: "premier intervenant"
    case .practitioner: "praticien"
    case .endUser: "utilisateur final"
    case .disasterResponse: "autorité chargée des catastrophes"
    case .criticalInfrastructureOperator: "opérateur d’infrastructure critique"
    case .publicProcurer: "acheteur public"
    case .civilSociety: "organisation de la société civile"
    case .youthOrganisation: "organisation de jeunesse"
    case .victimSupport: "organisation d’aide aux victimes"
    case .sme: "petite ou moyenne entreprise"
    case .researchTechnologyOrganisation: "organisme de recherche et de technologie"
    case .leadCity: "ville pilote"
    case .followerCity: "ville suiveuse"
    case .missionCity: "ville de la mission des villes neutres pour le climat"
    case .demonstrationSite: "site de démonstration"
    case .adaptationCharter: "signataire de la charte de la mission d’adaptation"
    case .representsLocalAuthorities: "représentant des collectivités locales"
    }
  }

  func word(_ group: CountryGroup) -> String {
    switch group {
    case .union: "un État membre de l’UE"
    case .overseas: "un pays ou territoire d’outre-mer"
    case .economicArea: "un autre État de l’Espace économique européen"
    case .horizonAssociated: "un pays associé à Horizon Europe"
    case .horizonLowIncome: "un pays à revenu faible ou intermédiaire que finance Horizon Europe"
    case .widening: "un pays de l’élargissement de la participation"
    case .africanUnion: "un État de l’Union africaine"
    case .oecd: "un pays de l’OCDE"
    case .mercosur: "un pays du Mercosur"
    case .third: "un pays tiers"
    case .any: "tout pays"
    }
  }

  func members(_ demand: MembersDemand) -> String {
    var parts = demand.groups.map { group in
      let number = group.isShare ? "\(group.minimum)\u{A0}% des bénéficiaires" : number(group.minimum)
      let kind = group.bodies.isAny ? (group.isShare ? "" : " organismes") : " × " + bodies(group.bodies)
      return "au moins \(number)\(kind)" + spread(group)
    }
    if let together = demand.together { parts.append("tous ensemble" + spread(together)) }
    if demand.overlap == true { parts.append("un même organisme peut compter deux fois") }
    return Typography.capitalised(parts.joined(separator: "\u{202F}; "))
  }

  private func spread(_ group: MembersDemand.Group) -> String {
    var text = ""
    if group.countries > 1 { text += " de \(number(group.countries)) pays" }
    if !group.places.isEmpty || group.hasUnknownPlaces {
      text +=
        ", situés\u{A0}: "
        + or(group.places.map(place) + (group.hasUnknownPlaces ? ["un lieu que seul le texte nomme"] : []))
    }
    if group.memberStates > 0 {
      text += ", dont " + count(group.memberStates, "État membre", "États membres")
    }
    return text
  }

  func bodies(_ bodies: Bodies) -> String {
    or(
      bodies.kinds.map { kind in
        var words = [kind.applicant.map { name($0) }, kind.role.map { word($0) }].compactMap(\.self)
        if words.isEmpty { words = [kind.unknown.flatMap { $0.isEmpty ? nil : quoted($0) } ?? "organisme"] }
        if kind.isNational { words.append("national") }
        if let unknown = kind.unknown, unknown.isEmpty { words.append("au sens précisé par le texte") }
        return words.joined(separator: ", ")
      })
  }

  func members(_ counted: [Int], _ possible: [Int], _ known: Bool) -> String {
    let parts = zip(counted, possible).map { $0 == $1 ? number($0) : "\(number($0)) à \(number($1))" }
    return pair("comptés", parts.joined(separator: ", "))
      + (known ? "" : "\u{202F}; partenaires non précisés par la ville")
  }

  func seats(_ countries: [Country], _ outside: [Country]) -> String {
    if countries.isEmpty { return "aucun autre n’est indiqué" }
    return countries.map { name($0) }.joined(separator: ", ")
      + (outside.isEmpty
        ? "" : "\u{202F}; " + pair("non accepté", outside.map { name($0) }.joined(separator: ", ")))
  }

  func sentence(_ nature: SentenceNature) -> String {
    switch nature {
    case .proposal: "La proposition doit contenir ce que demande l’appel"
    case .document: "Une règle qui figure dans le document de l’appel"
    case .open: "Une condition qui n’a pas été comprise et qui est citée"
    }
  }

  func place(_ place: Place) -> String {
    switch place {
    case .group(let group): word(group)
    case .country(let country): name(country)
    }
  }
}
