import ParapetModel

/// How much of a text is on the safety of people and places: on crime, terror, crises, police, victims, public spaces.
///
/// Words of what is done, such as training or a pilot, stand in calls on anything; a call on ships that trains its crews is
/// none for a city's police. The bounds were set on the calls of the portal with a text, and on the projects of
/// `reports/quality.md`, none of whose calls is outside.
struct FieldShare {
  /// How many words there are without those that say nothing.
  private var words: Float = 0
  /// How many of them tell what the text is for at length.
  private var describing: Float = 0
  /// How often the field's concepts stand there.
  private var uses: Float = 0
  /// How many different ones, and how many of these stand in a title or among the keywords.
  private var distinct = 0
  private var heading = 0

  /// A text of which nothing is read.
  init() {}

  /// A text of an opportunity, from the lengths of its fields; its instrument's is not its own.
  init(lengths: SIMD8<Float>) {
    describing = lengths[WordEvidence.Field.description.place]
    words = lengths.sum() - lengths[WordEvidence.Field.instrument.place]
  }

  /// Adds one concept of the field, with how often it stands in each field of an opportunity.
  mutating func add(_ byField: SIMD8<UInt16>) {
    var own = SIMD8<Float>(byField)
    own[WordEvidence.Field.instrument.place] = 0
    let count = own.sum()
    guard count > 0 else { return }
    uses += count
    distinct += 1
    if own[WordEvidence.Field.title.place] + own[WordEvidence.Field.keywords.place] > 0 { heading += 1 }
  }

  /// Adds a text of an item.
  mutating func add(_ reading: Reading, of lexicon: Lexicon) {
    words += Float(reading.words.count)
    distinct += Set(reading.finds.map(\.concept)).count { lexicon.isOfField[Int($0)] }
  }

  /// The share of the words, from 0 to 1.
  private var share: Float { words > 0 ? uses / words : 0 }

  /// Whether an opportunity says at length what it is for, and is on something else.
  ///
  /// What has no text of its own but a title may be on anything.
  var isOutside: Bool {
    guard describing >= FieldShare.leastDescription else { return false }
    let isWithin = heading >= 2 || (heading == 1 && share >= 0.016) || (distinct >= 4 && share >= 0.02)
    return !isWithin
  }

  /// Whether an item is on the field: it says so, or says so little that its measures alone tell.
  var isWithin: Bool { distinct >= 1 || words < FieldShare.leastDescription }

  /// Fewer words than these tell too little.
  private static let leastDescription: Float = 40
}
