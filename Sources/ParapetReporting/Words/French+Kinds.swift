import ParapetModel

/// The words of French for each kind of criterion and for each fact.
extension French {
  func words(_ kind: CriterionKind) -> KindWords {
    switch kind {
    case .applicantClass:
      KindWords(name: "Demandeur", accepts: "Doit être\u{A0}: %", refuses: "Ne doit pas être\u{A0}: %")
    case .territory: KindWords(name: "Territoire")
    case .measure: KindWords(name: "Mesures", joins: .comma, notAccepted: "non accepté")
    case .population: KindWords(name: "Population", amount: .count("habitant", "habitants"))
    case .consortium: KindWords(name: "Consortium")
    case .duration: KindWords(name: "Durée", amount: .count("mois", "mois"))
    case .completion: KindWords(name: "Travaux non achevés")
    case .regionCategory:
      KindWords(
        name: "Catégorie de région", accepts: "Siège dans une %", refuses: "Siège ailleurs que dans une %")
    case .coordinator:
      KindWords(
        name: "Coordinateur", accepts: "Chef de file\u{A0}: %",
        refuses: "Chef de file autre que\u{A0}: %", none: "chef de file non précisé par la ville")
    case .previousAward:
      KindWords(
        name: "Distinction antérieure", accepts: "Le chef de file doit avoir obtenu\u{A0}: %",
        refuses: "Le chef de file ne doit pas avoir obtenu\u{A0}: %",
        none: "aucune distinction de ce type")
    case .partnerShare: KindWords(name: "Part des partenaires")
    case .technologyReadiness:
      KindWords(
        name: "Maturité technologique",
        amount: .level("Partir d’un niveau de maturité technologique", "niveau"))
    case .excludedPurpose:
      KindWords(
        name: "Finalités exclues", refuses: "Rien de ceci\u{A0}: %", none: "aucune finalité particulière")
    case .costHeading:
      KindWords(
        name: "Catégories de coûts", refuses: "Coûts non financés\u{A0}: %", joinsRefused: .and,
        joins: .comma, notAccepted: "non financé")
    case .aim:
      KindWords(
        name: "Objectif", accepts: "Sert\u{A0}: %", refuses: "Ne sert pas\u{A0}: %",
        none: "aucun objectif de ce type")
    case .members: KindWords(name: "Membres")
    case .seats:
      KindWords(
        name: "Sièges", accepts: "Siège de chaque membre\u{A0}: %",
        refuses: "Aucun membre dont le siège est\u{A0}: %")
    case .control:
      KindWords(
        name: "Contrôle", accepts: "Aucun contrôle depuis un lieu autre que\u{A0}: %",
        refuses: "Aucun contrôle depuis\u{A0}: %")
    case .everyone: KindWords(name: "Chaque bénéficiaire", accepts: "Chaque bénéficiaire est\u{A0}: %")
    case .leadBody: KindWords(name: "Type de chef de file", accepts: "Chef de file\u{A0}: %")
    case .leadSeat:
      KindWords(
        name: "Siège du chef de file", accepts: "Siège du chef de file\u{A0}: %",
        refuses: "Siège du chef de file ailleurs que\u{A0}: %")
    case .sentence: KindWords(name: "Condition de l’appel")
    case .equalityPlan: KindWords(name: "Plan d’égalité")
    case .territorialStrategy:
      KindWords(
        name: "Stratégie territoriale",
        accepts: "Une stratégie territoriale de la zone urbaine où le projet est inscrit",
        holds: "il y en a une, et le projet y est inscrit", none: "pas de telle stratégie")
    case .dates: KindWords(name: "Dates")
    case .grantSize: KindWords(name: "Montant de la subvention")
    case .unstated: KindWords(name: "Conditions")
    }
  }

  func words(_ fact: Fact) -> FactWords {
    switch fact {
    case .applicant:
      FactWords(
        name: "catégorie du demandeur", question: "Quel type d’organisme présente la demande\u{202F}?",
        change: "un autre type de demandeur\u{A0}: %")
    case .country:
      FactWords(
        name: "pays", question: "Dans quel pays le demandeur a-t-il son siège\u{202F}?")
    case .nuts:
      FactWords(
        name: "région",
        question: "Dans quelle région (code NUTS) le demandeur a-t-il son siège\u{202F}?")
    case .population:
      FactWords(
        name: "population", question: "Combien d’habitants la ville compte-t-elle\u{202F}?",
        change: "un autre nombre d’habitants\u{A0}: %", one: "habitant", many: "habitants")
    case .regionCategory:
      FactWords(
        name: "catégorie de région",
        question:
          "De quelle catégorie la région relève-t-elle dans la politique de cohésion 2021-2027\u{202F}?",
        change: "une autre catégorie de région\u{A0}: %")
    case .measures:
      FactWords(
        name: "mesures",
        question:
          "De quelles mesures le projet se compose-t-il, et peut-on en retirer celles qui ne sont pas acceptées\u{202F}?"
      )
    case .subject:
      FactWords(
        name: "sujet du projet",
        question:
          "Le projet porte-t-il, ou peut-il porter, sur le sujet particulier que la source nomme\u{202F}?")
    case .partners:
      FactWords(
        name: "partenaires",
        question: "Quels partenaires participent, de quels pays, ou la ville agit-elle seule\u{202F}?")
    case .partnerRegions:
      FactWords(
        name: "catégories de région des partenaires",
        question:
          "Dans quelle catégorie de région de la politique de cohésion chaque partenaire a-t-il son siège\u{202F}?"
      )
    case .coordinator:
      FactWords(
        name: "coordinateur",
        question: "Quel organisme est chef de file, et de quelle catégorie\u{202F}?")
    case .awards:
      FactWords(
        name: "distinctions antérieures",
        question:
          "Quelle action innovatrice ou quel label de l’Union le chef de file a-t-il déjà obtenu\u{202F}?",
        change: "d’abord une distinction\u{A0}: %")
    case .roles:
      FactWords(
        name: "rôles",
        question:
          "Lesquels des organismes demandés par l’appel sont la ville et chaque partenaire (police, premiers intervenants…)\u{202F}?"
      )
    case .genderEqualityPlan:
      FactWords(
        name: "plan d’égalité",
        question:
          "La ville et chaque partenaire public ont-ils un plan d’égalité entre les femmes et les hommes publié\u{202F}?",
        change: "adopter et publier un plan d’égalité avant la signature de la subvention")
    case .territorialStrategy:
      FactWords(
        name: "stratégie territoriale",
        question:
          "La zone urbaine a-t-elle une stratégie territoriale, et le projet y est-il inscrit\u{202F}?",
        change: "d’abord inscrire le projet dans une stratégie territoriale de la zone urbaine")
    case .technologyReadiness:
      FactWords(
        name: "niveau de maturité technologique",
        question: "De quel niveau de maturité technologique (1 à 9) le projet part-il\u{202F}?",
        change: "d’abord porter la technologie au niveau de maturité %")
    case .purposes:
      FactWords(
        name: "finalités",
        question:
          "Le projet sert-il la défense, la douane, la contrainte ou le seul maintien de l’ordre, ou rien de cela\u{202F}?"
      )
    case .aims:
      FactWords(
        name: "objectifs",
        question:
          "Quels objectifs le projet sert-il à côté de la sécurité\u{A0}: migrants, justice, culture, climat, réseaux, transition juste, zones rurales, santé, pays partenaires, ou aucun de ceux-là\u{202F}?"
      )
    case .costHeadings:
      FactWords(
        name: "catégories de coûts",
        question: "De quelles catégories les coûts du projet relèvent-ils\u{202F}?")
    case .start:
      FactWords(name: "début des travaux", question: "Quand les travaux commencent-ils\u{202F}?")
    case .end: FactWords(name: "fin des travaux", question: "Quand les travaux se terminent-ils\u{202F}?")
    case .cost: FactWords(name: "coût", question: "Combien le projet coûte-t-il\u{202F}?")
    case .exchangeRate:
      FactWords(
        name: "taux de change",
        question: "Combien vaut la monnaie des coûts dans celle de la subvention\u{202F}?")
    case .callDocument:
      FactWords(
        name: "document de l’appel", question: "Que dit le document de l’appel\u{A0}: %\u{202F}?")
    }
  }
}
