import ParapetModel

extension French {
  func label(_ label: DocumentLabel) -> String {
    switch label {
    case .readDocument: "Document d’appel"
    case .document: "Document"
    case .version: "Version"
    case .pages: "Pages"
    case .page: "Page"
    case .topic: "Sujet"
    case .call: "Appel"
    case .typeOfAction: "Type d’action"
    case .budget: "Budget du sujet"
    case .grant: "Subvention d’un projet"
    case .rate: "Taux"
    case .deadlines: "Dates limites"
    case .clauses: "Clauses"
    case .number: "N°"
    case .section: "Section"
    case .words: "Mots du document"
    case .meaning: "Lu comme"
    case .decision: "Décision"
    case .openClauses: "Clauses que rien n’a comprises\u{A0}: à lire vous-même"
    case .asks: "Ce qu’il demande"
    case .asksNothing: "Ce qui ne demande rien aux candidats"
    case .added: "Nouveau"
    case .dropped: "Disparu"
    case .lapsed: "Caduc"
    case .changesSince: "Ce que change la nouvelle version"
    case .digest: "SHA-256"
    }
  }

  func note(_ note: DocumentNote) -> String {
    switch note {
    case .clausesMeaning:
      "Chaque clause figure mot pour mot, avec sa page. Ce qui en a été lu n’exclut personne tant que quelqu’un ne l’a pas accepté."
    case .known: "Le document a déjà été lu et n’a pas changé\u{A0}; rien n’a été relu."
    case .counted(let clauses, let asking, let open):
      "\(count(clauses, "clause", "clauses"))\u{A0}: \(number(asking)) à décider, dont \(number(open)) que rien n’a comprises."
    case .settled: "Lu en entier et décidé\u{A0}: le document ne demande rien d’autre."
    case .undecided(let number, let topic):
      "\(count(number, "clause attend", "clauses attendent")) une décision\u{A0}: parapet accept \(topic) --by NOM, avec --clause N pour l’une d’elles et --reject pour l’écarter."
    case .absent(let sections): "Introuvable dans le document\u{A0}: \(and(sections)). Le sujet reste ouvert."
    case .nothingAsked(let topic):
      "Aucune clause ne demande rien au-delà des règles générales\u{A0}; confirmez-le par\u{A0}: parapet accept \(topic) --by NOM."
    case .since(let version): "Comparé à \(version), clause par clause."
    case .accepted(let name, let day): "acceptée par \(name), \(day)"
    case .setAside(let name, let day): "écartée par \(name), \(day)"
    case .lapsed(let name, let day, let quote):
      "\(quoted(quote))\u{A0}: la décision de \(name), \(day), ne vaut plus"
    case .proposed: "personne n’a encore décidé"
    case .notTaken: "pas comprise"
    case .figure: "un montant ou un taux"
    }
  }

  func word(_ section: ClauseSection) -> String {
    switch section {
    case .admissibility: "recevabilité"
    case .eligibility: "éligibilité"
    case .legal: "cadre juridique et financier"
    case .other: "attribution, procédure et sécurité"
    }
  }

  func word(_ kind: CallDocument.Kind) -> String {
    switch kind {
    case .callDocument: "document d’appel"
    case .workProgramme: "programme de travail"
    }
  }

  func word(_ nature: ClauseNature) -> String {
    switch nature {
    case .leadIn: "ouvre une liste"
    case .anyEntity: "toute entité juridique peut candidater"
    case .naturalPersons: "des personnes physiques, ce qu’aucune ville n’est"
    case .internationalOrganisations: "des organisations internationales"
    case .withoutPersonality: "des entités sans personnalité juridique"
    case .unionBodies: "des organismes de l’Union"
    case .associations: "des associations et groupements"
    case .restrictiveMeasures: "des mesures restrictives de l’Union"
    case .participation: "comment d’autres participent"
    case .registration: "inscription avant la candidature"
    case .pageLimit: "longueur de la candidature"
    case .form: "forme de la candidature"
    case .costs: "quels coûts comptent"
    case .timing: "début des travaux et livrables"
    case .payments: "paiements et rapports"
    case .thirdParties: "argent transmis à des tiers"
    case .liability: "responsabilité et manquements"
    case .results: "résultats et droits sur eux"
    case .security: "travaux classifiés ou sensibles"
    case .ethics: "éthique et valeurs"
    case .activities: "quels travaux sont financés"
    case .expectation: "habituel ou attendu, n’oblige personne"
    case .generalRules: "renvoie aux règles générales"
    case .reference: "renvoie à une définition, une liste ou un guide"
    case .satelliteData: "données satellitaires de l’Union"
    case .suppliers: "fournisseurs qu’aucune ville n’est"
    case .explanation: "une raison ou une conséquence"
    case .otherCountries: "de pays hors de l’Union"
    case .statement: "énonce un fait"
    }
  }
}
