import ParapetMatching
import ParapetModel
import ParapetPlanning

extension French {
  func label(_ label: CovenantLabel) -> String {
    switch label {
    case .summary: "Pour le conseil"
    case .commitments: "Ce que demande la Convention, et ce qui y répond"
    case .commitment: "Engagement"
    case .servedBy: "Servi par"
    case .commitmentMatrix: "Engagements et actions"
    case .context: "Contexte"
    case .sites: "Sites"
    case .category: "Type"
    case .owner: "Propriétaire"
    case .capacity: "Personnes"
    case .events: "Ce qui s’y passe"
    case .assessed: "Évalué"
    case .targets: "Objectifs et cibles"
    case .indicator: "Indicateur"
    case .indicators: "Indicateurs"
    case .counted: "Ce qui est compté"
    case .direction: "Le mieux est"
    case .baseline: "Avant"
    case .target: "Cible"
    case .actions: "Actions"
    case .lead: "Pilote"
    case .sources: "Qui peut payer"
    case .standing: "Que faire"
    case .inThePlan: "Dans le plan"
    case .suggestedIndicators: "Ce qui se mesure d’ordinaire"
    case .checklist: "Questions de sécurité dès la conception et de droits"
    case .funding: "Budget et financement, année par année"
    case .governance: "Gouvernance, protection des données et droits fondamentaux"
    case .participation: "Participation"
    case .monitoring: "Suivi"
    case .practices: "Bonnes pratiques"
    case .practice: "Pratique"
    case .place: "Où"
    case .practiceCost: "Coût"
    case .paidBy: "Qui a payé"
    case .results: "Ce qui en est sorti"
    case .method: "Comment"
    case .annex: "Annexe : constats sur les sites"
    case .threat: "Menace"
    case .measuresInPlace: "En place"
    case .consequence: "Conséquence"
    case .probability: "Probabilité"
    case .confidence: "Confiance"
    case .residual: "Après l’action"
    case .assessor: "Évalué par"
    case .suggestions: "Mesures auxquelles font penser les menaces"
    case .joined: "Le conseil a adhéré le"
    case .planDue: "Plan d’action à remettre pour le"
    case .reportDue: "Rapport à remettre pour le"
    case .prevention: "Actions de prévention"
    case .protection: "Actions de protection"
    case .served: "Engagements servis"
    case .missing: "Ce qui manque"
    case .state: "État"
    case .planned: "Prévu"
    case .spent: "Dépensé"
    case .spentSince: "Dépensé depuis"
    case .granted: "Accordé"
    case .note: "Remarque"
    case .trend: "Tendance"
    case .lastReading: "Dernier relevé"
    case .reached: "Du chemin"
    case .slipped: "Ce qui a pris du retard"
    case .lost: "Ce qui a été perdu"
    case .done: "Fait"
    case .nextYears: "Les deux prochaines années"
    case .states: "Où en sont les actions"
    case .gaps: "Où le chemin s’interrompt"
    case .path: "De l’engagement à l’indicateur"
    case .budgetLines: "Lignes de budget"
    case .driver: "Ce qui la motive"
    }
  }

  func sentence(_ sentence: CovenantSentence) -> String {
    switch sentence {
    case .planTitle(let city): "\(city) : plan d’actions sur la sécurité urbaine"
    case .progressTitle(let city): "\(city) : rapport d’avancement du plan d’actions"
    case .traceTitle(let city): "\(city) : de l’engagement à l’indicateur"
    case .practicesTitle: "Bonnes pratiques"
    case .planMeaning:
      "Fait à partir des projets de la ville, de ce qui est proposé ce jour-là et du plan de financement. C’est la base "
        + "d’une décision du conseil, et non une décision."
    case .progressMeaning:
      "Chaque chiffre est de la ville : coûts prévus de ses projets, et ce qu’elle a noté des états, de l’argent et des "
        + "relevés jusqu’à ce jour."
    case .traceMeaning:
      "Chaque engagement avec les actions qui le servent, ce qui les paie dans le plan, ce qui a été dépensé et ce qui se "
        + "mesure."
    case .practicesMeaning:
      "Ce qu’ont fait des villes, d’après des sources publiques, avec nos mots. Un coût n’est donné que si la source le dit."
    case .restrictedPage:
      "DIFFUSION RESTREINTE : cette page contient des constats sur des sites. Elle ne doit pas quitter la ville."
    case .restrictedLeft(let count):
      "\(self.count(count, "constat", "constats")) sur des sites \(count == 1 ? "est" : "sont") à diffusion restreinte et "
        + "ne \(count == 1 ? "figure" : "figurent") pas ici."
    case .notJoined:
      "La ville ne dit pas quand son conseil a adhéré (city.yaml, covenant: joined) : aucune échéance n’est comptée."
    case .daysLeft(let day, let days):
      days >= 0
        ? "\(date(day)) (dans \(count(days, "jour", "jours")))"
        : "\(date(day)) (il y a \(count(-days, "jour", "jours")))"
    case .emptyComponent(let component):
      "Le plan n’a aucune action de \(word(component)) : la Convention demande les deux volets, il n’est pas complet."
    case .bothComponents: "Les deux volets que demande la Convention ont des actions."
    case .componentUnknown(let items): "On ne dit pas de quel volet relèvent : \(and(items))."
    case .unserved(let numbers):
      "Aucune action ne sert \(numbers.count == 1 ? "l’engagement" : "les engagements") "
        + "\(and(numbers.map { number($0) }))."
    case .allServed: "Chaque engagement que des actions peuvent remplir est servi par l’une d’elles."
    case .lacking(let gap, let items):
      switch gap {
      case .component: "Sans volet : \(and(items))."
      case .cost: "Sans coût connu : \(and(items))."
      case .source: "Rien de proposé ne paie : \(and(items))."
      case .indicator: "Rien ne se mesure pour : \(and(items))."
      case .time: "Sans début ni fin : \(and(items))."
      }
    case .noPlan(let reason):
      "Aucun plan de financement ne peut être fait" + (reason.map { " : \($0)." } ?? ".")
    case .planned(let cost, let grant, let own, let left):
      "Toutes les actions coûtent \(money(cost)) hors taxe. Le plan demande \(money(grant)) de subventions et "
        + "\(money(own)) à la ville et à ses partenaires ; \(money(left)) hors taxe sont encore sans subvention."
    case .byTheCity: "la ville elle-même, par ce plan, ses rapports et ses demandes"
    case .byNothing: "rien"
    case .noSites: "La ville ne décrit encore aucun site (sites.csv)."
    case .noIndicators: "La ville ne nomme encore aucun indicateur (indicators.csv)."
    case .contextAsks:
      "À ajouter par le conseil : combien de personnes passent aux sites et quand, les événements de l’année, les incidents "
        + "enregistrés, et le sentiment de sécurité des habitants."
    case .noSource: "Rien de proposé ce jour-là ne la paie."
    case .driverKept: "une évaluation de son site, tenue à part"
    case .driver(let threat, let site, let consequence, let probability):
      "\(threat), \(site) : \(consequence), \(probability)"
    case .neverSummed: "Les niveaux se comparent et ne s’additionnent pas : le plus haut est montré."
    case .participationMeaning:
      "Habitants, exploitants et associations de victimes sont entendus avant le vote ; ces actions les touchent :"
    case .monitoringMeaning:
      "Chaque action note son état, ses dépenses et ses indicateurs dans progress.csv et readings.csv ; le rapport en est "
        + "fait."
    case .costNotPublished: "non publié"
    case .noPractice: "Aucune pratique connue ne partage une mesure avec elle."
    case .stateCount(let state, let items):
      "\(Typography.capitalised(state)) : \(count(items, "action", "actions"))"
    case .nothingTold: "rien n’en est encore dit"
    case .slip(let isEnd, let planned, let days):
      "aurait dû \(isEnd ? "finir" : "commencer") le \(planned), il y a \(count(days, "jour", "jours"))"
    case .lost(let item, let cost):
      "\(item) : échéance manquée ou demande refusée"
        + (cost.map { " ; \(money($0)) hors taxe sont sans cet argent" } ?? "")
    case .nothingSlipped: "Aucune action n’est en retard."
    case .nothingLost: "Aucune échéance n’a été perdue et aucune demande refusée."
    case .nextYears(let items): "À commencer ou à finir dans les deux ans : \(and(items))."
    case .gap(let gap, let name):
      switch gap {
      case .commitmentWithoutItem: "Engagement \(name) : aucune action ne le sert"
      case .itemWithoutMoney: "\(name) : rien dans le plan ne la paie"
      case .moneyWithoutIndicator: "\(name) : elle est payée, et rien ne se mesure"
      case .indicatorWithoutReading: "\(name) : se mesure, et personne ne l’a encore relevé"
      case .itemWithoutCommitment: "\(name) : ne sert aucun engagement"
      case .spentWithoutSource: "\(name) : de l’argent a été dépensé, et rien dans le plan ne la paie"
      case .indicatorWithoutCommitment: "\(name) : se mesure pour ce qui ne sert aucun engagement"
      }
    case .noGap: "Aucun chemin ne s’interrompt."
    case .compared(let day): "Comparé au \(date(day))."
    case .chainTitle(let city): "\(city) : du flux au plan d’actions"
    case .chainMeaning: "Chaque page est faite par une commande ; « parapet demo » les affiche."
    }
  }

  func meaning(of standing: Match.Standing) -> String {
    switch standing {
    case .ready: "prêt"
    case .readCall: "lire l’appel"
    case .answer: "répondre à une question"
    case .partner: "trouver un partenaire"
    case .doubtful: "douteux"
    case .no: "fermé à la ville"
    }
  }

  func word(_ trend: IndicatorProgress.Trend) -> String {
    switch trend {
    case .better: "mieux"
    case .worse: "moins bien"
    case .same: "inchangé"
    case .unknown: "pas encore connue"
    case .redefined: "aucune, la définition a changé"
    }
  }

  func word(_ step: ChainStep) -> String {
    switch step {
    case .reading: "1. Ce qui a été lu du portail :"
    case .offers: "2. Ce qui est proposé :"
    case .shortlist: "3. Ce qui convient à chaque projet :"
    case .pair: "4. Pourquoi l’un convient, critère par critère :"
    case .budget: "5. Le budget d’une demande :"
    case .plan: "6. Qui paie quoi, et quand :"
    case .actionPlan: "7. Le plan d’actions pour le conseil :"
    case .trace: "8. De l’engagement à l’indicateur :"
    case .progress: "9. Le rapport, deux ans après :"
    }
  }

  func word(_ direction: Indicator.Direction) -> String {
    switch direction {
    case .up: "plus"
    case .down: "moins"
    }
  }

  func word(_ group: SecurityFrame.Check.Group) -> String {
    switch group {
    case .practices: "bonnes pratiques de la Commission, SWD(2019) 140"
    case .design: "sécurité dès la conception"
    case .environment: "prévention par l’aménagement, ISO 22341"
    case .rights: "droits et données"
    }
  }
}
