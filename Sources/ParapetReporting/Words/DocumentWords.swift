public import ParapetModel

/// A heading, or the name of a column or fact, of what was read in call documents.
public enum DocumentLabel: String, Hashable, Sendable, CaseIterable {
  case readDocument, document, version, pages, page, topic, call, typeOfAction, budget, grant, rate, deadlines
  case clauses, number, section, words, meaning, decision, openClauses, asks, asksNothing, added, dropped,
    lapsed
  case changesSince, digest
}

/// A remark of what was read in call documents, with the figures that it needs.
public enum DocumentNote: Hashable, Sendable {
  /// What a clause is and what it takes until it counts.
  case clausesMeaning
  /// That nothing new was read, since the document is kept.
  case known
  /// How many clauses there are, how many ask something, and how many nothing took.
  case counted(clauses: Int, asking: Int, open: Int)
  /// That everything it asks was read and decided.
  case settled
  /// That somebody must decide, and how.
  case undecided(Int, topic: String)
  /// That a section was not found.
  case absent([String])
  /// That nothing asks for a decision, and the whole has to be confirmed.
  case nothingAsked(topic: String)
  /// What changed since a version.
  case since(String)
  /// Who accepted.
  case accepted(by: String, on: String)
  /// Who set it aside.
  case setAside(by: String, on: String)
  /// That a decision no longer holds.
  case lapsed(by: String, on: String, quote: String)
  /// That nobody has decided yet.
  case proposed
  /// That nothing took the clause.
  case notTaken
  /// That it states an amount or a rate.
  case figure
}

/// The words about call documents in a language.
public protocol DocumentWords {
  /// A heading or the name of a column or fact.
  func label(_ label: DocumentLabel) -> String
  /// A remark.
  func note(_ note: DocumentNote) -> String
  /// The name of a section.
  func word(_ section: ClauseSection) -> String
  /// Why a clause asks nothing of those who apply.
  func word(_ nature: ClauseNature) -> String
  /// The name of a kind of document.
  func word(_ kind: CallDocument.Kind) -> String
}
