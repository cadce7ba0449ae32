import ParapetMatching
import ParapetModel

/// What the sentences about changes are made of.
enum ChangeText {
  /// Partners of one kind together, in their order.
  static func groups(_ partners: [Change.NewPartner]) -> [(kind: Change.NewPartner, count: Int)] {
    var groups: [(kind: Change.NewPartner, count: Int)] = []
    for partner in partners {
      if let index = groups.firstIndex(where: { $0.kind == partner }) {
        groups[index].count += 1
      } else {
        groups.append((partner, 1))
      }
    }
    return groups
  }

  static func period(_ start: Day?, _ end: Day?, _ words: some Sentences) -> String {
    [start, end].map { $0.map { words.date($0) } ?? "…" }.joined(separator: " – ")
  }

  /// A fact before and after, as codes and figures.
  static func values(_ change: Change, of city: City, _ item: Item) -> (from: String, to: String) {
    switch change {
    case .partners(let partners):
      let names = item.partners ?? []
      let now = 1 + Set(names).subtracting([city.id]).count
      return ("\(now)", "\(now + partners.count)")
    case .measures(let measures):
      return (item.measures.joined(separator: "|"), measures.joined(separator: "|"))
    case .period(let start, let end):
      return (days(item.start, item.end), days(start, end))
    case .cost(let more):
      let now = item.totalCost ?? .zero(more.currency)
      guard now.currency == more.currency else { return (now.decimal, "") }
      return (now.decimal, (now + more).decimal)
    case .seat(let place):
      return (city.facts.nuts ?? city.facts.country?.code ?? "", code(place))
    case .value(let fact, _), .further(let fact, _):
      let now = fact.declaration.part == .applicant ? city.facts[fact] : item[fact]
      return (now?.text ?? "", change.value(after: now)?.text ?? "")
    }
  }

  private static func days(_ start: Day?, _ end: Day?) -> String {
    [start, end].map { $0?.description ?? "" }.joined(separator: "/")
  }

  private static func code(_ place: Territory) -> String {
    switch place {
    case .memberStates: "EU"
    case .overseas: "OCT"
    case .country(let country): country.code
    case .region(let region): region
    }
  }
}
