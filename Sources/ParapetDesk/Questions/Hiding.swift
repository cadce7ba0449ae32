import Foundation
import ParapetCatalogue
import ParapetInput
import ParapetMatching
public import ParapetModel

extension Inquiry {
  /// Dismisses an opportunity for an item of a city: a line is added to its hidden.csv, and nothing else is touched.
  ///
  /// - Returns: the file.
  /// - Throws: `Failure` where there is no such item or opportunity, or the file cannot be written.
  public func hide(_ pair: HiddenPair, in folder: String) throws(Failure) -> String {
    try Failure.on {
      let city = try portfolio(folder)
      if let item = pair.item, !city.items.contains(where: { $0.id == item }) {
        throw Failure.unknownItem(item, in: [city])
      }
      let offers = offers(try stored(notClosedOn: nil))
      guard offers.contains(where: { pair.covers(pair.item ?? "", $0.opportunity) }) else {
        throw Failure.unknownOpportunity(pair.opportunity, among: offers.map(\.opportunity.identifier))
      }
      let path = (folder.hasSuffix("/") ? folder : folder + "/") + "hidden.csv"
      var text = HiddenLine.head
      if let bytes = FileManager.default.contents(atPath: path) {
        text = String(decoding: bytes, as: UTF8.self)
        if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
      }
      try OutputFile(path: path).write(Array((text + HiddenLine.line(of: pair)).utf8))
      return path
    }
  }

  /// What a city has dismissed, a line each: item or `*`, opportunity, reason, name and day, parted by tabs.
  public func hiddenLines(of folder: String) throws(Failure) -> String {
    try portfolio(folder).hidden.map { pair in
      [pair.item ?? "*", pair.opportunity, pair.because, pair.by, pair.on?.description ?? ""]
        .joined(separator: "\t") + "\n"
    }.joined()
  }

  /// The pairs of cities that are hidden on the day judged: dismissed, and not changed red since.
  func hiddenPairs(of cities: [Portfolio], among offers: [Offer]) throws -> [String: HiddenRows] {
    let dismissed = cities.flatMap(\.hidden)
    guard !dismissed.isEmpty else { return [:] }
    var lastRed: [String: Day] = [:]
    if let catalogue = try desk.catalogueIfThere() {
      let since = dismissed.compactMap(\.on).min()
      let changes = try catalogue.changes(since: since, knownOn: moment.knownOn, damaged: { _ in })
      for change in changes where change.change.severity == .red {
        let name = KeptOffer.name(of: change.after)
        lastRed[name] = max(lastRed[name] ?? change.change.readOn, change.change.readOn)
      }
    }
    return Dictionary(
      cities.map { ($0.city.id, HiddenRows($0.hidden, lastRed: lastRed)) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// What a city has dismissed, and what of it a red change has brought back.
struct HiddenRows: Sendable {
  private let pairs: [HiddenPair]
  private let lastRed: [String: Day]

  init(_ pairs: [HiddenPair], lastRed: [String: Day]) {
    self.pairs = pairs
    self.lastRed = lastRed
  }

  /// Whether a row is left out.
  func hides(_ item: String, _ opportunity: Opportunity) -> Bool {
    pairs.contains { pair in
      guard pair.covers(item, opportunity) else { return false }
      guard let on = pair.on, let red = lastRed[KeptOffer.name(of: opportunity)] else { return true }
      return red <= on
    }
  }

  /// The list without what is hidden, each item with the number of its hidden rows.
  func applied(to list: Shortlist) -> Shortlist {
    var list = list
    for index in list.items.indices {
      let item = list.items[index].item.id
      let before = list.items[index].matches.count
      list.items[index].matches.removeAll { hides(item, $0.offer.opportunity) }
      list.items[index].hidden = before - list.items[index].matches.count
    }
    return list
  }
}
