import ParapetBudgeting
import ParapetModel

extension English {
  func label(_ severity: RecordChange.Severity) -> String {
    switch severity {
    case .red: "Red: it can spoil an application"
    case .amber: "Amber: to be known"
    case .grey: "Grey: words, and what is new"
    }
  }

  func word(_ kind: RecordChange.Kind) -> String {
    switch kind {
    case .created: "new"
    case .changed: "changed"
    case .missing: "missing from its source"
    case .returned: "back in its source"
    case .withdrawn: "withdrawn"
    }
  }

  func word(_ status: Status) -> String {
    switch status {
    case .forthcoming: "forthcoming"
    case .open: "open"
    case .closed: "closed"
    case .withdrawn: "withdrawn"
    case .unknown: "unknown"
    }
  }

  func word(_ field: FieldChange.Field) -> String {
    switch field {
    case .level: "level"
    case .identifier: "identifier"
    case .otherIdentifier: "other identifiers"
    case .title: "title"
    case .description: "description"
    case .status: "stated status"
    case .publicationDate: "publication"
    case .openingDate: "opening"
    case .deadlineModel: "kind of deadlines"
    case .deadline: "deadlines"
    case .totalAmountAvailable: "available"
    case .minAwardAmount: "smallest grant"
    case .maxAwardAmount: "largest grant"
    case .estimatedAwardCount: "expected grants"
    case .fundingRate: "rate"
    case .costRules: "cost rules"
    case .requirements: "requirements"
    case .typeOfAction: "type of action"
    case .programme: "programme"
    case .programmeDivision: "parts of the programme"
    case .partOf: "call"
    case .appliesTo: "scope"
    case .management: "management"
    case .period: "period"
    case .legalBasis: "legal bases"
    case .applyAt: "where to apply"
    case .condition: "conditions"
    case .cadence: "when calls come"
    case .keyword: "keywords"
    case .documentLink: "documents"
    case .proposal: "proposal"
    }
  }

  func note(_ presence: Presence) -> String? {
    switch presence {
    case .present: nil
    case .missing(let day): "Missing from its source since \(date(day)); its dates go on deciding."
    case .withdrawn(let day): "Counts as withdrawn since \(date(day))."
    }
  }
}
