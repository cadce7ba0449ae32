import ParapetSearching
import ParapetMatching

extension English {
  func word(_ part: RelevancePart) -> String {
    switch part {
    case .words: "single words"
    case .concepts: "what the glossary knows"
    case .pairs: "pairs of words"
    case .measures: "the terms of the measures"
    case .coverage: "how much of its title the item says"
    case .titles: "the likeness of the titles"
    case .passagesWords: "the words of the item's best sentences"
    case .passagesConcepts: "the subjects of the item's best sentences"
    case .nearness: "the field that its words are of"
    }
  }

  func placement(rank: Int, of count: Int, gate: Placement.Gate?, work: String?) -> String {
    let place = "\(number(rank)) of \(number(count))"
    return switch gate {
    case nil: place
    case .closed: place + "; no list shows it, because it is closed"
    case .leftOver:
      place + "; no list shows it, because its source states no date and the year of its call is over"
    case .ineligible: place + "; no list shows it, because a verified rule is not met"
    case .withoutGrant: place + "; no list shows it, because it would bring nothing"
    case .unrelated:
      place + "; no list shows it, because its measures and words have too little in common with the item"
    case .otherScale:
      place + "; no list shows it, because its projects are many times larger or smaller than the item"
    case .otherWork:
      place + "; no list shows it, because it asks for what nothing says the item is: \(work ?? "")"
    }
  }

  func lead(of identifier: String, rank: Int, _ lead: PlacementLead) -> String {
    let other = "Rank \(number(rank)), \(identifier),"
    return switch lead {
    case .standing(let own, let first):
      "\(other) stands at \(quoted(word(first))), this at \(quoted(word(own)))"
    case .status(let own, let first): "\(other) is \(word(first)), this is \(word(own))"
    case .fit(let own, let first): "\(other) fits with \(number(first)), this with \(number(own)) of 100"
    }
  }

  func lost(_ addends: [String], evidence: [String]) -> String {
    let most = "Most is lost in \(and(addends))"
    return evidence.isEmpty ? most : most + ". Of the subject, in \(and(evidence))"
  }

  func points(_ name: String, _ count: Int) -> String {
    "\(name) (\(number(count)) \(count == 1 ? "point" : "points"))"
  }
}
