extension English {
  func label(_ label: PageLabel) -> String {
    switch label {
    case .data: "Data"
    case .part: "Part"
    case .contents: "Contents"
    case .sources: "Sources"
    case .further: "Conditions, documents and projects funded before"
    }
  }
}
