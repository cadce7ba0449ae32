import ParapetMatching
import ParapetModel
import ParapetPlanning

extension French {
  func label(_ label: CovenantLabel) -> String {
    switch label {
    case .summary: "Pour le conseil"
    case .commitments: "Ce que demande la Convention"
    case .commitmentNumbers: "Engagements servis"
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
    case .funding: "Budget et financement par an"
    case .spending: "À dépenser"
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
    case .annex: "Annexe\u{A0}: constats sur les sites"
    case .threat: "Menace"
    case .measuresInPlace: "En place"
    case .consequence: "Conséquence"
    case .probability: "Probabilité"
    case .confidence: "Confiance"
    case .residual: "Après l’action"
    case .assessor: "Évalué par"
    case .assessedOn: "Évalué le"
    case .riskMatrix: "Le plus haut de chaque site"
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
    case .reached: "Chemin fait"
    case .slipped: "Ce qui a pris du retard"
    case .lost: "Ce qui a été perdu"
    case .done: "Fait"
    case .nextYears: "Les deux prochaines années"
    case .states: "Où en sont les actions"
    case .gaps: "Où le chemin s’interrompt"
    case .path: "De l’engagement à l’indicateur"
    case .budgetLines: "Lignes de budget"
    case .driver: "Ce qui la motive"
    case .running: "En cours"
    case .notBegun: "Pas commencé"
    case .lateOrLost: "En retard, perdu ou abandonné"
    case .partnerShares: "Partenaires et leur part"
    case .promised: "Promis"
    case .asked: "Dans le plan"
    case .short: "Manque"
    case .voted: "Voté par le conseil le"
    case .arguments: "Ce qu’une demande peut en dire"
    case .answered: "Répondu"
    case .unanswered: "Sans réponse"
    }
  }

  func sentence(_ sentence: CovenantSentence) -> String {
    switch sentence {
    case .planTitle(let city): "\(city)\u{A0}: plan d’actions sur la sécurité urbaine"
    case .progressTitle(let city): "\(city)\u{A0}: rapport d’avancement du plan d’actions"
    case .traceTitle(let city): "\(city)\u{A0}: de l’engagement à l’indicateur"
    case .practicesTitle: "Bonnes pratiques"
    case .planMeaning:
      "Fait à partir des projets de la ville, de ce qui est proposé ce jour-là et du plan de financement. C’est la base "
        + "d’une décision du conseil, et non une décision."
    case .progressMeaning:
      "Chaque chiffre est de la ville\u{A0}: coûts prévus de ses projets, et ce qu’elle a noté des états, de l’argent et des "
        + "relevés jusqu’à ce jour."
    case .traceMeaning:
      "Chaque engagement avec les actions qui le servent, ce qui les paie dans le plan, ce qui a été dépensé et ce qui se "
        + "mesure."
    case .practicesMeaning:
      "Ce qu’ont fait des villes, d’après des sources publiques, avec nos mots. Un coût n’est donné que si la source le dit."
    case .restrictedPage:
      "DIFFUSION RESTREINTE\u{A0}: cette page contient des constats sur des sites. Elle ne doit pas quitter la ville."
    case .restrictedLeft(let count):
      "\(self.count(count, "constat", "constats")) sur des sites \(count == 1 ? "est" : "sont") à diffusion restreinte et "
        + "ne \(count == 1 ? "figure" : "figurent") pas ici."
    case .notJoined:
      "La ville ne dit pas quand son conseil a adhéré (city.yaml, covenant: joined)\u{A0}: aucune échéance n’est comptée."
    case .joinedUncounted:
      "Le jour que la ville donne pour la délibération de son conseil (city.yaml, covenant: joined) ne peut être compté\u{A0}: "
        + "aucune échéance n’a de jour ici."
    case .daysLeft(let day, let days):
      days == 0
        ? "\(date(day)) (aujourd’hui)"
        : days > 0
          ? "\(date(day)) (dans \(count(days, "jour", "jours")))"
          : "\(date(day)) (il y a \(count(-days, "jour", "jours")))"
    case .emptyComponent(let component):
      "Le plan n’a aucune action de \(word(component))\u{A0}: la Convention demande les deux volets, il n’est pas complet."
    case .bothComponents: "Les deux volets que demande la Convention ont des actions."
    case .componentUnknown(let items): "On ne dit pas de quel volet relèvent\u{A0}: \(and(items))."
    case .unserved(let numbers):
      "Aucune action ne sert \(numbers.count == 1 ? "l’engagement" : "les engagements") "
        + "\(and(numbers.map { number($0) }))."
    case .allServed: "Chaque engagement que des actions peuvent remplir est servi par l’une d’elles."
    case .lacking(let gap, let items):
      switch gap {
      case .component: "Sans volet\u{A0}: \(and(items))."
      case .cost: "Sans coût connu\u{A0}: \(and(items))."
      case .source: "Rien de proposé ne paie\u{A0}: \(and(items))."
      case .indicator: "Rien ne se mesure pour\u{A0}: \(and(items))."
      case .time: "Sans début ni fin\u{A0}: \(and(items))."
      }
    case .noPlan(let reason):
      "Aucun plan de financement ne peut être fait" + (reason.map { "\u{A0}: \($0)." } ?? ".")
    case .planned(let cost, let grant, let own, let left):
      "Toutes les actions coûtent \(money(cost)) hors taxe. Le plan demande \(money(grant)) de subventions et "
        + "\(money(own)) à la ville et à ses partenaires\u{A0}; \(money(left)) hors taxe sont encore sans subvention."
    case .bridge(let net, let spent):
      "Ce que paie le plan coûte \(money(net)) hors taxe\u{A0}; \(money(spent)) y sont à dépenser en tout, avec la TVA qui ne "
        + "revient pas et les coûts indirects."
    case .costIn(let cost, let conversion):
      "En \(cost.currency.code), toutes les actions coûtent \(money(cost)) hors taxe. \(self.conversion(conversion))"
    case .grantedAlready(let granted):
      "\(money(granted)) sont déjà accordés, selon progress.csv\u{A0}; le plan de ce jour n’en tient pas compte."
    case .restsOnOpen(let grant, let actions):
      "De ces subventions, \(money(grant)) (\(count(actions, "action", "actions"))) reposent sur des questions encore ouvertes, "
        + "que le plan suppose bien répondues\u{A0}: chaque action dit que faire."
    case .byAll(let count): "toutes les actions (\(number(count)))"
    case .overdue(let day, let days):
      "Le plan d’actions était à remettre pour le \(date(day)), il y a \(count(days, "jour", "jours")), et la ville ne dit "
        + "pas que son conseil l’a voté (city.yaml, covenant: plan)."
    case .lostItems(let items):
      "Une échéance a été manquée ou une demande refusée, sans autre argent trouvé\u{A0}: \(and(items))."
    case .short(let partner, let year, let amount):
      "\(partner) a promis \(money(amount)) de moins que ce que le plan lui demande\(year.map { " en \($0)" } ?? "")."
    case .noPromise(let partners):
      "Porte des coûts dans le plan et n’a rien promis par écrit (city.yaml, own-contribution)\u{A0}: \(and(partners))."
    case .bearsNothing: "aucun coût propre"
    case .partnersMeaning:
      "Ce qu’un partenaire a promis figure dans city.yaml (own-contribution)\u{A0}; ce que le plan lui laisse, ce sont ses "
        + "propres coûts moins les subventions pour ceux-ci."
    case .forumStep:
      "Exploitants\u{A0}: nommer un référent par site, convenir de qui alerte qui, les réunir en forum local, et porter leur "
        + "expérience au Forum européen des exploitants."
    case .checklist(let yes, let no, let open):
      "Questions de sécurité dès la conception et de droits\u{A0}: \(number(yes)) oui, \(number(no)) non, \(number(open)) sans "
        + "réponse"
    case .checkedNo(let items):
      "Il a été répondu non à une question de sécurité dès la conception ou de droits\u{A0}: \(and(items))."
    case .noteKept: "la raison est un constat sur le site, tenu à part"
    case .argumentsMeaning:
      "Le FSI et le programme CERV demandent comment sont appliquées les bonnes pratiques de la Commission, SWD(2019) 140. "
        + "Ce qui est rempli peut être dit\u{A0}; ce qui est indéterminé, la ville ne l’a pas encore confirmé\u{A0}:"
    case .byTheCity: "la ville elle-même, par ce plan, ses rapports et ses demandes"
    case .byNothing: "rien"
    case .noSites: "La ville ne décrit encore aucun site (sites.csv)."
    case .noIndicators: "La ville ne nomme encore aucun indicateur (indicators.csv)."
    case .contextAsks:
      "À ajouter par le conseil\u{A0}: combien de personnes passent aux sites et quand, les événements de l’année, les incidents "
        + "enregistrés, et le sentiment de sécurité des habitants."
    case .noSource: "Rien de proposé ce jour-là ne la paie."
    case .driverKept: "une évaluation de son site, tenue à part"
    case .driver(let threat, let site, let consequence, let probability):
      "\(threat), \(site)\u{A0}: \(consequence), \(probability)"
    case .neverSummed: "Les niveaux se comparent et ne s’additionnent pas\u{A0}: le plus haut est montré."
    case .participationMeaning:
      "Habitants, exploitants et associations de victimes sont entendus avant le vote\u{A0}; ces actions les touchent\u{A0}:"
    case .monitoringMeaning:
      "Chaque action note son état, ses dépenses et ses indicateurs dans progress.csv et readings.csv\u{A0}; le rapport en est "
        + "fait."
    case .costNotPublished: "non publié"
    case .noPractice: "Aucune pratique connue ne partage une mesure avec elle."
    case .stateCount(let state, let items):
      "\(Typography.capitalised(state))\u{A0}: \(count(items, "action", "actions"))"
    case .nothingTold: "rien n’en est encore dit"
    case .slip(let isEnd, let planned, let days):
      "aurait dû \(isEnd ? "finir" : "commencer") le \(date(planned)), il y a \(count(days, "jour", "jours"))"
    case .lost(let item, let cost):
      "\(item)\u{A0}: échéance manquée ou demande refusée"
        + (cost.map { "\u{A0}; \(money($0)) hors taxe sont sans cet argent" } ?? "")
    case .overcome(let item, let day, let loss, let now):
      "\(item)\u{A0}: \(loss) le \(date(day)), maintenant \(now)"
    case .lack(let lack, let names):
      switch lack {
      case .component(let half): self.sentence(.emptyComponent(half))
      case .commitments(let numbers): self.sentence(.unserved(numbers))
      case .told: "Rien n’est dit de\u{A0}: \(and(names))."
      case .indicator: "Rien ne se mesure pour\u{A0}: \(and(names))."
      case .reading: "Jamais relevé\u{A0}: \(and(names))."
      case .definition: "Défini deux fois, donc sans tendance\u{A0}: \(and(names))."
      case .plan(let day, let late): self.sentence(.overdue(day, days: late))
      case .report(let day, let late):
        "Un rapport était à remettre pour le \(date(day)), il y a \(count(late, "jour", "jours")), et aucun n’est gardé comme "
          + "remis pour cette échéance (progress --keep)."
      }
    case .nothingLacks:
      "Les deux volets ont des actions, et chaque action a un état et un indicateur qui a été relevé."
    case .moved(let item, let before, let now): "\(item)\u{A0}: \(before) → \(now)"
    case .nothingMoved: "Aucune action n’a changé d’état."
    case .restated(let restatement, let name, let then, let now):
      switch restatement {
      case .state:
        "\(name)\u{A0}: ce rapport disait « \(then) »\u{A0}; pour ce jour la ville dit maintenant « \(now) »"
      case .spent:
        "\(name)\u{A0}: ce rapport avait \(then) de dépensé\u{A0}; pour ce jour la ville dit maintenant \(now)"
      case .granted:
        "\(name)\u{A0}: ce rapport avait \(then) d’accordé\u{A0}; pour ce jour la ville dit maintenant \(now)"
      case .planned: "\(name)\u{A0}: prévue à \(then) dans ce rapport, à \(now) aujourd’hui"
      case .gone: "\(name)\u{A0}: dans ce rapport, et plus dans le plan"
      case .added: "\(name)\u{A0}: nouvelle dans le plan"
      }
    case .nothingRestated(let day): "Ce que disait le rapport du \(date(day)) tient toujours."
    case .nothingSlipped: "Aucune action n’est en retard."
    case .nothingLost: "Aucune échéance n’a été perdue et aucune demande refusée."
    case .nextYears(let items): "À commencer ou à finir dans les deux ans\u{A0}: \(and(items))."
    case .lateStill(let items): "En retard et encore à faire\u{A0}: \(and(items))."
    case .moneyWanting(let items):
      "Un autre financement est à trouver, ou le conseil y renonce\u{A0}: \(and(items))."
    case .spentSinceDay(let day): "Dépensé depuis le \(date(day))"
    case .changedSinceDay(let day): "Ce qui a changé depuis le \(date(day))"
    case .gap(let gap, let name):
      switch gap {
      case .componentWithoutItem(let half): self.sentence(.emptyComponent(half))
      case .lostMoney: "\(name)\u{A0}: échéance manquée ou demande refusée"
      case .commitmentWithoutItem: "Engagement \(name)\u{A0}: aucune action ne le sert"
      case .itemWithoutMoney: "\(name)\u{A0}: rien dans le plan ne la paie"
      case .moneyWithoutIndicator: "\(name)\u{A0}: elle est payée, et rien ne se mesure"
      case .indicatorWithoutReading: "\(name)\u{A0}: se mesure, et personne ne l’a encore relevé"
      case .itemWithoutCommitment: "\(name)\u{A0}: ne sert aucun engagement"
      case .spentWithoutSource: "\(name)\u{A0}: de l’argent a été dépensé, et rien dans le plan ne la paie"
      case .indicatorWithoutCommitment: "\(name)\u{A0}: se mesure pour ce qui ne sert aucun engagement"
      }
    case .gaps(let kind, let count):
      switch kind {
      case .componentWithoutItem: "Volets du plan sans action (\(number(count)))"
      case .commitmentWithoutItem: "Engagements qu’aucune action ne sert (\(number(count)))"
      case .lostMoney: "Échéances manquées ou demandes refusées (\(number(count)))"
      case .itemWithoutMoney: "Actions que rien ne paie dans le plan (\(number(count)))"
      case .moneyWithoutIndicator: "Actions payées et non mesurées (\(number(count)))"
      case .indicatorWithoutReading: "Indicateurs que personne n’a encore relevés (\(number(count)))"
      case .itemWithoutCommitment: "Actions qui ne servent aucun engagement (\(number(count)))"
      case .spentWithoutSource:
        "Actions pour lesquelles on a dépensé et que rien ne paie dans le plan (\(number(count)))"
      case .indicatorWithoutCommitment: "Indicateurs de ce qui ne sert aucun engagement (\(number(count)))"
      }
    case .noGap: "Aucun chemin ne s’interrompt."
    case .compared(let day): "Comparé au \(date(day))."
    case .chainTitle(let city): "\(city)\u{A0}: du flux au plan d’actions"
    case .chainMeaning: "Chaque page est faite par une commande\u{A0}; « parapet demo » les affiche."
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
    case .reading: "1. Ce qui a été lu du portail\u{A0}:"
    case .offers: "2. Ce qui est proposé\u{A0}:"
    case .shortlist: "3. Ce qui convient à chaque projet\u{A0}:"
    case .pair: "4. Pourquoi l’un convient, critère par critère\u{A0}:"
    case .budget: "5. Le budget d’une demande\u{A0}:"
    case .plan: "6. Qui paie quoi, et quand\u{A0}:"
    case .actionPlan: "7. Le plan d’actions pour le conseil\u{A0}:"
    case .trace: "8. De l’engagement à l’indicateur\u{A0}:"
    case .progress: "9. Le rapport, deux ans après\u{A0}:"
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
