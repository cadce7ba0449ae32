import ArgumentParser
import Foundation
import ParapetDesk
import ParapetModel

/// `parapet demo`: the whole main job on the shipped data, as of a fixed day.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Runs the main job on the data folder and writes its reports, as of 2026-03-15.")

  @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var reports = "reports"

  @Option(help: ArgumentHelp("The folder of instruments, calls, measures and words.", valueName: "folder"))
  var data: String?

  /// The day of the demonstration, so that its reports are the same for ever.
  private static let day = "2026-03-15"

  mutating func run() throws {
    try Stop.on { try demonstrate() }
  }

  private func demonstrate() throws {
    let files = FileManager.default
    let scratch = files.temporaryDirectory.appending(path: "parapet-demo-\(UUID().uuidString)").path
    defer { try? files.removeItem(atPath: scratch) }
    do {
      try files.createDirectory(atPath: reports, withIntermediateDirectories: true)
    } catch {
      throw Stop(.unwritable, "the folder '\(reports)' cannot be made")
    }
    let places = try Surroundings.places(data: data, store: scratch + "/catalogue.sqlite")
    let cities = try cities(in: places.data)
    let desk = try Desk(places, program: Program.version)
    let notices = Notices(quiet: true)
    notices.tell(desk.diagnostics)
    guard let day = Day(DemoCommand.day) else { preconditionFailure("the day of the demonstration is a day") }
    let demonstration = Demonstration(desk: desk, reports: reports, notices: notices, day: day)
    try demonstration.showBook()
    for city in cities { try demonstration.showLists(of: city) }
    try demonstration.showBudget(of: Demonstration.fullCity)
    for city in cities { try demonstration.showPlan(of: city) }
    Console.error("parapet: the reports are in \(reports)/")
  }

  private func cities(in folder: String) throws -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/portfolios")) ?? []
    guard !names.isEmpty else { throw Stop(.noInput, "'\(folder)/portfolios' has no example city") }
    return names.sorted().filter { !$0.hasPrefix(".") }
  }
}
