/// What a body is beside its class: what conditions of calls ask for by name.
///
/// A list of roles that is stated is complete; where none is, only the class says what a body can be.
public enum BodyRole: String, Hashable, Sendable, CaseIterable {
  case police
  case civilProtection = "civil-protection"
  case fireService = "fire-service"
  case rescueService = "rescue-service"
  case ambulance
  case borderGuard = "border-guard"
  case coastGuard = "coast-guard"
  case customs
  case firstResponder = "first-responder"
  case practitioner
  case endUser = "end-user"
  case disasterResponse = "disaster-response"
  case criticalInfrastructureOperator = "critical-infrastructure-operator"
  case publicProcurer = "public-procurer"
  case civilSociety = "civil-society"
  case youthOrganisation = "youth-organisation"
  case victimSupport = "victim-support"
  case sme
  case researchTechnologyOrganisation = "research-technology-organisation"
  case leadCity = "lead-city"
  case followerCity = "follower-city"
  case missionCity = "mission-city"
  case demonstrationSite = "demonstration-site"
  case adaptationCharter = "adaptation-charter"
  case representsLocalAuthorities = "represents-local-authorities"

  /// Roles of which each has this one too: a fire service answers first.
  public var including: Set<BodyRole> {
    switch self {
    case .practitioner:
      [
        .police, .civilProtection, .fireService, .rescueService, .ambulance, .borderGuard, .coastGuard,
        .customs,
        .firstResponder, .disasterResponse, .criticalInfrastructureOperator,
      ]
    case .firstResponder: [.police, .civilProtection, .fireService, .rescueService, .ambulance]
    case .disasterResponse: [.civilProtection, .fireService, .rescueService]
    default: []
    }
  }

  /// Whether a body of a class is of this role, where it states no roles: `undecided` where it may be.
  public func outcome(for applicant: ApplicantClass) -> Outcome {
    if certainClasses.contains(applicant) { return .met }
    return possibleClasses.contains(applicant) ? .undecided : .unmet
  }

  /// Contracting authorities are the State, regional and local authorities and bodies governed by public law
  /// (Directive 2014/24/EU, Art. 2(1)(1)); whether a university is one, it must say.
  private var certainClasses: Set<ApplicantClass> {
    switch self {
    case .publicProcurer:
      [.localAuthority, .regionalAuthority, .nationalAuthority, .lawEnforcement, .publicBody]
    case .practitioner, .endUser: [.lawEnforcement]
    default: []
    }
  }

  private var possibleClasses: Set<ApplicantClass> {
    switch self {
    case .police: [.localAuthority, .regionalAuthority, .nationalAuthority, .lawEnforcement, .publicBody]
    case .civilProtection, .fireService, .rescueService, .ambulance, .firstResponder:
      [.localAuthority, .regionalAuthority, .nationalAuthority, .lawEnforcement, .publicBody, .nonProfit]
    case .borderGuard, .coastGuard, .customs: [.nationalAuthority, .lawEnforcement, .publicBody]
    case .practitioner:
      [.localAuthority, .regionalAuthority, .nationalAuthority, .publicBody, .nonProfit, .privateCompany]
    case .endUser:
      [.localAuthority, .regionalAuthority, .nationalAuthority, .publicBody, .nonProfit, .privateCompany]
    case .disasterResponse:
      [.localAuthority, .regionalAuthority, .nationalAuthority, .publicBody, .lawEnforcement]
    case .criticalInfrastructureOperator: [.localAuthority, .publicBody, .privateCompany]
    case .publicProcurer: []
    case .civilSociety, .youthOrganisation, .victimSupport: [.nonProfit]
    case .sme: [.privateCompany]
    case .researchTechnologyOrganisation: [.research, .nonProfit]
    case .leadCity, .followerCity, .missionCity: [.localAuthority]
    case .demonstrationSite, .adaptationCharter: [.localAuthority, .regionalAuthority]
    case .representsLocalAuthorities: [.localAuthority, .regionalAuthority, .publicBody, .nonProfit]
    }
  }
}

/// How an organisation takes part in a project of several.
public enum Participation: String, Hashable, Sendable, CaseIterable {
  /// It signs the grant agreement.
  case beneficiary
  /// It belongs to a beneficiary and does not count where organisations are counted.
  case affiliated
  /// It takes part without money and does not count either.
  case associated
}
