import ParapetMatching
import ParapetModel

/// What a city and an item say of themselves, as names and values.
extension Sentences {

  /// The day, the knowledge and the program of an edition, and how fresh its catalogue is.
  func made(_ edition: Edition) -> String {
    let made = note(
      .made(asOf: date(edition.asOf), knownOn: edition.knownOn.map { date($0) }, program: edition.program))
    switch edition.catalogue {
    case nil: return made
    case .missing: return made + " " + note(.catalogueMissing)
    case .feeds(let feeds) where feeds.isEmpty: return made + " " + note(.catalogueEmpty)
    case .feeds(let feeds):
      let read = feeds.map {
        note(.feedRead($0.feed, on: date($0.readOn), daysBefore: $0.age(on: edition.asOf)))
      }
      return made + " " + note(.feedsRead(list(read)))
    }
  }

  /// The title of an opportunity, marked where it is of another language than the page's.
  func titled(_ opportunity: Opportunity) -> Phrase {
    let title = title(of: opportunity)
    let own = opportunity.titles.first { $0.text == title }?.language ?? ""
    guard !own.isEmpty, own != language.rawValue else { return Phrase(title) }
    return Phrase([.foreign(title, language: own)])
  }

  /// The grade and the source of a citation, as a link where there is an address.
  func source(of citation: Citation) -> Phrase {
    let grade = word(citation.grade)
    guard citation.source != "none", !citation.source.isEmpty else { return Phrase(grade) }
    let source =
      Phrase(grade + ", ") + .link(citation.source, url: SourceAddress.url(of: citation.source, in: language))
    // Whoever is asked about a sentence must see it.
    guard let quote = citation.quote else { return source }
    return source + ", " + quote
  }

  /// A fact that our own file and a feed, or two feeds, state differently.
  func difference(_ difference: Offer.Difference) -> String {
    let values = [
      pair(difference.curatedSource ?? label(.ourFile), difference.curated),
      pair(difference.feedSource ?? label(.feed), difference.feed),
    ]
    return pair(word(field: difference.field), values.joined(separator: ", "))
  }

  /// The facts of a city that decide; an unknown one says so.
  func facts(of portfolio: Portfolio) -> [FactEntry] {
    let (city, facts) = (portfolio.city, portfolio.city.facts)
    func fact(_ label: Label, _ value: String?, _ field: String) -> FactEntry {
      let isRefused = portfolio.unread.contains { $0.item == nil && $0.field == field }
      return self.fact(label, value, isRefused: isRefused)
    }
    return [
      fact(.country, facts.country.map { name($0) }, "country"),
      fact(.region, facts.nuts, "nuts"),
      fact(.population, facts.population.map { number($0) }, "population"),
      fact(.applicant, facts.applicant.map { name($0) }, "applicant"),
      fact(.regionCategory, facts.regionCategory.map { word($0) }, "region-category"),
      fact(.vat, facts.vat.map { word($0) }, "vat"),
      self.fact(.partners, city.partners.isEmpty ? label(.none) : and(city.partners.map(\.name))),
    ]
  }

  /// The facts of an item.
  func facts(of item: Item, in portfolio: Portfolio) -> [FactEntry] {
    func isRefused(_ fields: String...) -> Bool {
      fields.contains { portfolio.isRefused($0, of: item.id) }
    }
    // A line of costs that was lost counts, whatever its cell.
    let cost = fact(
      .cost, item.totalCost.map { money($0) }, isRefused: isRefused("cost", "unit_cost", "quantity"))
    var entries = [
      FactEntry(cost.name, amount: cost.value, of: ItemName(portfolio.city.id, item.id)),
      fact(
        .measures,
        item.measures.isEmpty ? nil : item.measures.map { name(measure: $0) }.joined(separator: ", "),
        isRefused: isRefused("measures")),
      fact(.period, period(item), isRefused: isRefused("start", "end")),
    ]
    if let component = item.component { entries.append(fact(.component, word(component))) }
    if let site = item.site { entries.append(fact(.site, site)) }
    if let priority = item.priority { entries.append(fact(.priority, number(priority))) }
    return entries
  }

  /// The question for the measure of an item that has none; nothing where it has one.
  func measureQuestion(of item: Item, in portfolio: Portfolio) -> String? {
    guard item.measures.isEmpty else { return nil }
    return note(
      UnreadNote.measure(
        isRefused: portfolio.isRefused("measures", of: item.id),
        suggested: item.suggestedMeasures.map { "\(name(measure: $0)) (\($0))" }))
  }

  /// A fact with its name; what was written and refused is not told as unstated.
  private func fact(_ label: Label, _ value: String?, isRefused: Bool = false) -> FactEntry {
    FactEntry(
      self.label(label),
      Phrase(value ?? (isRefused ? note(UnreadNote.notRead) : self.label(.notStated))))
  }

  private func period(_ item: Item) -> String? {
    guard item.start != nil || item.end != nil else { return nil }
    return [item.start, item.end].map { $0.map { date($0) } ?? "…" }.joined(separator: " – ")
  }
}
