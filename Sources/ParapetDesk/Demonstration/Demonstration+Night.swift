import Foundation
import ParapetModel

// What the grants officer of the city finds in the morning.
extension Demonstration {
  /// The night that is shown: the feed has not changed since the beginning, and weeks have passed.
  private static let nightDay = "2026-05-11"

  /// The digest of a city after a night, as text, as a page and as the mail to its grants officer.
  ///
  /// It has a catalogue of its own beside the demonstration's, which is removed.
  func showDigest(of city: String) throws {
    guard let day = Day(Demonstration.nightDay) else { return }
    let scratch = desk.places.store + "-night"
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    var places = desk.places
    places.store = scratch + "/catalogue.sqlite"
    let night = try Desk(places, program: desk.program)
    let order = order(for: city, in: scratch)
    begin("batch \(order.file) --as-of \(readOn)")
    for day in [readOn, day] {
      _ = try night.night(
        of: order, NightQuestion(file: order.file, asOf: day), telling: { _ in }, logging: { _ in })
    }
    begin("batch \(order.file) --as-of \(day)")
    for name in ["digest.txt", "digest.html"] {
      try take("\(city)-\(name)", text("\(scratch)/\(city)/\(name)"))
    }
    let mails = (try? FileManager.default.contentsOfDirectory(atPath: scratch + "/mail/new")) ?? []
    for mail in mails { try take("\(city)-digest.eml", text("\(scratch)/mail/new/\(mail)")) }
  }

  /// What the file of such a night says.
  private func order(for city: String, in scratch: String) -> BatchOrder {
    var order = BatchOrder(file: "night.yaml")
    order.feeds = [
      BatchOrder.Feed(name: "portal", source: folder + "/feeds/portal-2026-03-14", isComplete: true)
    ]
    order.cities = [
      BatchOrder.CityFolder(
        folder: "\(folder)/portfolios/\(city)", shown: "data/portfolios/\(city)",
        place: Diagnostic.Place(file: order.file))
    ]
    order.people = [
      BatchOrder.Person(name: "grants", address: "grants@\(city).example", cities: [city])
    ]
    order.output = scratch
    order.pages = [.digest]
    order.mail = .maildir(scratch + "/mail")
    order.sender = "parapet@\(city).example"
    return order
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }
}
