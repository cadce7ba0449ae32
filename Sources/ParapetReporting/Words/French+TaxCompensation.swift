import ParapetModel

extension French {
  /// La TVA qui revient à un payeur et n’est donc pas demandée.
  func compensation(_ what: Assumption.What, of city: City) -> String {
    switch what {
    case .compensatedTax(let scheme, let partner, let isClaimed):
      isClaimed
        ? "\(name(scheme.country))\u{A0}: un dispositif (\(scheme.name)) compense la TVA des collectivités, et "
          + "\(name(payer: partner, of: city)) dit la supporter\u{202F}; elle est demandée. Montrez pourquoi le dispositif ne la "
          + "compense pas."
        : "\(name(scheme.country))\u{A0}: un dispositif (\(scheme.name)) compense la TVA des collectivités\u{202F}; celle de "
          + "\(name(payer: partner, of: city)) n’est pas demandée."
    case .recoveredTaxLeft(let partner):
      "La TVA de \(name(payer: partner, of: city)) lui revient et n’est pas demandée. Sous 5 millions d’euros, le droit "
        + "permettrait de la compter (règlement (UE) 2021/1060, art. 64, par. 1, point c))\u{202F}; rien ne dit si l’autorité de "
        + "gestion l’accepte\u{202F}: demandez."
    default: ""
    }
  }
}
