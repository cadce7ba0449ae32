public import ParapetBudgeting

/// A heading or column of what is copied into a form of application.
public enum FormBlockLabel: String, Hashable, Sendable, CaseIterable {
  case participants, participant, role, shortName, participantCode, kindOfBody, requested
  case allBeneficiaries, noWorkPackage, units, costPerUnit, amount, rest, wholeEuroUnits, wholeEuroCost
  case certificate
}

/// The words of forms of application in a language.
public protocol FormBlockWords {
  /// A heading or the name of a column.
  func label(_ label: FormBlockLabel) -> String
  /// What a participant is in an application.
  func word(_ role: ParticipantTable.Role) -> String
  /// What the block of a beneficiary shows: its work packages, or its units.
  func block(_ number: Int, _ name: String, units: Bool) -> String
  /// That nobody says who leads.
  var leadIsOpen: String { get }
  /// How units and cost of one are to be copied.
  var unitsMeaning: String { get }
}
