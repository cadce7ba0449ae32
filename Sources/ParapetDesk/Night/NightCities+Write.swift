import Foundation
import ParapetCatalogue
import ParapetMatching
import ParapetModel
import ParapetReporting

extension NightCities {
  /// Writes the pages of each city, and says that it was told as far as they go.
  func write(_ compared: [Compared]) throws {
    guard !run.question.isDry else { return }
    let done = try run.catalogue.subjects(of: .write, doneIn: night)
    var finished: [FinishedPart] = []
    func finish() throws {
      try run.catalogue.finish(finished, of: night)
      for part in finished { run.note(night, .write, .done, city: part.part.subject) }
      finished = []
    }
    let wording = inquiry.wording(run.question.language)
    for city in compared where !city.entry.isAtRest {
      if done.contains(city.id) {
        run.note(night, .write, .kept, city: city.id)
        continue
      }
      run.note(night, .write, .begun, city: city.id)
      let pages = run.order.pages
      let state =
        pages.contains(.calendar) || !city.found.due.isEmpty
        ? try run.catalogue.state(of: city.id, on: night, remembering: memory) : nil
      let folder = run.order.output + "/" + city.id
      do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      } catch {
        throw Failure(.unwritable, .noFolder(folder, error.localizedDescription))
      }
      // A run that was killed while it put a file in its place may have left the draft.
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      where name.hasPrefix(".parapet-") && name.hasSuffix(".part") {
        try? FileManager.default.removeItem(atPath: folder + "/" + name)
      }
      let about = city.entry.portfolio.map { wording.about([$0]) } ?? wording
      if pages.contains(.digest), !(try city.found.isSilent && rest.hasPage(of: city.entry)) {
        let digest = DigestReport(
          try digest(of: city.entry, city.found, state), words: about.words, edition: about.edition)
        for (name, form) in [
          ("digest.txt", DocumentForm(.text)), ("digest.html", DocumentForm(.html)),
          ("digest.json", DocumentForm(.json)),
        ] {
          try put(form.render(digest, about.words), folder, name)
        }
      }
      if let portfolio = city.entry.portfolio {
        if !pages.isDisjoint(with: [.shortlist, .brief]) { try writeLists(of: portfolio, about, to: folder) }
        if pages.contains(.calendar), let state { try writeCalendar(of: portfolio, state, about, to: folder) }
      }
      finished.append(FinishedPart(NightPart(.write, city.id), told: [""]))
      if finished.count == NightCities.citiesAtOnce { try finish() }
    }
    try finish()
  }

  private func writeLists(of portfolio: Portfolio, _ wording: Wording, to folder: String) throws {
    let lists = try offer().lists()
    let list = lists.list(of: portfolio)
    if run.order.pages.contains(.shortlist) {
      let report = lists.report(of: [list], wording)
      try put(CSVWriter(.rfc4180).render(report.wholeTable), folder, "shortlist.csv")
    }
    guard run.order.pages.contains(.brief) else { return }
    let brief = CityBrief(brief: Brief(list), identifiers: lists.identifiers).report(wording)
    try put(DocumentForm(.html).render(brief, wording.words), folder, "brief.html")
  }

  /// Its events are kept with it, once a night, so that their numbers do not rise where the night is taken up again.
  private func writeCalendar(
    of city: Portfolio, _ state: KeptState, _ wording: Wording, to folder: String
  ) throws {
    let part = NightPart(.write, city.city.id + " calendar.ics")
    let text: String
    if let kept = try run.catalogue.done(part, of: night) {
      text = String(decoding: kept, as: UTF8.self)
    } else {
      let wanted = inquiry.calendarEvents(of: city, state, wording.words)
      let known = try run.catalogue.events(of: city.city.id, by: run.batch)
      let events = DatedEvent.merged(wanted, after: known, on: night.asOf)
      let name = city.city.names.text(in: run.question.language) ?? city.city.id
      text = CalendarText.render(
        events.filter { $0.isShown(on: night.asOf) }, named: "Parapet: " + name,
        language: run.question.language)
      try run.catalogue.keep(
        events, of: city.city.id, finishing: part, of: night, with: Array(text.utf8))
    }
    try put(text, folder, "calendar.ics")
  }

  private func put(_ text: String, _ folder: String, _ name: String) throws {
    try OutputFile(path: folder + "/" + name).write(Array(text.utf8))
  }
}
