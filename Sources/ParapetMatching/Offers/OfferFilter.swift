import Foundation
public import ParapetModel

/// Which of what is on offer a person wants to see; what is not named narrows nothing.
public struct OfferFilter: Hashable, Sendable {
  /// It can pay for one of these measures, by code.
  public var measures: Set<String> = []
  /// Its programme, or an instrument above it, is called so: a code or an identifier, or a part of the programme's name.
  public var programme: String?
  /// It has a deadline to come on or before this day.
  public var deadline: Day?
  /// No rule with authority shuts out applicants of this country.
  public var country: Country?
  /// All of these words stand in its identifier, titles, descriptions or keywords, whatever their case and accents.
  public var text: String?

  /// A filter that lets everything through.
  public init() {}

  /// Whether an offer is wanted.
  public func wants(_ offer: Offer, on day: Day) -> Bool {
    if !measures.isEmpty, !measures.contains(where: { offer.strength(of: $0) != nil }) { return false }
    if let deadline {
      guard let next = offer.opportunity.nextDeadline(on: day)?.day, next <= deadline else { return false }
    }
    if let programme, !offer.isUnder(programme) { return false }
    if let country, !offer.isOpen(to: country, on: day) { return false }
    if let text, !offer.says(text) { return false }
    return true
  }
}

extension Offer {
  private var chain: [Opportunity] { [opportunity] + instruments }

  fileprivate func isUnder(_ programme: String) -> Bool {
    let name = OfferFilter.folded(programme)
    return chain.contains { opportunity in
      ([opportunity.identifier] + opportunity.otherIdentifiers.map(\.value)).contains {
        OfferFilter.folded($0) == name
      }
        || [opportunity.programme?.code, opportunity.programme?.label].contains { text in
          text.map { OfferFilter.folded($0) }.map {
            $0 == name || $0.contains(" \(name) ") || $0.hasPrefix(name)
          } ?? false
        }
    }
  }

  /// Whether nothing but the seat is asked of an applicant of a country before anything else is known of it.
  fileprivate func isOpen(to country: Country, on day: Day) -> Bool {
    var facts = ApplicantFacts()
    facts.country = country
    let subject = Subject(applicant: facts)
    return tree.outcome { place in
      let leaf = tree.leaves[place]
      guard leaf.kind == CriterionKind.territory.rawValue else { return .undecided }
      return leaf.judge(subject, on: day).outcome
    } != .unmet
  }

  fileprivate func says(_ text: String) -> Bool {
    let texts =
      [opportunity.identifier, opportunity.reference ?? ""]
      + opportunity.titles.map(\.text) + opportunity.descriptions.map(\.text)
      + opportunity.keywords.map(\.text)
    let said = texts.map { OfferFilter.folded($0) }
    return OfferFilter.folded(text).split(separator: " ").allSatisfy { word in
      said.contains { $0.contains(word) }
    }
  }
}

extension OfferFilter {
  /// A text without case and accents, by scalars, so that it is the same on every machine.
  fileprivate static func folded(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
    where scalar.properties.generalCategory != .nonspacingMark {
      folded.append(scalar)
    }
    return String(folded)
  }
}
