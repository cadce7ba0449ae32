/// Words that topics are made of.
enum FeedWords {
  static let vocabulary = "http://publications.europa.eu/resource/authority/eu-programme"

  static let programmes = [
    (prefix: "HORIZON-CL3", code: "HORIZON", label: "Horizon Europe"),
    (prefix: "ISF-TF2-AG", code: "ISF_2021", label: "Internal Security Fund (ISF) (2021/2027)"),
    (prefix: "CERV-CITIZENS", code: "CERV", label: "Citizens, Equality, Rights and Values Programme"),
    (prefix: "UCPM-KAPP", code: "UCPM", label: "Union Civil Protection Mechanism"),
  ]

  static let applicants = [
    "local-authority", "regional-authority", "research", "law-enforcement", "non-profit",
  ]

  /// The languages after English and French, of which each topic has one.
  static let further = ["de", "pl", "el", "bg"]

  static let english = words(
    """
    the of and to in for with on by public space city security crowd protection barrier square station market
    street lighting camera training exercise partner authority police community prevention resilience project
    consortium proposal expected outcome scope activity applicant grant eligible cost deadline assessment risk
    threat attack vehicle design urban network practice exchange methodology results impact dissemination ethics
    """)

  static let all: [(language: String, words: [String])] = [
    ("en", english),
    (
      "fr",
      words(
        """
        le la les des du et à en pour une sur avec ville espace public sécurité protection foule place gare marché
        éclairage caméra formation exercice partenaire autorité police communauté prévention résilience projet
        bénéficiaire coûts éligibles évaluation menace véhicule conception réseau échange résultats intérêt général
        """)
    ),
    (
      "de",
      words(
        """
        der die das und für mit im öffentlicher Raum Stadt Sicherheit Schutz Menge Platz Bahnhof Beleuchtung Übung
        Behörde Polizei Gemeinschaft Vorbeugung Widerstandsfähigkeit Vorhaben Förderung förderfähige Kosten Prüfung
        """)
    ),
    (
      "pl",
      words(
        """
        w na dla oraz przestrzeń publiczna miasto bezpieczeństwo ochrona tłum plac dworzec oświetlenie ćwiczenia
        władze policja społeczność zapobieganie odporność projekt wniosek koszty kwalifikowalne ocena zagrożenie
        """)
    ),
    (
      "el",
      words(
        """
        και για με την του δημόσιος χώρος πόλη ασφάλεια προστασία πλήθος πλατεία σταθμός φωτισμός άσκηση αρχή
        αστυνομία κοινότητα πρόληψη ανθεκτικότητα έργο πρόταση επιλέξιμες δαπάνες αξιολόγηση απειλή όχημα
        """)
    ),
    (
      "bg",
      words(
        """
        и за с на обществено пространство град сигурност защита тълпа площад гара осветление обучение учение
        орган полиция общност превенция устойчивост проект предложение допустими разходи оценка заплаха
        """)
    ),
  ]

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
