import ParapetSearching
import ParapetMatching
import ParapetModel

/// The words of English.
struct English: Sentences {
  let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  func number(_ value: Int) -> String { Typography.grouped(value, separator: ",") }

  func hundredths(_ value: Int) -> String {
    Typography.hundredths(Int64(value), separator: ",", mark: ".")
  }

  func quantity(_ value: Int64) -> String {
    Typography.tenThousandths(value, separator: ",", mark: ".")
  }

  func percent(_ rate: Rate) -> String { rate.percent + "%" }

  func money(_ amount: Money) -> String {
    amount.currency.code + "\u{A0}" + Typography.hundredths(amount.minorUnits, separator: ",", mark: ".")
  }

  func date(_ day: Day) -> String {
    let (year, month, day) = day.components
    return "\(day) \(English.months[month - 1]) \(year)"
  }

  func and(_ names: [String]) -> String { English.joined(names, "and") }

  func or(_ names: [String]) -> String { English.joined(names, "or") }

  func quoted(_ text: String) -> String { "“\(text)”" }

  func pair(_ name: String, _ value: String) -> String { "\(name): \(value)" }

  /// A number and its noun.
  func count(_ value: Int, _ one: String, _ many: String) -> String {
    number(value) + " " + (value == 1 ? one : many)
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]

  private static func joined(_ names: [String], _ word: String) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}

extension English {
  func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .eligible: "eligible"
    case .undecided: "undecided"
    case .ineligible: "ineligible"
    }
  }

  func word(_ outcome: Outcome) -> String {
    switch outcome {
    case .met: "met"
    case .unmet: "not met"
    case .undecided: "undecided"
    }
  }

  func word(_ status: DayStatus) -> String {
    switch status {
    case .open: "open"
    case .forthcoming: "forthcoming"
    case .noCall: "no call"
    case .unknown: "unknown"
    case .closed: "closed"
    }
  }

  func word(_ grade: Grade) -> String {
    switch grade {
    case .law: "law"
    case .official: "official page"
    case .call: "call document"
    case .secondary: "secondary source"
    case .inferred: "our conclusion"
    case .readFromText: "read from text"
    case .unsourced: "no source"
    }
  }

  func word(_ name: Fit.Name) -> String {
    switch name {
    case .measure: "measures"
    case .words: "subject"
    case .size: "size"
    case .time: "time left"
    case .money: "share paid"
    case .effort: "effort"
    case .doubt: "doubt"
    }
  }

  func word(_ field: WordEvidence.Field) -> String {
    switch field {
    case .title: "title"
    case .keywords: "keywords"
    case .call: "title of the call"
    case .instrument: "title of the instrument"
    case .description: "description"
    }
  }

  func word(_ category: RegionCategory) -> String {
    switch category {
    case .lessDeveloped: "less developed region"
    case .transition: "transition region"
    case .moreDeveloped: "more developed region"
    case .outermost: "outermost region"
    }
  }

  func word(_ component: Item.Component) -> String {
    switch component {
    case .prevention: "prevention"
    case .protection: "protection"
    }
  }

  func word(_ level: Opportunity.Level) -> String {
    switch level {
    case .instrument: "instrument"
    case .call: "call"
    case .topic: "topic"
    case .national: "national source"
    }
  }

  func word(_ model: DeadlineModel) -> String {
    switch model {
    case .singleStage: "one stage"
    case .twoStage: "two stages: outline, then full application for those invited"
    case .multipleCutOff: "several cut-off dates, each a chance to apply"
    case .permanent: "applications at any time"
    }
  }

  func word(_ management: Management) -> String {
    switch management {
    case .direct: "direct: the Commission or its agencies"
    case .indirect: "indirect: entrusted bodies"
    case .shared: "shared: the Member States"
    }
  }

  func word(_ cap: FundingRate.Cap) -> String {
    switch cap {
    case .priority: "priority"
    case .programme: "programme"
    }
  }

  func word(_ award: PreviousAward) -> String {
    switch award {
    case .urbanInnovativeAction: "an urban innovative action"
    case .europeanUrbanInitiative: "an innovative action of the European Urban Initiative"
    case .urbactGoodPractice: "a good practice labelled by URBACT"
    }
  }

  func word(_ purpose: SpecialPurpose) -> String {
    switch purpose {
    case .publicOrder: "the mere upkeep of public order at national level"
    case .military: "a military or defence purpose"
    case .customsControl: "equipment for customs control"
    case .coerciveEquipment: "coercive equipment such as weapons or batons, unless for training"
    case .informantRewards: "rewards to informants"
    }
  }

  func word(_ status: VATStatus) -> String {
    switch status {
    case .recoverable: "recovered in full"
    case .nonRecoverable: "not recoverable"
    case .partly(let rate): "recovered in part (\(percent(rate)))"
    }
  }

  func word(_ role: Precedent.Role) -> String {
    switch role {
    case .coordinator: "coordinator"
    case .participant: "participant"
    case .thirdParty: "linked third party"
    case .associatedPartner: "associated partner"
    case .other: "other role"
    }
  }

  func word(_ kind: Precedent.Kind) -> String {
    switch kind {
    case .publicBody: "public body"
    case .education: "university or school"
    case .research: "research organisation"
    case .company: "company"
    case .other: "other body"
    }
  }

  func word(field: String) -> String {
    switch field {
    case "openingDate": "opening of the call"
    case "deadline": "deadlines"
    case "minAwardAmount": "smallest grant"
    case "maxAwardAmount": "largest grant"
    default: FieldChange.Field(rawValue: field).map { word($0) } ?? field
    }
  }
}
