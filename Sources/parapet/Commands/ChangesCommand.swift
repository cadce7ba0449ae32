import ParapetBudgeting
import ArgumentParser
import ParapetCatalogue
import ParapetFeeds
import ParapetMatching
import ParapetModel
import ParapetReporting

/// `parapet changes`: what happened in the catalogue, most urgent first.
struct ChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes", abstract: "Lists what changed in the catalogue, most urgent first.",
    discussion: """
      Red can spoil an application: less time, less money, narrower conditions, withdrawn. Amber must be known: \
      more time or money, another status. Grey is wording, and what was read for the first time.
      """)

  @Option(help: ArgumentHelp("Only what was read on this day or later.", valueName: "day"))
  var since: Day?

  @Option(
    help: ArgumentHelp(
      "Only what concerns the items of this city; may be repeated.",
      discussion: "That is what stands in the list of an item, or stood there before the change.",
      valueName: "folder"))
  var portfolio: [String] = []

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  mutating func run() throws {
    try Stop.on { try list() }
  }

  private func list() throws {
    let notices = Notices(output)
    let workspace = try Workspace(source, notices: notices)
    let cities = try portfolio.map { try workspace.portfolio($0, notices: notices) }
    let catalogue = try Catalogue(path: Workspace.storePath(source.store), creating: false)
    let stored = try catalogue.opportunities(knownOn: source.knownOn)
    var changes = try catalogue.changes(since: since, knownOn: source.knownOn)
    if !cities.isEmpty {
      let lexicon = try workspace.lexicon(notices: notices)
      changes = concerning(cities, changes, among: stored, workspace, lexicon)
    }
    let words = Words.make(workspace.vocabulary(output.lang))
    let report = ChangesReport(
      changes.map(\.change), since: since,
      identifiers: Identifiers(among: Workspace.merged(stored).map(\.opportunity)), words: words,
      edition: Edition(asOf: source.day, knownOn: source.knownOn, program: Program.version))
    try output.write(text: report.report, table: report.table, json: report.json, words: words)
    if changes.isEmpty { notices.say("nothing changed") }
  }

  /// The changes of what an item's list shows today, or would show had nothing changed.
  private func concerning(
    _ cities: [Portfolio], _ changes: [StoredChange], among stored: [StoredOpportunity],
    _ workspace: Workspace, _ lexicon: Lexicon
  ) -> [StoredChange] {
    let after = listed(cities, among: stored, workspace, lexicon)
    // Of several changes of one record the earliest has the record as it was before them all.
    var former: [String: Opportunity] = [:]
    for change in changes.sorted(by: { $0.change.readOn > $1.change.readOn }) {
      if let before = change.before { former[change.key] = before }
    }
    let unchanged = stored.map { record in
      StoredOpportunity(
        opportunity: former[record.version.key] ?? record.opportunity, version: record.version)
    }
    let names = after.union(listed(cities, among: unchanged, workspace, lexicon))
    return changes.filter { change in
      [change.before, change.after].contains { $0.map { names.contains($0.name) } ?? false }
    }
  }

  /// What stands in the list of any item of the cities.
  private func listed(
    _ cities: [Portfolio], among stored: [StoredOpportunity], _ workspace: Workspace,
    _ lexicon: Lexicon
  ) -> Set<Opportunity.Name> {
    let offers = workspace.offers(Workspace.merged(stored))
    var names: Set<Opportunity.Name> = []
    for city in cities {
      let shortlist = Shortlist(
        city, among: offers, lexicon: lexicon, on: source.day, knownOn: source.knownOn,
        pricing: workspace.pricing(Exchange()))
      for item in shortlist.items { names.formUnion(item.matches.map(\.offer.opportunity.name)) }
    }
    return names
  }
}

extension Opportunity {
  /// What tells a topic from others in a list; projects that pass money on share the topic's identifier.
  fileprivate struct Name: Hashable {
    var identifier: String
    var reference: String?
  }

  fileprivate var name: Name {
    Name(identifier: identifier.lowercased(), reference: isCascade ? reference : nil)
  }
}
