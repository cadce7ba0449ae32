import ParapetModel

/// The share of the organisations that must lie in certain categories of region, the applicant counted with them.
struct PartnerShareKind: CriterionLogic {
  let kind = CriterionKind.partnerShare
  let reads: SubjectParts = [.applicant, .partners]

  private let percent: Int
  private let categories: [RegionCategory]

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    var percent: Int?
    var categories: [RegionCategory] = []
    for parameter in parameters {
      switch parameter.name {
      case "minimum":
        guard let value = parameter.attributes["percent"].flatMap({ Int($0) }), (1...100).contains(value)
        else { throw .value("percent", of: parameter) }
        percent = value
      case "include":
        guard let value = parameter.attributes["category"].flatMap(RegionCategory.init(rawValue:)) else {
          throw .value("category", of: parameter)
        }
        categories.append(value)
      default: throw .parameter(parameter.name, allowed: ["minimum", "include"])
      }
    }
    guard let percent, !categories.isEmpty else {
      throw CriterionFault(message: "<minimum> and <include> are both needed: a share, and of what")
    }
    self.percent = percent
    self.categories = categories
  }

  func required(on day: Day) -> Required {
    .share(kind, percent: percent, in: categories.map(\.rawValue))
  }

  /// A member of unknown category may count or not, so it can make the share undecided and nothing else. The
  /// categories are those of the Union's regions: who lies outside does not count.
  func judge(_ subject: Subject, on day: Day) -> Judgement {
    guard let partners = subject.partners else { return .undecided(.nothing, missing: [.partners]) }
    let members = [subject.applicant] + partners
    let certain = members.count { $0.regionCategory.map(categories.contains) ?? false }
    let unknown = members.count { $0.regionCategory == nil && $0.country?.isMemberState != false }
    let stated = Stated.share(kind, certain, of: members.count, unknown: unknown)
    if certain * 100 >= percent * members.count { return Judgement(outcome: .met, stated: stated) }
    if (certain + unknown) * 100 < percent * members.count {
      return Judgement(outcome: .unmet, stated: stated)
    }
    return .undecided(stated, missing: [.partnerRegions])
  }
}
