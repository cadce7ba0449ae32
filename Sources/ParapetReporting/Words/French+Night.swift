import ParapetModel

extension French {
  func label(_ label: NightLabel) -> String {
    switch label {
    case .red: "À traiter maintenant"
    case .amber: "À savoir"
    case .newCalls: "Nouveau sur les listes"
    case .upcoming: "Échéances proches"
    case .stale: "Non lu"
    case .night: "Nuit"
    case .nights: "Les dernières nuits"
    case .run: "Passage"
    case .state: "État"
    case .city: "Ville"
    case .told: "Informés"
    case .person: "Personne"
    case .message: "Message"
    case .documents: "Documents d’appel"
    case .file: "Fichier"
    case .answers: "Ce que cela change pour les projets"
    }
  }

  func note(_ note: NightNote) -> String {
    switch note {
    case .title(let city): return pair(city, "ce qui a changé")
    case .subject(let city, let red, let amber, let new, let due, let day):
      var parts: [String] = []
      if red > 0 { parts.append(count(red, "alerte rouge", "alertes rouges")) }
      if amber > 0 { parts.append(count(amber, "changement", "changements")) }
      if new > 0 { parts.append(count(new, "nouvel appel", "nouveaux appels")) }
      if due > 0 { parts.append(count(due, "échéance proche", "échéances proches")) }
      return pair(
        city, (parts.isEmpty ? "rien n’a changé" : parts.joined(separator: ", ")) + " (\(date(day)))")
    case .counted(let red, let amber, let grey, let since):
      return "\(number(red)) en rouge, \(number(amber)) en orange, \(number(grey)) en gris"
        + (since.map { " depuis la nuit du \(date($0))" } ?? "") + "."
    case .baseline(let items, let opportunities):
      return "C’est le point de départ\u{202F}: \(count(items, "projet", "projets")) et "
        + "\(count(opportunities, "opportunité", "opportunités")) sont suivis à partir de maintenant. "
        + "Ce qui change sera signalé."
    case .nothing(let sources, let last):
      return "Rien n’a changé. \(count(sources, "source lue", "sources lues"))"
        + (last.map { ", la dernière fois le \(date($0))" } ?? "") + "."
    case .change(let what, let before, let after):
      switch (before, after) {
      case (let before?, let after?): return pair(what, "\(before) → \(after)")
      case (nil, let after?): return pair(what, after)
      case (let before?, nil): return pair(what, "\(before) → –")
      case (nil, nil): return what
      }
    case .concerns(let items):
      return pair(items.count == 1 ? "Projet" : "Projets", items.joined(separator: ", "))
    case .criteria(let names): return pair("Règles en cause", names.joined(separator: ", "))
    case .command(let command): return pair("En savoir plus", command)
    case .due(let days, let deadline):
      return days == 0 ? "aujourd’hui, \(deadline)" : "dans \(count(days, "jour", "jours")), \(deadline)"
    case .grey(let count, let command):
      return pair(
        self.count(count, "autre changement", "autres changements") + " de texte ou d’ordre", command)
    case .more(let count, let command): return pair("… et \(number(count)) de plus", command)
    case .duty(let duty):
      return duty.report.map { "Convention\u{A0}: rapport n° \($0) à remettre" }
        ?? "Convention\u{A0}: plan d’action à remettre"
    case .otherCities(let count, let changed):
      return
        "\(self.count(count, "autre ville n’est pas nommée", "autres villes ne sont pas nommées")) ici, dont "
        + "\(number(changed)) avec des changements\u{A0}; le JSON de cette nuit les a toutes."
    case .hidden(let count):
      return "\(self.count(count, "ligne masquée", "lignes masquées")) par la ville (hidden.csv)."
    case .feedOld(let feed, let since):
      return "Le flux \(quoted(feed)) n’a pas été lu" + (since.map { " depuis le \($0)" } ?? "") + "."
    case .cityUnread(let reason):
      return pair("Les fichiers de la ville n’ont pas pu être lus", reason) + "."
    case .why(let person, let rhythm, let file):
      let often =
        switch rhythm {
        case .daily: "chaque jour où il y a quelque chose à dire"
        case .weekly: "une fois par semaine"
        case .red: "quand quelque chose est en rouge"
        }
      return "Vous recevez ceci \(often), parce que \(quoted(person)) figure dans \(file) de ceux qui font "
        + "tourner Parapet pour vous. Répondez par le mot unsubscribe, ou demandez-leur, et cela cesse."
    case .day(let day): return "\(French.weekdays[day.weekday]) \(date(day)) (heure de Bruxelles)"
    case .instant(let day, let time, let isAssumed):
      return "\(French.weekdays[day.weekday]) \(date(day)), \(time) heure de Bruxelles"
        + (isAssumed ? " (la source n’indique que le jour)" : "")
    }
  }

  func word(_ kind: CityChange.Kind) -> String {
    switch kind {
    case .new: "nouveau"
    case .deadline: "échéance"
    case .status: "statut"
    case .money: "montant"
    case .eligibility: "éligibilité"
    case .document: "document"
    case .standing: "situation"
    case .rank: "rang"
    case .plan: "plan"
    case .missing: "absent"
    case .returned: "de retour"
    case .stale: "non lu"
    }
  }

  func field(_ name: String) -> String? {
    switch name {
    case "standing": "ce qu’il faut faire"
    case "plan": "ce que rapporte le plan"
    case "grant": "subvention"
    case "planned": "ce que le plan en tire"
    case "verdict": "éligibilité"
    case "rank": "rang dans la liste"
    case "presence": "absent de sa source"
    case "withdrawn": "retiré"
    case "items": "projets du plan"
    case "portfolio": "les fichiers de la ville"
    case "callDocument": "le document de l’appel"
    default: nil
    }
  }

  func because(_ cause: CityChange.Cause, source: String?, readOn: Day?) -> String {
    switch cause {
    case .call:
      "parce que l’appel le dit"
        + (source.map { " (\($0)" + (readOn.map { ", lu le \(date($0))" } ?? "") + ")" } ?? "")
    case .rule: "parce qu’une règle du dossier de données le dit"
    case .city: "parce que le fichier de la ville le dit"
    case .time: "parce que le temps a passé"
    case .feed: "parce qu’un flux est lu pour la première fois" + (source.map { " (\($0))" } ?? "")
    case .failure: "parce que la lecture a échoué"
    }
  }

  func night(isDone: Bool) -> String { isDone ? "achevée" : "interrompue" }

  func standing(_ code: String) -> String {
    switch code {
    case "ready": "prêt à déposer"
    case "read-call": "lire le document de l’appel"
    case "answer": "une question reste ouverte"
    case "partner": "il manque un partenaire"
    case "doubtful": "douteux"
    case "no": "non éligible"
    default: code
    }
  }

  private static let weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
}
