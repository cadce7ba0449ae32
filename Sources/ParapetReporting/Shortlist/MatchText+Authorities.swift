import ParapetMatching
import ParapetModel

/// Whom the city asks for the money of a match.
extension MatchText {
  /// The authorities of the instrument nearest to the match that has any for the city's place.
  var authorities: [Authority] { words.vocabulary.authorities.authorities(for: match.offer, in: city) }

  /// The names of those authorities alone, without their programmes and addresses.
  var authorityNames: String? { words.authorityNames(authorities) }

  /// The same by name, programme and page; nothing where none is known to manage it.
  var namedAuthorities: String? {
    let names = authorities.prefix(3).map { authority in
      let programme = authority.titles.first?.text
      guard let office = authority.office, let name = office.names.text(in: words.language) else {
        return words.unreadAuthority(programme: programme)
      }
      return words.authority(
        name, programme: programme, number: authority.number?.value, page: office.page)
    }
    return names.isEmpty ? nil : words.or(names)
  }
}

extension AuthorityBook {
  /// The authorities of the instrument nearest to an offer that has any for a city's place.
  func authorities(for offer: Offer, in city: City) -> [Authority] {
    for opportunity in [offer.opportunity] + offer.instruments {
      let found = authorities(
        for: opportunity.identifier, nuts: city.facts.nuts, country: city.facts.country)
      if !found.isEmpty { return found }
    }
    return []
  }
}

extension Sentences {
  /// The names of authorities alone, each once; nothing where none is known.
  func authorityNames(_ authorities: [Authority]) -> String? {
    let names = authorities.prefix(3).compactMap { $0.office?.names.text(in: language) }
    return names.isEmpty ? nil : or(names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
  }
}
