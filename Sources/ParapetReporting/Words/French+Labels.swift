extension French {
  func label(_ label: Label) -> String {
    switch label {
    case .shortlist: "Présélection"
    case .opportunities: "Financements possibles"
    case .skipToContent: "Aller au contenu"
    case .notes: "Remarques"
    case .country: "Pays"
    case .region: "Région (NUTS)"
    case .population: "Population"
    case .applicant: "Demandeur"
    case .regionCategory: "Catégorie de région"
    case .vat: "TVA"
    case .partners: "Partenaires"
    case .none: "aucun"
    case .cost: "Coût hors taxe"
    case .measures: "Mesures"
    case .component: "Volet"
    case .site: "Lieu"
    case .period: "Période"
    case .priority: "Priorité"
    case .rank: "Rang"
    case .opportunity: "Financement"
    case .title: "Titre"
    case .verdict: "Verdict"
    case .status: "État"
    case .fit: "Adéquation"
    case .deadline: "Date limite"
    case .grant: "Subvention"
    case .ownContribution: "Part propre"
    case .reference: "Référence"
    case .level: "Niveau"
    case .programme: "Programme"
    case .opening: "Ouverture"
    case .minimumGrant: "Subvention minimale"
    case .maximumGrant: "Subvention maximale"
    case .instrument: "Instrument"
    case .deadlineModel: "Dates limites"
    case .management: "Gestion"
    case .eligibleCost: "Coût éligible"
    case .confidence: "Critères tranchés"
    case .conditions: "Bon à savoir"
    case .cadence: "Rythme des appels"
    case .whereToApply: "Où candidater"
    case .documents: "Documents"
    case .requirements: "Conditions"
    case .allOf: "Toutes ces conditions\u{A0}:"
    case .anyOf: "L’une au moins de ces conditions\u{A0}:"
    case .notThis: "Sauf\u{A0}:"
    case .amounts: "Montants et règles"
    case .legalBases: "Bases juridiques"
    case .versions: "Versions"
    case .readOn: "Lu le"
    case .dialect: "Format"
    case .source: "Source"
    case .ingest: "Enregistrements lus"
    case .created: "Nouveaux"
    case .changed: "Modifiés"
    case .unchanged: "Inchangés"
    case .missing: "Absents"
    case .rejected: "Rejetés"
    case .total: "Total"
    case .check: "Contrôle"
    case .findings: "Constats"
    case .statistics: "Statistiques"
    case .subject: "Objet"
    case .number: "N°"
    case .instruments: "Instruments"
    case .calls: "Appels et thèmes"
    case .criteria: "Critères"
    case .withoutSource: "Critères sans source"
    case .withoutExamples: "Critères sans exemple"
    case .budgetByHeading: "Budget par rubrique"
    case .costLines: "Coûts un par un"
    case .because: "Pourquoi chaque montant"
    case .bounds: "Plafonds et planchers"
    case .bound: "Limite"
    case .limit: "Montant"
    case .applied: "Effet"
    case .yes: "oui"
    case .no: "non"
    case .items: "Projets"
    case .totalCost: "Coût total"
    case .notKnown: "non connu"
    case .heading: "Rubrique"
    case .byPayer: "Par payeur"
    case .supportStatement: "Déclaration des autres aides pour les mêmes coûts"
    case .supportSource: "Source"
    case .supportKind: "Fonds de"
    case .supportState: "État"
    case .supportAmount: "Montant"
    case .item: "Action"
    case .yearOfCost: "Année"
    case .workPackage: "Lot de travail"
    case .quantity: "Quantité"
    case .unit: "Unité"
    case .unitCost: "Coût unitaire"
    case .wholeEuro: "En euros entiers"
    case .wholeEuroRest: "Reste des euros entiers"
    case .layout: "Présentation"
    case .tieOut: "Les mêmes coûts dans chaque présentation"
    case .netCost: "Coût hors taxe"
    case .usefulLife: "Durée de vie en mois"
    case .monthsInAction: "Mois dans l’action"
    case .shareOfUse: "Part d’usage"
    case .payer: "Payeur"
    case .rate: "Taux"
    case .description: "Description"
    case .indirectCosts: "Coûts indirects"
    case .reasons: "Critères"
    case .stated: "Constaté"
    case .facts: "Faits demandés par les critères"
    case .questions: "Questions dont la réponse déciderait"
    case .fixes: "Ce qui lèverait les obstacles"
    case .unlocks: "Les changements isolés qui ouvrent le plus"
    case .change: "Changement"
    case .openedItems: "Pour les projets"
    case .opened: "Ouvre"
    case .worth: "Subvention"
    case .blockedItems: "Projets que rien ne peut financer"
    case .power: "Entre quelles mains"
    case .assumptions: "Hypothèses"
    case .differences: "Sources qui se contredisent"
    case .ourFile: "notre fichier"
    case .feed: "flux"
    case .page: "Page"
    case .notStated: "non précisé"
    case .notUnderstood: "précisé, mais pas compris"
    case .over: "passé"
    case .whatItPays: "Ce qu’il finance"
    case .madeFor: "Fait pour"
    case .canPayFor: "Peut financer, sous conditions"
    case .doesNotPayFor: "Ne finance pas"
    case .whoCanApply: "Qui peut candidater"
    case .whereItPays: "Où"
    case .howMuch: "Combien"
    case .envelope: "Budget total"
    case .untilWhen: "Jusqu’à quand"
    case .nextCall: "Prochain appel"
    case .howCostsCount: "Comment les coûts comptent"
    case .howSure: "Degré de certitude"
    case .exactRequirements: "Conditions, exactement telles qu’elles sont appréciées"
    case .changes: "Changements"
    case .before: "Avant"
    case .after: "Après"
    case .exchangeRate: "Taux de change"
    case .precedents: "Qui a déjà été financé"
    case .project: "Convention de subvention"
    case .scheme: "Type d’action"
    case .smallEnterprise: "petite ou moyenne entreprise"
    case .book: "Livre des instruments"
    case .matrix: "Mesures et instruments"
    case .legend: "Légende"
    case .core: "principal"
    case .possible: "possible"
    case .unknown: "inconnu"
    case .measure: "Mesure"
    case .departures: "Où il s’écarte de la lecture habituelle"
    case .usually: "Lecture habituelle"
    case .byMeasure: "Par mesure"
    case .proposals: "Propositions pour 2028–2034"
    }
  }

  func note(_ note: Note) -> String {
    switch note {
    case .made(let asOf, let knownOn, let program):
      return "Situation au \(asOf)" + (knownOn.map { ", d’après ce qui était connu le \($0)" } ?? "")
        + ". Parapet \(program)."
    case .catalogueMissing:
      return
        "Aucun flux n’a jamais été lu\u{202F}: il n’y a pas de catalogue, seulement les appels du dossier de données."
    case .catalogueEmpty: return "Aucun flux n’a encore été lu\u{202F}: le catalogue est vide."
    case .feedRead(let feed, let day, let days):
      switch days {
      case nil: return "\(feed) le \(day)"
      case 0: return "\(feed) le \(day), le jour même"
      case 1: return "\(feed) le \(day), la veille"
      case .some(let days): return "\(feed) le \(day), \(number(days))\u{A0}jours avant"
      }
    case .feedsRead(let list): return "Dernière lecture des flux\u{202F}: \(list)."
    case .counts(let eligible, let undecided, let ineligible):
      return [
        count(eligible, "éligible", "éligibles"), count(undecided, "indéterminé", "indéterminés"),
        count(ineligible, "inéligible", "inéligibles"),
      ].joined(separator: ", ") + "."
    case .undecidedMeaning:
      return
        "Indéterminé signifie qu’un fait manque ou qu’une règle n’est pas vérifiée. Cela ne promet rien\u{202F}: "
        + "répondez aux questions avant de vous y fier."
    case .fitMeaning:
      return
        "L’adéquation (de 0 à 100) classe ce à quoi l’on peut candidater. Ce n’est pas une probabilité de succès."
    case .grantMeaning:
      return
        "Les subventions sont estimées d’après les coûts, les taux et les limites indiqués. La part propre est ce "
        + "qui reste à payer par la ville et ses partenaires."
    case .timeAssumed:
      return "Une date limite donnée sans heure est appréciée à 17\u{A0}h à Bruxelles."
    case .nothingListed:
      return
        "Rien d’ouvert ni d’annoncé n’est listé pour ce projet. Demandez la liste complète pour voir ce qui est clos, "
        + "exclu ou destiné à d’autres actions."
    case .unverifiedRule(let grade):
      return "Règle non vérifiée (\(grade))\u{A0}: elle abaisse le rang et n’exclut personne."
    case .alternative: return "C’est une voie parmi plusieurs\u{202F}; elle n’exclut pas à elle seule."
    case .criteriaMet(let met, let all):
      if met == all {
        return all == 1 ? "Le critère est rempli." : "Les \(number(all)) critères sont remplis."
      }
      return "Les conditions sont remplies (\(number(met)) critères sur \(number(all)))."
    case .notMet(let names): return pair("Non rempli", and(names)) + "."
    case .openQuestions(let names): return pair("À éclaircir", and(names)) + "."
    case .unverifiedRules(let names):
      return pair(
        names.count == 1 ? "Règle non vérifiée non remplie" : "Règles non vérifiées non remplies", and(names))
        + "."
    case .noCall: return "Aucun appel n’est publié\u{A0}: interrogez l’autorité qui gère le programme."
    case .cap(let rate, let cap): return "Jusqu’à \(percent(rate)), plafond \(word(cap))."
    case .changesCounted(let red, let amber, let grey, let since):
      return count(red, "rouge", "rouges") + ", \(number(amber)) orange, \(number(grey)) gris"
        + (since.map { " depuis le \(date($0))." } ?? ".")
    case .listed(let number): return count(number, "financement", "financements") + "."
    case .replaces(let id): return "Remplace \(id)."
    case .unmodified(let source, let day):
      return "\(source) n’a pas changé depuis la lecture du \(day)."
    case .findings(let errors, let warnings):
      return count(errors, "erreur", "erreurs") + ", " + count(warnings, "avertissement", "avertissements")
        + "."
    case .grantUnknown:
      return "Aucune source n’indique le taux\u{A0}: ni la subvention ni la part propre ne sont connues."
    case .formerCategory(let category): return "\(category) en 2014–2020"
    case .belowAverageProduct(let isBelow):
      return "produit par habitant \(isBelow ? "inférieur" : "non inférieur") à la moyenne de l’Union"
    case .expectedNotPublished: return "Attendu, non publié."
    case .nothingExpected: return "Rien n’est connu du prochain appel."
    case .nothingSays: return "Aucun critère en vigueur n’en parle, donc rien n’est affirmé."
    case .gradeMeaning:
      return
        "Seuls la loi, une page officielle et le document de l’appel peuvent exclure. Vérifiez le reste avant de "
        + "vous y fier."
    case .envelope(let amount, let year):
      return "Le budget total est de \(amount)" + (year.map { " pour \($0)." } ?? ".")
    case .matrixMeaning:
      return
        "Principal\u{A0}: l’instrument existe pour cette mesure. Possible\u{A0}: il peut la financer sous "
        + "conditions. Non\u{A0}: une exclusion, ou une liste où la mesure ne figure pas. Inconnu\u{A0}: aucune "
        + "source lue ne le dit. À côté de chaque réponse figurent son degré de certitude et sa source."
    case .departureMeaning(let cells, let all):
      return
        "La lecture habituelle est un tableau à nous, tiré de l’expérience avant que les textes ne soient lus "
        + "article par article. Les fichiers disent autre chose dans \(number(cells)) cases sur \(number(all))."
    case .proposalMeaning:
      return
        "Ce sont des propositions, pas des lois\u{202F}; rien n’est rapproché d’elles, et les montants peuvent "
        + "changer."
    case .bookSize(let instruments, let measures):
      return count(instruments, "instrument", "instruments") + ", " + count(measures, "mesure", "mesures")
        + "."
    case .funded(let count, let paid):
      return self.count(count, "projet a été financé", "projets ont été financés") + " ici"
        + (paid.map { ", avec \($0) de l’Union au total." } ?? ".")
    case .participants(let participants, let countries):
      return count(participants, "organisme", "organismes")
        + (countries > 0 ? " de " + count(countries, "pays", "pays") : "")
    case .leftEarly: return "parti avant la fin"
    case .noOtherSupport:
      return "Le portefeuille ne mentionne aucune autre aide pour ces coûts (support.csv)."
    case .noCostTwice:
      return
        "Aucun coût n’est payé deux fois\u{A0}: l’ensemble des aides ne dépasse pas le coût éligible de chaque "
        + "action, et toute autre demande pour les mêmes travaux est déclarée (règlement (UE, Euratom) 2024/2509, "
        + "art. 194)."
    case .unionSupports(let items):
      return
        "L’Union soutient déjà \(and(items.map { quoted($0) })) ou y est invitée\u{A0}: seuls les coûts qu’elle ne "
        + "paie pas peuvent être présentés ici, sauf si les deux subventions le permettent."
    case .titleOfBudget(let city, let opportunity): return pair("Budget de \(city)", opportunity)
    case .titleOfShortlist(let city): return pair("Présélection", city)
    }
  }
}
