import Foundation
import ParapetDesk
import ParapetModel

/// What the environment and the working folder say; nothing else in the program looks at them.
enum Surroundings {
  /// The places that are meant: as asked, else as the environment has them, else the usual ones.
  ///
  /// - Throws: `Failure`, `misuse`, where the store is of a kind that is not there.
  static func places(data: String?, store: String?) throws(Failure) -> Places {
    Places(
      data: dataFolder(data), store: try Places.store(at: storePath(store)),
      scratch: FileManager.default.temporaryDirectory.path,
      solver: binaries.appending(path: "parapet-solver").path, printer: printer)
  }

  /// Where WeasyPrint is: as `PARAPET_WEASYPRINT` says, else where `scripts/setup --pdf` puts it, in the package of the
  /// executable.
  private static var printer: String? {
    if let path = ProcessInfo.processInfo.environment["PARAPET_WEASYPRINT"], !path.isEmpty { return path }
    return nearest { FileManager.default.isExecutableFile(atPath: $0 + "/.build-pdf/bin/weasyprint") }
      .map { $0 + "/.build-pdf/bin/weasyprint" }
  }

  /// Where the catalogue is: as asked, else `PARAPET_STORE`, else in the user's data home.
  private static func storePath(_ option: String?) -> String {
    let environment = ProcessInfo.processInfo.environment
    if let path = option ?? environment["PARAPET_STORE"], !path.isEmpty { return path }
    let home = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    // Foundation asks the list of users, and the environment may name another home.
    let user = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    return (home ?? user + "/.local/share") + "/parapet/catalogue.sqlite"
  }

  /// Where the executable is.
  private static var binaries: URL {
    (Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0]))
      .resolvingSymlinksInPath().deletingLastPathComponent()
  }

  /// The nearest folder above the executable that has something; its package has data and WeasyPrint.
  private static func nearest(having: (String) -> Bool) -> String? {
    var folder = binaries
    while folder.path != "/" {
      if having(folder.path) { return folder.path }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  /// Where our own data is: as asked, else `PARAPET_DATA`, else `data` here, else beside the package of the
  /// executable.
  private static func dataFolder(_ option: String?) -> String {
    if let path = option ?? ProcessInfo.processInfo.environment["PARAPET_DATA"], !path.isEmpty { return path }
    guard !FileManager.default.fileExists(atPath: "data/measures.xml") else { return "data" }
    return nearest { FileManager.default.fileExists(atPath: $0 + "/data/measures.xml") }.map { $0 + "/data" }
      ?? "data"
  }
}

/// The only clock of the program.
enum Clock {
  /// This moment.
  static var now: Date { Date() }

  /// Today in Brussels, where deadlines are.
  static var today: Day {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Brussels") ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: now)
    guard let day = Day(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0) else {
      preconditionFailure("the machine's clock is outside the years 1 to 9999")
    }
    return day
  }
}
