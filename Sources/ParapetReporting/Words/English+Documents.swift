import ParapetModel

extension English {
  func label(_ label: DocumentLabel) -> String {
    switch label {
    case .readDocument: "Call document"
    case .document: "Document"
    case .version: "Version"
    case .pages: "Pages"
    case .page: "Page"
    case .topic: "Topic"
    case .call: "Call"
    case .typeOfAction: "Type of action"
    case .budget: "Budget of the topic"
    case .grant: "Grant of a project"
    case .rate: "Rate"
    case .deadlines: "Deadlines"
    case .clauses: "Clauses"
    case .number: "No."
    case .section: "Section"
    case .words: "Words of the document"
    case .meaning: "Read as"
    case .decision: "Decision"
    case .openClauses: "Clauses that nothing took: read them yourself"
    case .asks: "What it asks"
    case .asksNothing: "What asks nothing of those who apply"
    case .added: "New"
    case .dropped: "Gone"
    case .lapsed: "Lapsed"
    case .changesSince: "What the new version changes"
    case .digest: "SHA-256"
    }
  }

  func note(_ note: DocumentNote) -> String {
    switch note {
    case .clausesMeaning:
      "Each clause stands word for word with its page. What was read out of it shuts nobody out until a person has accepted it."
    case .known: "The document was read before and has not changed; nothing was read anew."
    case .counted(let clauses, let asking, let open):
      "\(count(clauses, "clause", "clauses")): \(number(asking)) to decide about, of which \(number(open)) that nothing took."
    case .settled: "Read whole and decided: nothing else is asked by the document."
    case .undecided(let number, let topic):
      "\(count(number, "clause waits", "clauses wait")) for a decision: parapet accept \(topic) --by NAME, with --clause N for one of them and --reject to set it aside."
    case .absent(let sections): "Not found in the document: \(and(sections)). The topic stays open."
    case .nothingAsked(let topic):
      "No clause asks anything beyond the general rules; confirm it with: parapet accept \(topic) --by NAME."
    case .since(let version): "Compared with \(version), clause by clause."
    case .accepted(let name, let day): "accepted by \(name), \(day)"
    case .setAside(let name, let day): "set aside by \(name), \(day)"
    case .lapsed(let name, let day, let quote):
      "\(quoted(quote)): the decision of \(name), \(day), no longer holds"
    case .proposed: "nobody has decided yet"
    case .notTaken: "not understood"
    case .figure: "an amount or a rate"
    }
  }

  func word(_ section: ClauseSection) -> String {
    switch section {
    case .admissibility: "admissibility"
    case .eligibility: "eligibility"
    case .legal: "legal and financial set-up"
    case .other: "award, procedure and security"
    }
  }

  func word(_ kind: CallDocument.Kind) -> String {
    switch kind {
    case .callDocument: "call document"
    case .workProgramme: "work programme"
    }
  }

  func word(_ nature: ClauseNature) -> String {
    switch nature {
    case .leadIn: "opens a list"
    case .anyEntity: "any legal entity may apply"
    case .naturalPersons: "of natural persons, which no city is"
    case .internationalOrganisations: "of international organisations"
    case .withoutPersonality: "of bodies without legal personality"
    case .unionBodies: "of bodies of the Union"
    case .associations: "of associations and groupings"
    case .restrictiveMeasures: "of the Union’s restrictive measures"
    case .participation: "how others take part"
    case .registration: "registration before the application"
    case .pageLimit: "length of the application"
    case .form: "form of the application"
    case .costs: "which costs count"
    case .timing: "when the work begins and what it delivers"
    case .payments: "payments and reports"
    case .thirdParties: "money passed on to third parties"
    case .liability: "liability and breach"
    case .results: "results and the rights in them"
    case .security: "classified or sensitive work"
    case .ethics: "ethics and values"
    case .activities: "which work is paid for"
    case .expectation: "normal or expected, obliges nobody"
    case .generalRules: "points to the general rules"
    case .reference: "points to a definition, list or guide"
    case .satelliteData: "satellite data of the Union"
    case .suppliers: "suppliers that no city is"
    case .explanation: "a reason or a consequence"
    case .otherCountries: "of countries outside the Union"
    case .statement: "states a fact"
    }
  }
}
