import Foundation
import ParapetDesk
import ParapetModel
import Synchronization

/// The shipped data and the shipped feed, read into a catalogue of its own.
final class Scene: Sendable {
  /// The desk, opened once.
  let desk: Desk
  private let folder: URL

  /// The root of the repository.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// The folder of our own data.
  static let data = repository.appending(path: "data").path

  /// The solver, beside the bundle of these tests.
  private static let solver: String = {
    let bundle = Bundle.allBundles.first { $0.bundleURL.pathExtension == "xctest" }?.bundleURL
    let own = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
    return (bundle ?? own).deletingLastPathComponent().appending(path: "parapet-solver").path
  }()

  /// The day on which everything here is judged.
  static let moment = Moment(asOf: day("2026-03-15"))

  /// A desk whose catalogue has what some sources say.
  ///
  /// - Parameter sources: without any, there is no catalogue.
  init(_ sources: [String] = ["portal-2026-03-14"], data: String = Scene.data) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let places = Places(
      data: data, store: folder.path + "/catalogue.sqlite", scratch: folder.path,
      solver: Scene.solver)
    desk = try Desk(places, program: "test", needsData: data == Scene.data)
    guard !sources.isEmpty else { return }
    let question = IngestQuestion(
      sources.map { Scene.data + "/feeds/" + $0 }, readOn: Scene.day("2026-03-14"))
    _ = try inquiry.ingest(question)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The desk at the day of everything here.
  var inquiry: Inquiry { desk.at(Scene.moment) }

  /// An example city.
  func city(_ name: String) throws -> Portfolio {
    try inquiry.portfolio(Scene.data + "/portfolios/" + name)
  }

  /// Writes a file and gives its path.
  func write(_ name: String, _ text: String) throws -> String {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// A day in ISO 8601.
  static func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("'\(text)' is no day") }
    return day
  }
}

/// Hears what a desk tells.
final class Listener: Sendable {
  private let heard = Mutex<[Notice]>([])

  /// What was told so far.
  var notices: [Notice] { heard.withLock { $0 } }

  /// The findings among it.
  var findings: [Diagnostic] {
    notices.flatMap { notice -> [Diagnostic] in
      if case .findings(let findings) = notice { findings } else { [] }
    }
  }

  /// Takes a notice.
  func hear(_ notice: Notice) { heard.withLock { $0.append(notice) } }
}
