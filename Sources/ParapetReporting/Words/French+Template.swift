extension French {
  func lines(_ note: TemplateNote) -> [String] {
    switch note {
    case .head:
      [
        "La ville. Ce qui n’est pas indiqué est inconnu et sera demandé\u{A0}; écrivez-le après les deux-points là où vous savez.",
        "Les tableaux items, costs et support sont à côté de ce fichier\u{A0}; seul items est nécessaire.",
      ]
    case .tables(let delimiter, let mark):
      [
        "Dans les tableaux, les cellules sont séparées par « \(delimiter) », les décimales par « \(mark) »\u{A0};",
        "les jours s’écrivent 2027-01-31.",
        "Dans items\u{A0}: « measures » contient une ou plusieurs des mesures ci-dessous, jointes par |\u{A0}; « component » est",
        "prevention ou protection\u{A0}; « cost » est hors TVA, « vat » la taxe, un montant\u{A0}; « priority » va de 1, la plus",
        "haute, à 5.",
      ]
    case .region: ["Le code de la région (NUTS, comme FRL03) et le nombre d’habitants, en chiffres."]
    case .applicant(let classes):
      ["La nature de l’organisme qui demande, au choix\u{A0}:"] + classes.map { "  " + $0 }
    case .vat:
      [
        "La TVA est-elle récupérable (recoverable), non (non-recoverable), ou en partie (partly,",
        "avec vat-recoverable-share: 0.4)\u{A0}?",
      ]
    case .category(let categories):
      ["La catégorie de la région en 2021–2027, au choix\u{A0}:"] + categories.map { "  " + $0 }
        + ["et si son produit par habitant est inférieur à la moyenne de l’Union, yes ou no."]
    case .covenant: ["Le jour où le conseil a rejoint la Convention, comme { joined: 2026-03-01 }."]
    case .partners:
      [
        "Les partenaires que les projets peuvent nommer, une ligne chacun ci-dessous, comme",
        "  - { id: autre-ville, name: Autre Ville, country: IT, applicant: local-authority }",
      ]
    case .capacity:
      [
        "Ce que la ville peut payer elle-même, par année, et combien de demandes elle peut rédiger, comme",
        "  { own-contribution: { 2027: 800000, 2028: 700000 }, applications: 4 }",
      ]
    case .measures(let measures):
      ["Les mesures, par leur code ou leur nom\u{A0}:"] + measures.map { "  " + $0 }
    }
  }
}
