import ParapetModel

/// How much of a text is on the safety of people and places: on crime, terror, crises, police, victims, public spaces.
///
/// Words of what is done, such as training or a pilot, stand in calls on anything; a call on ships that trains its crews is
/// none for a city's police. The bounds were chosen by reading the portal's calls of a day: they rather let a call on a
/// crisis of farms in than one on a crisis of cities out.
struct FieldShare {
  /// How many words there are without those that say nothing.
  private var words: Float = 0
  /// How many of them tell what the text is for at length.
  private var describing: Float = 0
  /// How often the field's concepts stand there.
  private var uses: Float = 0
  /// How many different concepts of its own there are.
  private var own = 0
  /// How many of its own, and of those shared with other fields, stand in a title or among the keywords.
  private var ownHeading = 0
  private var sharedHeading = 0

  /// A text of an opportunity, from the lengths of its fields; its instrument's is not its own.
  init(lengths: SIMD8<Float>) {
    describing = lengths[WordEvidence.Field.description.place]
    words = lengths.sum() - lengths[WordEvidence.Field.instrument.place]
  }

  /// Adds one concept of the field, with how often it stands in each field of an opportunity.
  mutating func add(_ field: Glossary.Concept.Field, _ byField: SIMD8<UInt16>) {
    var counts = SIMD8<Float>(byField)
    counts[WordEvidence.Field.instrument.place] = 0
    guard counts.sum() > 0 else { return }
    if field != .item { uses += counts.sum() }
    switch field {
    case .own:
      own += 1
      if byField.isHeading { ownHeading += 1 }
    case .shared: if byField.isHeading { sharedHeading += 1 }
    case .item: break
    }
  }

  /// A text of an item and its title.
  ///
  /// - Parameter readings: what was read of the title, then of the rest.
  init(_ readings: [[Lexicon.Concept]], words: Int, of lexicon: Lexicon) {
    self.words = Float(words)
    describing = self.words
    for (place, concepts) in readings.enumerated() {
      for concept in concepts where [.own, .shared].contains(lexicon.fields[Int(concept)]) { uses += 1 }
      guard place == 0 else { continue }
      for concept in Set(concepts) {
        switch lexicon.fields[Int(concept)] {
        case .own: ownHeading += 1
        case .shared: sharedHeading += 1
        case .item, nil: break
        }
      }
    }
    own = Set(readings.joined()).count { lexicon.fields[Int($0)] == .own }
  }

  /// How often the field's concepts stand among a hundred words.
  private var perHundred: Float { words > 0 ? 100 * uses / words : 0 }

  /// What an opportunity's text says of the field.
  enum Text {
    /// It is on the field, among other things perhaps.
    case within
    /// It is a title and little more, without a word of the field, and may be on anything.
    case silent
    /// It says at length what it is for, and is on something else.
    case outside
  }

  /// How surely an item is on the field.
  enum Item {
    /// It does not say so.
    case unsure
    /// By one word where it is short, as a call does where it is long.
    case named
    /// By a measure that is of no other field, or by several things that are.
    case sure

    /// Whether a text may be on the item's subject as far as the field goes: what is surely of it is not served by a
    /// title that is on anything.
    func admits(_ text: Text) -> Bool {
      switch self {
      case .unsure: true
      case .named: text != .outside
      case .sure: text == .within
      }
    }
  }

  /// What an opportunity says.
  var text: Text {
    describing < FieldShare.length ? (uses > 0 ? .within : .silent) : isMuch ? .within : .outside
  }

  /// What an item says.
  ///
  /// - Parameter byMeasure: whether one of its measures is of this field alone.
  func item(byMeasure: Bool) -> Item {
    if byMeasure { return .sure }
    guard uses > 0, describing < FieldShare.length || isMuch else { return .unsure }
    return own >= 3 ? .sure : .named
  }

  /// Whether a long text speaks of the field often enough to be on it.
  private var isMuch: Bool {
    perHundred >= 5 || (sharedHeading >= 2 && perHundred >= 3.3) || (own >= 3 && perHundred >= 2.1)
      || (ownHeading >= 1 && perHundred >= 1.3)
  }

  /// Fewer words than these tell too little of what a text is not on.
  private static let length: Float = 40
}

extension SIMD8<UInt16> {
  /// Whether any of the counts by field is that of a title or of the keywords.
  var isHeading: Bool {
    self[WordEvidence.Field.title.place] > 0 || self[WordEvidence.Field.keywords.place] > 0
  }
}
