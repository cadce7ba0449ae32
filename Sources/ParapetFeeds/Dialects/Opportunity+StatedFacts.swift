import ParapetModel

extension Opportunity {
  /// How many facts it states, by which doubles of one reading are compared.
  ///
  /// Counted is what somebody who applies needs, not the fields of the record: of two rows for one topic the
  /// index often lists a stub first, with many fields of its own bookkeeping. A text in English counts for one
  /// more, so that of equal variants in several languages the English one stays.
  var statedFacts: Int {
    let facts: [Bool] = [
      reference != nil, programme != nil, !partOf.isEmpty, !titles.isEmpty, !descriptions.isEmpty,
      statedStatus != nil, publicationDate != nil, openingDate != nil, deadlineModel != nil,
      !deadlines.isEmpty,
      !funding.available.isEmpty, funding.minimumGrant != nil, funding.maximumGrant != nil,
      funding.expectedGrants != nil, !funding.rates.isEmpty, !typesOfAction.isEmpty, requirements != nil,
      !conditions.isEmpty, !keywords.isEmpty, !documents.isEmpty, landingPage != nil,
      titles.contains { $0.language == "en" },
    ]
    return facts.count(where: \.self)
  }
}
