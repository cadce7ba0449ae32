import ParapetModel

extension French {
  func list(_ parts: [String]) -> String { parts.joined(separator: "\u{A0}; ") }

  func amounts(in currency: Currency) -> String { "Montants en \(currency.code)" }

  func label(_ label: PageLabel) -> String {
    switch label {
    case .data: "Données"
    case .part: "Partie"
    case .contents: "Sommaire"
    case .sources: "Sources"
    case .itemsByApplication: "Opérations par candidature"
    case .appropriations: "Autorisations et crédits"
    case .losses: "Perte d’une subvention"
    case .further: "Conditions, documents et projets déjà financés"
    }
  }
}
