/// Why a sentence of conditions decides nothing about who may apply.
///
/// Each is a kind of sentence and not a sentence: it is known by the few words that it cannot do without.
enum NeutralSentence: String, Hashable, Sendable, CaseIterable {
  /// Points to the general rules, which are judged for every topic of the programme.
  case generalRules
  /// Says that some third countries pay for their own.
  case otherFunding
  /// Asks for the Union's own satellite data; binds the work.
  case satelliteData
  /// Keeps suppliers of networks that were found to be high risks out; no city is one.
  case networks
  /// Lets the Joint Research Centre take part.
  case jointResearchCentre
  /// Asks for a table in the form.
  case form
  /// Points to a definition, a list or a guide.
  case reference
  /// Gives the reasons for a rule.
  case grounds
  /// Says what happens to a proposal that breaks the rule stated before.
  case consequence
  /// What holds where a country becomes associated.
  case laterAssociation
  /// How an earlier rule is to be shown or may be lifted.
  case guarantees
  /// Speaks of classified or sensitive work.
  case security
  /// Obliges nobody.
  case statement

  init?(_ sentence: ConditionSentence) {
    let known = NeutralSentence.table.first { entry in
      entry.words.allSatisfy { sentence.says($0) } && !sentence.says(any: entry.without)
    }
    guard let known else { return nil }
    self = known.kind
  }

  private struct Entry {
    let kind: NeutralSentence
    let words: [String]
    var without: [String] = []
  }

  private static let table: [Entry] = [
    Entry(kind: .satelliteData, words: ["satellite", "must make use of", "copernicus"]),
    Entry(
      kind: .networks, words: ["restriction for the protection of european communication network"],
      without: ["require"]),
    Entry(kind: .networks, words: ["high risk supplier"]),
    Entry(kind: .otherFunding, words: ["not automatically eligible for funding", "specific provision"]),
    Entry(kind: .jointResearchCentre, words: ["joint research centre"], without: ["at least"]),
    Entry(kind: .jointResearchCentre, words: ["jrc will not participate"]),
    Entry(kind: .form, words: ["fill in the table"], without: ["at least", "require"]),
    Entry(kind: .form, words: ["mandatory table of compliance"]),
    Entry(kind: .grounds, words: ["it is important to avoid"], without: ["limited to", "must"]),
    Entry(kind: .grounds, words: ["achieving the objective of this topic", "knowledge"], without: ["must"]),
    Entry(kind: .grounds, words: ["achiving the objective of this topic"]),
    Entry(kind: .grounds, words: ["this decision ha been taken"]),
    Entry(kind: .grounds, words: ["choice of these country"]),
    Entry(kind: .consequence, words: ["will be ineligible", "country"], without: ["at least"]),
    Entry(kind: .laterAssociation, words: ["association agreement", "must apply"]),
    Entry(kind: .laterAssociation, words: ["may become associated"]),
    Entry(kind: .laterAssociation, words: ["become associated", "may be eligible"]),
    Entry(kind: .guarantees, words: ["the guarantee shall"]),
    Entry(kind: .security, words: ["classified background"]),
    Entry(kind: .reference, words: ["please refer to"], without: ["must include"]),
    Entry(kind: .reference, words: ["please read carefully"]),
    Entry(kind: .reference, words: ["see the list of"], without: ["at least"]),
    Entry(kind: .reference, words: ["see definition of"]),
    Entry(kind: .reference, words: ["without prejudice to the possibility to include additional partner"]),
    Entry(kind: .reference, words: ["must use as a reference"]),
    Entry(kind: .consequence, words: ["natural person", "not eligible"], without: ["must"]),
    Entry(kind: .generalRules, words: ["affiliated entity do not count"]),
    Entry(kind: .generalRules, words: ["affiliated entity are not counted"]),
    Entry(kind: .consequence, words: ["condition", "not only beneficiary", "but also subcontractor"]),
    Entry(kind: .reference, words: ["please note that as of the date", "only country associated"]),
    Entry(kind: .generalRules, words: ["to become a beneficiary", "must be eligible for funding"]),
    Entry(kind: .reference, words: ["for distributed eric"]),
  ]
}
