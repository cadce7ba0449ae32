import Foundation
import ParapetDesk
import ParapetModel

/// What the environment and the working folder say; nothing else in the program looks at them.
enum Surroundings {
  /// The places that are meant: as asked, else as the environment has them, else the usual ones.
  static func places(data: String?, store: String?) -> Places {
    Places(
      data: dataFolder(data), store: storePath(store),
      scratch: FileManager.default.temporaryDirectory.path,
      solver: binaries.appending(path: "parapet-solver").path)
  }

  /// Where the catalogue is: as asked, else `PARAPET_STORE`, else in the user's data home.
  private static func storePath(_ option: String?) -> String {
    let environment = ProcessInfo.processInfo.environment
    if let path = option ?? environment["PARAPET_STORE"], !path.isEmpty { return path }
    let home = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return (home ?? NSHomeDirectory() + "/.local/share") + "/parapet/catalogue.sqlite"
  }

  /// Where the executable is.
  private static var binaries: URL {
    (Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0]))
      .resolvingSymlinksInPath().deletingLastPathComponent()
  }

  /// Where our own data is: as asked, else `PARAPET_DATA`, else `data` here, else beside the package of the
  /// executable.
  private static func dataFolder(_ option: String?) -> String {
    if let path = option ?? ProcessInfo.processInfo.environment["PARAPET_DATA"], !path.isEmpty { return path }
    guard !FileManager.default.fileExists(atPath: "data/measures.xml") else { return "data" }
    var folder = binaries
    while folder.path != "/" {
      let candidate = folder.appending(path: "data")
      if FileManager.default.fileExists(atPath: candidate.appending(path: "measures.xml").path) {
        return candidate.path
      }
      folder.deleteLastPathComponent()
    }
    return "data"
  }
}

/// The only clock of the program.
enum Clock {
  /// Today in Brussels, where deadlines are.
  static var today: Day {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Brussels") ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    guard let day = Day(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0) else {
      preconditionFailure("the machine's clock is outside the years 1 to 9999")
    }
    return day
  }
}
