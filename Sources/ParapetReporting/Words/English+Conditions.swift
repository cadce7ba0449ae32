import ParapetMatching
import ParapetModel

/// The words of English for what a call's own conditions ask.
extension English {
  func word(_ role: BodyRole) -> String {
    switch role {
    case .police: "police authority"
    case .civilProtection: "civil protection authority"
    case .fireService: "fire service"
    case .rescueService: "rescue service"
    case .ambulance: "medical emergency service"
    case .borderGuard: "border guard"
    case .coastGuard: "coast guard"
    case .customs: "customs authority"
    case .firstResponder: "first responder"
    case .practitioner: "practitioner"
    case .endUser: "end user"
    case .disasterResponse: "authority in charge of disasters"
    case .criticalInfrastructureOperator: "operator of critical infrastructure"
    case .publicProcurer: "public procurer"
    case .civilSociety: "civil society organisation"
    case .youthOrganisation: "youth organisation"
    case .victimSupport: "victim support organisation"
    case .sme: "small or medium-sized enterprise"
    case .researchTechnologyOrganisation: "research and technology organisation"
    case .leadCity: "lead city"
    case .followerCity: "follower city"
    case .missionCity: "city of the Climate-Neutral Cities Mission"
    case .demonstrationSite: "demonstration site"
    case .adaptationCharter: "signatory of the Adaptation Mission Charter"
    case .representsLocalAuthorities: "representative of local authorities"
    }
  }

  func word(_ group: CountryGroup) -> String {
    switch group {
    case .union: "a Member State of the EU"
    case .overseas: "an overseas country or territory"
    case .economicArea: "another state of the European Economic Area"
    case .horizonAssociated: "a country associated to Horizon Europe"
    case .horizonLowIncome: "a country of low or middle income that Horizon Europe pays"
    case .widening: "a Widening country"
    case .africanUnion: "a state of the African Union"
    case .oecd: "an OECD country"
    case .mercosur: "a Mercosur country"
    case .third: "a third country"
    case .any: "any country"
    }
  }

  func members(_ demand: MembersDemand) -> String {
    var parts = demand.groups.map { group in
      let number = group.isShare ? "\(group.minimum)% of the beneficiaries" : number(group.minimum)
      let kind =
        group.bodies.isAny ? (group.isShare ? "" : " " + "organisations") : " × " + bodies(group.bodies)
      return "at least \(number)\(kind)" + spread(group)
    }
    if let together = demand.together { parts.append("all together" + spread(together)) }
    if demand.overlap == true { parts.append("one may count twice") }
    return Typography.capitalised(parts.joined(separator: "; "))
  }

  private func spread(_ group: MembersDemand.Group) -> String {
    var text = ""
    if group.countries > 1 { text += " from \(number(group.countries)) countries" }
    if !group.places.isEmpty || group.hasUnknownPlaces {
      text +=
        ", in "
        + or(group.places.map(place) + (group.hasUnknownPlaces ? ["places that only the text names"] : []))
    }
    if group.memberStates > 0 {
      text += ", of which " + count(group.memberStates, "Member State", "Member States")
    }
    return text
  }

  func bodies(_ bodies: Bodies) -> String {
    or(
      bodies.kinds.map { kind in
        var words = [kind.applicant.map { name($0) }, kind.role.map { word($0) }].compactMap(\.self)
        if words.isEmpty {
          words = [kind.unknown.flatMap { $0.isEmpty ? nil : quoted($0) } ?? "organisation"]
        }
        if kind.isNational { words.append("national") }
        if let unknown = kind.unknown, unknown.isEmpty { words.append("as the text narrows it") }
        return words.joined(separator: ", ")
      })
  }

  func members(_ counted: [Int], _ possible: [Int], _ known: Bool) -> String {
    let parts = zip(counted, possible).map { $0 == $1 ? number($0) : "\(number($0)) to \(number($1))" }
    return "counted: " + parts.joined(separator: ", ") + (known ? "" : "; partners not stated by the city")
  }

  func seats(_ countries: [Country], _ outside: [Country]) -> String {
    if countries.isEmpty { return "nobody states another" }
    return countries.map { name($0) }.joined(separator: ", ")
      + (outside.isEmpty ? "" : "; not accepted: " + outside.map { name($0) }.joined(separator: ", "))
  }

  func sentence(_ nature: SentenceNature) -> String {
    switch nature {
    case .proposal: "The proposal must contain what the call asks"
    case .document: "A rule that stands in the call’s document"
    case .open: "A condition that was not understood and is quoted"
    }
  }

  func place(_ place: Place) -> String {
    switch place {
    case .group(let group): word(group)
    case .country(let country): name(country)
    }
  }
}
