import ParapetCatalogue
import ParapetFeeds
import ParapetMatching
public import ParapetModel
import ParapetReporting

extension Inquiry {
  /// The calendar of cities as iCalendar: the deadlines of what stands first on their lists, with the steps before them.
  ///
  /// What nights have put into a calendar before keeps its number, or counts on from it.
  public func calendar(of cities: [Portfolio], _ language: Language) throws(Failure) -> String {
    try Failure.on {
      let offering = try NightOffering(self, for: cities, readOn: day)
      let words = wording(language).words
      let events = try cities.flatMap { city in
        let wanted = calendarEvents(of: city, try offering.state(of: city), words)
        let known = try desk.catalogueIfThere()?.events(of: city.city.id) ?? []
        return DatedEvent.merged(wanted, after: known, on: day).filter { $0.isShown(on: day) }
      }
      let names = cities.map { $0.city.names.text(in: language) ?? $0.city.id }
      return CalendarText.render(
        events, named: "Parapet: " + names.joined(separator: ", "), language: language)
    }
  }

  /// The events of what a city is to apply for: its plan, or else what stands first on its items' lists.
  func calendarEvents(
    of city: Portfolio, _ state: KeptState, _ words: any Sentences
  ) -> [CalendarEvent] {
    let hasPlan = state.answers.values.contains { $0.planned != nil }
    var items: [String: [String]] = [:]
    var needing: Set<String> = []
    for answer in state.answers.values.sorted(by: { $0.key < $1.key }) {
      guard answer.deadline != nil,
        hasPlan
          ? answer.planned != nil
          : answer.rank <= Inquiry.firstOfList && answer.standing != Match.Standing.doubtful.rawValue
      else { continue }
      let offer = state.offers[answer.key.offer]?.opportunity
      if let offer, city.hidden.contains(where: { $0.covers(answer.key.item, offer) }) { continue }
      let title = city.items.first { $0.id == answer.key.item }?.title ?? answer.key.item
      items[answer.key.offer, default: []].append(title)
      if answer.standing == Match.Standing.partner.rawValue { needing.insert(answer.key.offer) }
    }
    let applications = items.keys.sorted().compactMap { name -> CityCalendar.Application? in
      guard let offer = state.offers[name], let titles = items[name] else { return nil }
      return CityCalendar.Application(
        for: offer.opportunity, items: titles, needsPartners: needing.contains(name))
    }
    let calendar = CityCalendar(of: city.city.id, steps: desk.data.steps, words: words)
    return calendar.events(of: applications, on: day)
      + (city.city.covenantDuties(on: day).map { calendar.events(of: $0, on: day) } ?? [])
  }

  /// How many of each list a calendar has where there is no plan.
  private static let firstOfList = 3
}
