public import ParapetModel

extension FundingData {
  /// The references of everything that has no word in a language, sorted.
  ///
  /// What must have one is what the English files say: the texts of opportunities, and the names of countries,
  /// applicants, measures, commitments and cost headings. A measure needs a term of the glossary too.
  public func missingTranslations(for language: Language) -> [String] {
    let words = vocabularies[language] ?? Vocabulary(language: language)
    var missing: [String] = []
    for text in (opportunities + proposals).flatMap(\.translatableTexts)
    where !text.languages.contains(language.rawValue) && words.texts[text.reference] == nil {
      missing.append(text.reference)
    }
    let named = vocabularies[.english]?.texts ?? [:]
    for reference in CodeList.allCases.flatMap(\.references)
    where named[reference] != nil && words.texts[reference] == nil {
      missing.append(reference)
    }
    for code in (vocabularies[.english]?.countries ?? [:]).keys where words.countries[code] == nil {
      missing.append("country/" + code)
    }
    for applicant in ApplicantClass.allCases where words.applicants[applicant] == nil {
      missing.append("applicant/" + applicant.rawValue)
    }
    for category in CostCategory.allCases where words.categories[category] == nil {
      missing.append("category/" + category.rawValue)
    }
    for measure in measures.measures {
      if words.measures[measure.code] == nil { missing.append("measure/\(measure.code)/name") }
      if (words.terms[measure.code] ?? []).isEmpty { missing.append("measure/\(measure.code)/term") }
    }
    for commitment in measures.commitments where words.commitments[commitment.number] == nil {
      missing.append("commitment/\(commitment.number)")
    }
    return missing.sorted()
  }
}

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
