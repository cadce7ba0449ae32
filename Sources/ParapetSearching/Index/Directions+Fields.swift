extension Directions {
  /// How much a further mention in a text adds: at most this many times the first.
  private static let saturation: Float = 4

  /// What mentions in the fields of a text come to: a title says in few words what the rest is about.
  static func share(_ counts: SIMD8<Float>) -> Float {
    let mentions =
      4 * counts[WordEvidence.Field.title.place] + counts[WordEvidence.Field.keywords.place]
      + counts[WordEvidence.Field.call.place] + counts[WordEvidence.Field.description.place]
    return mentions * (saturation + 1) / (mentions + saturation)
  }
}
