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

  mutating func run() throws { try Stop.on { try demonstrate() } }

  private func demonstrate() throws {
    let files = FileManager.default
    let scratch = files.temporaryDirectory.appending(path: "parapet-demo-\(UUID().uuidString)").path
    defer { try? files.removeItem(atPath: scratch) }
    do {
      try files.createDirectory(atPath: reports, withIntermediateDirectories: true)
    } catch {
      throw Stop(
        .unwritable,
        Message(
          en: "the folder '\(reports)' cannot be made", fr: "le dossier « \(reports) » ne peut pas être créé")
      )
    }
    let places = try Surroundings.places(data: data, store: scratch + "/catalogue.sqlite")
    let (desk, notices) = (try Desk(places, program: Program.version), Notices(quiet: true))
    notices.tell(desk.diagnostics)
    guard let day = Day("2026-03-15") else { preconditionFailure("the day of the demonstration is a day") }
    let demonstration = Demonstration(
      at: desk, on: day, telling: { notices.tell($0) }, beginning: { Console.error("parapet " + $0) },
      writing: { try OutputForm(path: "\(reports)/\($0)").write($1) })
    try demonstration.run()
    Console.error("parapet: the reports are in \(reports)/")
  }
}
