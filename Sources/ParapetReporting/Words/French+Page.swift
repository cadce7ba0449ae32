extension French {
  func label(_ label: PageLabel) -> String {
    switch label {
    case .data: "Données"
    case .part: "Partie"
    case .contents: "Sommaire"
    case .sources: "Sources"
    case .further: "Conditions, documents et projets déjà financés"
    }
  }
}
