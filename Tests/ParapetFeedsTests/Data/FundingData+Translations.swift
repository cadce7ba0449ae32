import ParapetModel

@testable import ParapetFeeds

extension FundingData {
  /// The references of everything that has no word in a language, sorted.
  ///
  /// What must have one is what the English files say: the texts of opportunities, and the names of countries,
  /// applicants, measures, commitments and cost headings. A measure needs a term of the glossary too.
  func missingTranslations(for language: Language) -> [String] {
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
