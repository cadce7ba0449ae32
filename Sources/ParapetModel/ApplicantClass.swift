/// The kinds of body that apply for grants.
public enum ApplicantClass: String, Hashable, Sendable, CaseIterable {
  case localAuthority = "local-authority"
  case regionalAuthority = "regional-authority"
  case nationalAuthority = "national-authority"
  case lawEnforcement = "law-enforcement"
  case publicBody = "public-body"
  case research
  case nonProfit = "non-profit"
  case privateCompany = "private-company"
  case internationalOrganisation = "international-organisation"
}

/// The category of a region under cohesion policy (Regulation (EU) 2021/1060, Art. 108(2)); outermost regions
/// are treated apart (Art. 349 TFEU).
public enum RegionCategory: String, Hashable, Sendable, CaseIterable {
  case lessDeveloped = "less-developed"
  case transition
  case moreDeveloped = "more-developed"
  case outermost
}
