import ParapetModel

extension English {
  func list(_ parts: [String]) -> String { parts.joined(separator: "; ") }

  func amounts(in currency: Currency) -> String { "Amounts in \(currency.code)" }

  func label(_ label: PageLabel) -> String {
    switch label {
    case .data: "Data"
    case .part: "Part"
    case .contents: "Contents"
    case .sources: "Sources"
    case .itemsByApplication: "Items by application"
    case .appropriations: "Appropriations"
    case .losses: "Losing a grant"
    case .further: "Conditions, documents and projects funded before"
    }
  }
}
