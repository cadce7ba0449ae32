import ParapetBudgeting
import ParapetMatching
import ParapetPlanning
import ParapetModel

extension French {
  func label(_ label: PlanLabel) -> String {
    switch label {
    case .plan: "Plan de financement"
    case .applications: "Candidatures"
    case .whoPaysWhat: "Qui paie quoi"
    case .ownByYear: "Qui paie quoi et en quelle année"
    case .grants: "Subventions"
    case .partners: "Partenaires"
    case .city: "Ville"
    case .year: "Année"
    case .limit: "Limite de la ville"
    case .noYear: "sans année"
    case .cash: "Trésorerie par trimestre"
    case .quarter: "Trimestre"
    case .spent: "Dépensé"
    case .received: "Reçu"
    case .bridged: "À avancer"
    case .inHand: "En caisse"
    case .peak: "Avance maximale"
    case .unfunded: "Ce qui reste"
    case .left: "Coûts nets restés sans subvention"
    case .grantFromCalls: "dont d’appels connus\u{202F}; pour le reste, demander d’abord"
    case .because: "Pourquoi"
    case .losses: "Ce que coûterait la perte d’une subvention"
    case .without: "Sans"
    case .fundedChange: "Coûts financés"
    case .grantChange: "Subventions"
    case .ownChange: "Fonds propres"
    case .itemsLost: "N’est plus financé"
    case .instead: "Financé à la place"
    case .second: "Deuxième meilleur plan"
    case .scenarios: "Côte à côte"
    case .scenario: "Cas"
    case .expected: "Espéré"
    case .spread: "Écart type"
    case .checks: "Vérifié une seconde fois"
    case .payments: "Versements"
    case .payment: "Versement"
    case .day: "Attendu le"
    case .otherSupport: "Autres aides pour les mêmes projets"
    case .funded: "Financé"
    case .byPriority: "Coûts nets financés, par priorité"
    case .search: "Recherche"
    case .wholeItem: "projet entier"
    case .costs: "Coûts"
    case .ledger: "Chaque coût et qui le paie"
    case .claimedBy: "Déclaré dans"
    case .nobody: "aucune"
    case .declarations: "À déclarer"
    case .waiting: "Ce qu’un plan plus large attend"
    case .from: "Travaux à partir du"
    case .otherMoney: "Autres aides"
    case .askFirst: "à demander"
    case .anyTime: "à tout moment"
    case .until: "Travaux jusqu’au"
    case .fit: "Adéquation"
    }
  }

  func sentence(_ sentence: PlanSentence) -> String {
    switch sentence {
    case .title(let city): "Plan de financement de \(city)"
    case .meaning:
      "Le plan dit où déposer une candidature et avec quels projets, pour financer d’abord les projets de priorité 1, puis "
        + "ceux de priorité 2, et ainsi de suite, puis par ce qui est fait pour eux plutôt que par ce qui peut aussi les payer, "
        + "avec le moins de fonds propres, le "
        + "moins de candidatures et les versements les plus précoces. Il ne contient que ce que l’on déposerait. Il ne promet "
        + "pas le succès d’une candidature."
    case .sumsMeaning:
      "Une candidature est une seule opération avec un seul budget, celui que «\u{A0}parapet budget\u{A0}» en établit. Les "
        + "fonds propres sont ce qu’il faut trouver\u{A0}: les coûts réels avec la taxe qui reste, moins les subventions et "
        + "les autres aides. Une candidature est un seul projet\u{A0}: un "
        + "appel en reçoit une, une autorité qui sélectionne des opérations une par projet."
    case .undecidedTaken(0):
      "L’indéterminé peut être supposé éligible\u{202F}; rien dans le plan n’est indéterminé."
    case .undecidedTaken(let count):
      "\(count <= 1 ? "Un projet figure" : "\(number(count))\u{A0}projets figurent") dans une candidature dont les "
        + "conditions sont indéterminées\u{A0}: cela a été demandé et c’est signalé. Répondez d’abord aux questions."
    case .subjectsByWords(let count):
      "\(count <= 1 ? "Un projet va" : "\(number(count))\u{A0}projets vont") à un appel qui ne paie que sur un seul sujet, "
        + "d’après ses propres mots\u{A0}: c’est signalé comme indéterminé. Tout autre indéterminé est écarté\u{202F}; "
        + "demandez à le supposer pour voir un plan qui en tient compte."
    case .flatRate(let amount):
      "Le coût total compte les coûts indirects aux forfaits des programmes. \(money(amount)) en dépassent ce qui est vraiment "
        + "payé\u{A0}: les fonds propres sont le coût moins la subvention, moins cette somme."
    case .askFirst(let authority):
      "Aucune date de dépôt n’est connue\u{A0}: demandez à \(authority.map { "l’autorité (\($0))" } ?? "l’autorité de gestion") "
        + "quand les candidatures sont reçues. Les dates données sont comptées comme si l’on déposait aujourd’hui."
    case .openCall(let name, let day):
      "Un appel de ce programme, \(name), est ouvert jusqu’au \(date(day))\u{202F}; ce qu’il demande n’a pas été lu\u{A0}: cherchez-le "
        + "d’abord, et déposez-y la candidature."
    case .countedFromToday(let names):
      "Aucune date limite de dépôt n’est connue pour \(and(names))\u{A0}: \(names.count == 1 ? "ses" : "leurs") dates sont "
        + "comptées comme si l’on déposait aujourd’hui."
    case .anyTime:
      "Les candidatures sont reçues à tout moment. Les dates données sont comptées comme si l’on déposait aujourd’hui."
    case .undecidedLeft:
      "Ce qui est indéterminé est écarté\u{202F}; demandez à le supposer pour voir un plan qui en tient compte."
    case .nothing:
      "Rien ne peut être planifié\u{202F}; la raison est donnée plus bas pour chaque projet."
    case .proven: "De ce que l’on déposerait, rien de mieux n’est possible dans ces limites."
    case .waiting(let waiting):
      switch waiting.standing {
      case .readCall:
        "\(items(waiting)) la lecture d’un document d’appel\u{A0}: \(room(waiting)). Cherchez ce que "
          + "\(waiting.opportunities.count == 1 ? "demande" : "demandent") \(and(waiting.opportunities)), dans le document ou auprès "
          + "de l’autorité, et confirmez-le."
      case .answer:
        "\(items(waiting)) ce que la ville n’a pas indiqué\u{A0}: \(room(waiting)). Répondez\u{A0}: \(asked(waiting)). "
          + "«\u{A0}parapet shortlist\u{A0}» pose la question en entier."
      case .partner:
        "\(items(waiting)) des partenaires\u{A0}: \(room(waiting)). Nommez-les dans city.yaml."
      case .ready, .doubtful, .no: "\(items(waiting))\u{A0}: \(money(waiting.worth))."
      }
    case .notStudied:
      "Un deuxième plan et le coût de la perte de chaque subvention n’ont pas été cherchés parmi autant de projets\u{202F}; "
        + "--study les cherche."
    case .gap(let hundredths):
      "Le meilleur plan peut être supérieur de \(self.hundredths(hundredths))\u{A0}% au plus\u{202F}; la recherche a été "
        + "arrêtée."
    case .question(let item, let question): "\(item)\u{A0}: \(question)"
    case .support(let item, let opportunity, let grant):
      "D’autres coûts de \(item) sont financés par \(opportunity), à hauteur de \(money(grant))."
    case .noSupport: "Aucune autre subvention de ce plan ne porte sur les mêmes projets."
    case .parallel(let names):
      "Candidatures déposées en parallèle\u{A0}: \(and(names)). À indiquer dans celle-ci (règlement financier (UE, "
        + "Euratom) 2024/2509, art.\u{A0}194)."
    case .numbers(let numbers): (numbers.count == 1 ? "coût " : "coûts ") + and(numbers.map { number($0) })
    case .moreReasons(let count): "\(number(count)) autres raisons (--format json)"
    case .lossMeaning:
      "Si une subvention est refusée et que le reste est replanifié, voici ce qui change, en plus ou (avec un signe "
        + "moins) en moins."
    case .noSecond:
      "Sans chacune de ses candidatures, puis sans chacun de ses programmes, le reste a été planifié à nouveau\u{202F}; aucun plan "
        + "ainsi trouvé ne finance d’autres actions ni ne passe par d’autres programmes. D’autres n’ont pas été cherchés."
    case .second(let grant, let own): "Il apporte \(money(grant)) et demande \(money(own)) de fonds propres."
    case .payments(let terms):
      "\(percent(terms.advance)) d’avance, \(percent(terms.interim)) d’acompte, \(percent(terms.balance)) de solde\u{202F}; "
        + "convention \(number(terms.monthsToAgreement))\u{A0}mois après l’échéance, paiement sous "
        + "\(number(terms.daysToPay))\u{A0}jours"
    case .unstatedChances(let names):
      "Aucune probabilité n’est indiquée pour \(and(names))\u{202F}; comptées comme acquises."
    case .undated(let amount):
      "\(money(amount)) de coûts n’ont pas d’année et ne figurent pas dans les trimestres."
    }
  }

  func because(_ reason: Plan.Unfunded.Reason) -> String {
    switch reason {
    case .nothingMatches: "aucun appel ouvert ou annoncé ne le finance"
    case .undecided(.readCall, let count):
      "\(waits(count)) la lecture du document d’appel"
    case .undecided(.answer, let count): "\(waits(count)) une réponse de la ville"
    case .undecided(.partner, let count): "\(waits(count)) des partenaires"
    case .aimOpen(let count):
      "rien ne dit qu’il sert le but de \(self.count(count, "appel", "appels"))"
    case .announced(let count):
      self.count(count, "appel n’a pas de date de dépôt publiée", "appels n’ont pas de date de dépôt publiée")
    case .tooLate(let days):
      "aucune échéance ne laisse les \(self.count(days, "jour", "jours")) que demande un tel dossier"
    case .mustWait:
      "ses travaux devraient attendre plus d’un an\u{A0}: aucun coût antérieur à une candidature n’est financé"
    case .implausible(let count):
      "\(self.count(count, "appel en est proche", "appels en sont proches")), mais rien ne dit qu’ils financent une telle "
        + "chose, ou une règle est douteuse"
    case .undecided(_, let count):
      count <= 1
        ? "\(number(count))\u{A0}possibilité est indéterminée et n’est pas supposée"
        : "\(number(count))\u{A0}possibilités sont indéterminées et ne sont pas supposées"
    case .costUnknown: "son coût n’est pas connu"
    case .noRate: "aucun taux n’est indiqué là où il pourrait aller"
    case .noGrant: "aucun de ses coûts n’est éligible là où il pourrait aller"
    case .noYear: "ses coûts n’ont pas d’année, et les fonds propres sont limités par année"
    case .otherCurrency(let costs, let expected):
      "ses coûts sont en \(costs.code) et les subventions en \(expected.code)\u{202F}; aucun taux de change n’est connu"
    case .paidInOther(let currency):
      "ce qui lui correspond paie en \(currency.code), contrairement au reste du plan"
    case .tooLarge: "ses coûts dépassent ce qui peut être compté"
    case .otherWork(let count, let demands):
      (count == 1 ? "une opportunité demande" : "\(number(count)) opportunités demandent")
        + " ce que rien n’indique\u{A0}: " + or(demands.map { $0.texts.text(in: language) ?? $0.form })
    case .jointWork(let count):
      (count == 1 ? "un programme est fait" : "\(number(count)) programmes sont faits")
        + " pour le travail d’un seul État, et le projet nomme des partenaires d’un autre"
    case .partnersAbroad(let count):
      (count == 1
        ? "un programme national ou régional devrait"
        : "\(number(count)) programmes nationaux ou régionaux devraient")
        + " payer ses partenaires d’un autre État\u{202F}; présentez la part propre seule, ou cherchez un programme de coopération"
    case .outsideArea(let count):
      (count == 1
        ? "un programme de coopération est fait"
        : "\(number(count)) programmes de coopération sont faits")
        + " pour les régions de la frontière de la ville, et un partenaire est d’un autre pays"
    case .tooSmallPurse(let limit, let lacking):
      "pas de place avec \(constraint(limit))\u{202F}; il y faudrait au moins \(money(lacking)) de plus"
    case .clash(let limits): "pas de place avec " + and(limits.map { constraint($0) })
    case .outranked(let items): "il prendrait la place de " + and(items)
    case .noApplicationLeft(let most, let items):
      "la ville ne dépose pas plus de \(count(most, "candidature", "candidatures"))\u{202F}; il prendrait la place de "
        + and(items)
    case .dearer: "il est possible, mais dans un plan moins bon sur ce qui passe en premier"
    case .notDecided: "la recherche s’est arrêtée avant de le savoir"
    }
  }

  private func room(_ waiting: Plan.Waiting) -> String {
    "jusqu’à \(money(waiting.worth)) de subventions, pour autant que les limites le permettent"
  }

  private func asked(_ waiting: Plan.Waiting) -> String {
    and(waiting.facts.map { Typography.continuing(word($0)) })
  }

  private func waits(_ count: Int) -> String { self.count(count, "appel attend", "appels attendent") }

  /// How many items wait.
  private func items(_ waiting: Plan.Waiting) -> String {
    count(waiting.items.count, "projet attend", "projets attendent")
  }

  func constraint(_ constraint: PlanConstraint) -> String {
    switch constraint {
    case .ownContribution(let year, let amount):
      amount.map { "les fonds propres de \(year) (\(money($0)))" }
        ?? "les fonds propres de \(year), dont la ville ne dit rien"
    case .undatedContribution(let amount):
      "les fonds propres de toutes les années ensemble (\(money(amount))), pour des dépenses sans année"
    case .applications(let count):
      count <= 1 ? "une candidature au plus" : "\(number(count))\u{A0}candidatures au plus"
    case .smallestGrant(let name, let amount): "la subvention minimale de \(name) (\(money(amount)))"
    case .largestGrant(let name, let amount): "la subvention maximale de \(name) (\(money(amount)))"
    case .cumulation(let rule):
      "la règle \(rule.id) (\(rule.texts.text(in: language) ?? rule.citation.source))"
    case .required(let item): "l’exigence de financer \(item)"
    }
  }

  func assumption(_ assumption: PlanAssumption, applications: [String]) -> String {
    func name(_ index: Int) -> String { applications.indices.contains(index) ? applications[index] : "?" }
    return switch assumption {
    case .noCapacity:
      "La ville n’indique aucune limite à ses fonds propres\u{202F}; aucune n’a été appliquée."
    case .yearNotStated(let year):
      "La ville ne dit rien de ses fonds propres en \(year)\u{202F}; rien n’y est pris."
    case .converted(let conversion):
      self.conversion(conversion)
        + " Les plafonds de la ville aussi\u{202F}; le paiement final est compté à un taux ultérieur."
    case .spread(let item): "Les coûts de \(item) sans année sont répartis sur ses mois."
    case .noPriority(let item): "\(item) n’a pas de priorité et passe en dernier."
    case .subjectByWords(let item, let index):
      "\(name(index)) ne paie que sur un seul sujet\u{A0}: les mots de \(item) en parlent, et personne ne l’a dit."
    case .undecided(let item, let index): "\(item) est indéterminé pour \(name(index)) et supposé éligible."
    case .postponed(let item, let index, let day):
      "\(item) est reporté et commence le \(date(day))\u{A0}: \(name(index)) ne paie aucun coût antérieur à la "
        + "candidature (règlement financier (UE, Euratom) 2024/2509, art. 196, par. 2)."
    case .beforeAgreement(let item, let index, let day):
      "\(item) commence avant la convention avec \(name(index)), attendue le \(date(day))\u{A0}: ce qui est dépensé "
        + "avant l’est aux risques de la ville."
    case .awaitsOwnMoney(let item, let day):
      "\(item) est reporté et commence le \(date(day))\u{A0}: la ville ne dit rien de ses fonds propres avant."
    case .beyondPromise(let partner, let year, let promised, let asked):
      "\(partner) a promis \(money(promised)) pour \(year) et le plan lui demande \(money(asked))\u{A0}: faites promettre le "
        + "reste, ou convenez de qui le paie."
    case .otherDeadline(let index, let counted, let other) where counted < other:
      "Les sources divergent sur la date limite de \(name(index)), le \(date(counted)) ou le \(date(other))\u{A0}: le plan "
        + "retient la première."
    case .otherDeadline(let index, let counted, let other):
      "Une autre source indique le \(date(other)) comme date limite de \(name(index)), trop tôt pour un tel dossier\u{A0}: le "
        + "plan retient le \(date(counted)). Lisez d’abord la page de l’appel."
    case .regionNotStated(let partner, let index):
      "Rien ne dit dans quelle région se trouve \(partner)\u{A0}: \(name(index)) ne paie que dans sa zone. Écrivez son « nuts » "
        + "dans city.yaml."
    case .noDeadline(let index):
      "Aucune échéance n’est connue pour \(name(index))\u{A0}: ses versements sont comptés à partir du jour considéré."
    case .unverifiedFloor(let index):
      "La subvention minimale de \(name(index)) n’est pas vérifiée et a été respectée malgré tout."
    case .payments(let index):
      "Les dates de versement de \(name(index)) sont une estimation\u{A0}: aucune source officielle n’indique ses parts et "
        + "ses délais."
    }
  }

  func check(_ kind: PlanCheck.Kind) -> String {
    switch kind {
    case .claimedOnce: "aucun coût n’est déclaré deux fois"
    case .withinCosts: "aucune subvention ne dépasse les coûts éligibles ni son taux"
    case .withinCeilings: "aucune candidature ne dépasse la subvention maximale ni le budget de l’appel"
    case .aboveFloors: "aucune n’est inférieure à la subvention minimale"
    case .ownContribution: "les fonds propres de la ville restent dans la limite de chaque année"
    case .applications:
      "pas plus de candidatures que la ville ne peut en rédiger, une par appel, et chacune est un seul projet"
    case .sums: "toutes les sommes tombent juste au centime"
    case .eligible: "rien d’inéligible ni de clos, l’indéterminé seulement à la demande"
    case .splitting: "les projets indivisibles restent entiers, et le droit du cumul est respecté"
    case .required: "ce qui doit être financé l’est"
    case .pricedAsOne: "chaque candidature est chiffrée comme une seule opération, comme son budget"
    case .dates: "aucun coût n’est antérieur à sa candidature"
    }
  }

  func word(_ effect: Bound.Effect) -> String {
    switch effect {
    case .ceiling(let isReached): isReached ? "réduit la subvention" : "sans effet"
    case .floor(let isKept): isKept ? "la subvention y arrive" : "la subvention n’y arrive pas"
    }
  }

  func word(_ kind: Plan.Payment.Kind) -> String {
    switch kind {
    case .advance: "avance"
    case .interim: "acompte"
    case .balance: "solde"
    }
  }

  func change(_ change: PlanScenario.Change) -> String {
    switch change {
    case .none: "en l’état"
    case .without(let name): "sans \(name)"
    case .ownContribution(let amounts):
      "fonds propres " + and(amounts.sorted { $0.key < $1.key }.map { "\($0.key)\u{A0}: \(money($0.value))" })
    case .all: "tous les changements ensemble"
    }
  }
}
