import ParapetModel

extension Opportunity {
  /// Each text of the record by the reference that a translation names, with the languages it has in the file.
  ///
  /// What a criterion or a condition gives as its reason is English in the file.
  var translatableTexts: [(reference: String, languages: Set<String>)] {
    let parts: [(String, [LocalizedText])] =
      [("title", titles), ("description", descriptions), ("applyAt", applyAt), ("keyword", keywords)]
      + conditions.map { ("condition/" + $0.id, $0.texts) } + [("cadence", cadence?.texts ?? [])]
      + (requirements?.criteria ?? []).map { ("criterion/" + $0.id, $0.citation.reason) }
      + conditions.map { ("condition/\($0.id)/why", $0.citation.reason) }
    return parts.filter { !$0.1.isEmpty }.map { (identifier + "/" + $0.0, Set($0.1.map(\.language))) }
  }
}

extension Citation {
  /// What it gives as a reason, in the language of the files.
  fileprivate var reason: [LocalizedText] {
    why.map { [LocalizedText($0, language: Language.english.rawValue)] } ?? []
  }
}
