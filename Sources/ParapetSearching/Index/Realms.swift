import ParapetModel

/// The realms of which a text speaks: what people do on purpose, and what befalls a city.
struct Realms: Hashable {
  /// How many concepts of each it names.
  private var crime = 0
  private var hazard = 0
  private var either = 0

  /// Adds a concept that a text names.
  mutating func add(_ realm: Glossary.Concept.Realm?) {
    switch realm {
    case .crime: crime += 1
    case .hazard: hazard += 1
    case .either: either += 1
    case nil: break
    }
  }

  /// Whether an item that speaks of this is served by nothing that has such a title and keywords: it names the one realm
  /// alone, and they the other, more than once.
  ///
  /// What serves against both tells nothing of a call; an item that names it beside a crime may be an exercise of rescue after
  /// an attack.
  func isApart(from heading: Realms) -> Bool {
    if hazard > 0, crime == 0 { return heading.crime > 1 && heading.hazard == 0 }
    if crime > 0, hazard == 0, either == 0 { return heading.hazard > 1 && heading.crime == 0 }
    return false
  }
}
