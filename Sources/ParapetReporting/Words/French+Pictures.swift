import ParapetModel

extension French {
  func label(_ label: PictureLabel) -> String {
    switch label {
    case .timeline: "Calendrier des candidatures"
    case .agreement: "Convention attendue"
    case .lastPayment: "Dernier versement"
    case .work: "Travaux"
    case .paymentDays: "Versement"
    }
  }

  func sentence(_ sentence: PictureSentence) -> String {
    switch sentence {
    case .whoPays(let share): "Les subventions paient \(number(share))\u{202F}% des dépenses"
    case .whoPaysText(let from, let until, let dearest, let spent, let own):
      "Une barre par année de \(from) à \(until)\u{202F}: subventions, autres aides, partenaires et ville, empilés. "
        + "L’année la plus chère est \(dearest)\u{202F}: \(money(spent)). La ville trouve \(money(own)) en tout."
    case .cash(let peak, let quarter):
      "Il faut avancer jusqu’à \(money(peak)), au trimestre \(quarter)"
    case .noBridge: "Il n’y a rien à avancer"
    case .cashText(let from, let until, let spent, let received):
      "Deux barres par trimestre de \(from) à \(until)\u{202F}: les dépenses, \(money(spent)) en tout, et les recettes, "
        + "\(money(received))\u{202F}; la ligne est ce qui a été dépensé moins ce qui est entré jusque-là."
    case .timeline(let applications, let from, let until):
      "\(count(applications, "candidature", "candidatures")), du \(date(from)) au \(date(until))"
    case .timelineText:
      "Une ligne par candidature\u{202F}: la date limite, le jour où la convention est attendue, les travaux et les versements."
    }
  }

  func thousands(of currency: Currency) -> String { "milliers de \(currency.code)" }
}
