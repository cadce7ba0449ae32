/// Words that cities and their items are made of; none has a comma, so that lines of CSV need no quotes.
enum CityWords {
  static let places = [
    (country: "FR", region: "FRL03"), (country: "IT", region: "ITC4C"), (country: "ES", region: "ES523"),
    (country: "DE", region: "DE212"), (country: "PL", region: "PL213"), (country: "RO", region: "RO113"),
    (country: "EL", region: "EL303"), (country: "PT", region: "PT170"), (country: "IE", region: "IE061"),
    (country: "DK", region: "DK011"), (country: "BE", region: "BE100"), (country: "HR", region: "HR050"),
  ]
  static let categories = ["less-developed", "transition", "more-developed"]
  static let applicants = ["local-authority", "law-enforcement", "research", "non-profit", "public-body"]

  static let works = [
    (measure: "barriers", english: "Bollards and gates", french: "Bornes et barrières"),
    (measure: "public-space-redesign", english: "Redesign of the space", french: "Réaménagement de l’espace"),
    (measure: "lighting", english: "Lighting that adapts", french: "Éclairage adaptatif"),
    (measure: "surveillance", english: "Video protection", french: "Vidéoprotection"),
    (measure: "control-room", english: "Supervision centre", french: "Centre de supervision urbain"),
    (measure: "tech-pilot", english: "Pilot of crowd sensors", french: "Pilote de capteurs de foule"),
    (measure: "counter-drone", english: "Detection of drones", french: "Détection de drones"),
    (
      measure: "vulnerability-assessment", english: "Vulnerability assessment",
      french: "Diagnostic de vulnérabilité"
    ),
    (
      measure: "training", english: "Training of municipal police",
      french: "Formation de la police municipale"
    ),
    (measure: "exercises", english: "Evacuation exercise", french: "Exercice d’évacuation"),
    (
      measure: "radicalisation-prevention", english: "Prevention of radicalisation",
      french: "Prévention de la radicalisation"
    ),
    (measure: "awareness", english: "Awareness campaign", french: "Campagne de sensibilisation"),
    (measure: "victim-support", english: "Support for victims", french: "Aide aux victimes"),
    (
      measure: "community-mediation", english: "Mediators in the neighbourhood",
      french: "Médiation de quartier"
    ),
    (
      measure: "resilience", english: "Resilience plan for heat and floods",
      french: "Plan de résilience aux crues"
    ),
    (measure: "best-practice-exchange", english: "Exchange between cities", french: "Échanges entre villes"),
  ]

  struct Wording {
    var at: String
    var near: String
    var against: String
    var sites: [String]
    var threats: [String]
    var sentences: [String]
  }

  static let english = Wording(
    at: "at the", near: "Work near the", against: "against",
    sites: [
      "station square", "weekly market", "cathedral", "stadium", "harbour promenade", "school campus",
      "hospital",
      "bus interchange", "pedestrian street", "synagogue", "concert hall", "town hall", "shopping centre",
      "metro",
    ],
    threats: [
      "vehicle ramming", "knife attacks", "drones", "crowd crushes", "explosives", "hate crime",
      "burglary at night",
      "cyber attacks on cameras", "floods", "violent extremism",
    ],
    sentences: [
      "Residents and shopkeepers take part in the design from the first day.",
      "The city works with the regional police and the fire service.",
      "Sensors count people and protect their privacy by design.",
      "The works keep trees and make the place safer for women and for children.",
      "Staff learn to recognise early signs and to pass them on.",
      "An independent team evaluates the results after one year.",
      "Lessons are shared with twin towns and with the European network.",
      "Equipment is bought together with two neighbouring towns.",
    ])

  static let french = Wording(
    at: "pour", near: "Travaux près de", against: "contre",
    sites: [
      "la place de la gare", "le marché", "la cathédrale", "le stade", "la promenade du port", "le lycée",
      "l’hôpital",
      "la gare routière", "la rue piétonne", "la synagogue", "la salle de concert", "la mairie", "le métro",
    ],
    threats: [
      "les véhicules-béliers", "les attaques au couteau", "les drones", "les mouvements de foule",
      "les explosifs",
      "les crimes de haine", "les cambriolages", "les crues", "l’extrémisme violent",
    ],
    sentences: [
      "Les habitants et les commerçants prennent part à la conception.",
      "La ville travaille avec la police nationale et les pompiers.",
      "Des capteurs comptent les personnes et protègent leur vie privée.",
      "Les arbres restent et le lieu devient plus sûr pour les femmes et les enfants.",
      "Les agents apprennent à reconnaître les signaux faibles.",
      "Une équipe indépendante évalue les résultats après un an.",
      "Les enseignements sont partagés avec les villes jumelées.",
      "Le matériel est acheté avec deux communes voisines.",
    ])
}
