import ParapetModel

/// The places and threats of the glossary that a text names, as a set of bits.
struct NamedSubjects: Hashable {
  private var bits = SIMD2<UInt64>.zero

  /// None.
  init() {}

  private init(place: Int) {
    guard place < 128 else { return }
    bits[place / 64] = 1 << UInt64(place % 64)
  }

  /// The set of each concept, with so many more that are none, those that a call serves alone, and of these the groups.
  static func numbered(
    _ concepts: [Glossary.Concept], more: Int
  ) -> (each: [NamedSubjects], apart: NamedSubjects, groups: NamedSubjects) {
    var (apart, groups) = (NamedSubjects(), NamedSubjects())
    var next = 0
    var each = concepts.map { concept in
      guard concept.isApart || concept.kind == .site || concept.kind == .threat else {
        return NamedSubjects()
      }
      let subject = NamedSubjects(place: next)
      next += 1
      if concept.isApart { apart.formUnion(subject) }
      if concept.isApart, concept.kind == .group { groups.formUnion(subject) }
      return subject
    }
    each += Array(repeating: NamedSubjects(), count: more)
    return (each, apart, groups)
  }

  mutating func formUnion(_ other: NamedSubjects) { bits |= other.bits }

  mutating func subtract(_ other: NamedSubjects) { bits &= ~other.bits }

  func isAny(of other: NamedSubjects) -> Bool { bits & other.bits != .zero }

  func intersection(_ other: NamedSubjects) -> NamedSubjects {
    var shared = self
    shared.bits &= other.bits
    return shared
  }

  /// Whether a title is on a place or threat that is served alone, and on none that an item names, or for a group that is,
  /// and that the item does not name, whatever else it is on.
  func isApart(from item: NamedSubjects, in lexicon: Lexicon) -> Bool {
    var strangers = intersection(lexicon.groups)
    strangers.subtract(item)
    return strangers != NamedSubjects() || (isAny(of: lexicon.apart) && !isAny(of: item))
  }
}
