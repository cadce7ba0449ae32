import Foundation
import ParapetDesk
import ParapetModel

/// What the environment and the working folder say; nothing else in the program looks at them.
enum Surroundings {
  /// The places that are meant: as asked, else as the environment has them, else the usual ones.
  ///
  /// - Throws: `Stop`, `misuse`, where the store is of a kind that is not there.
  static func places(data: String?, store: String?) throws(Stop) -> Places {
    Places(
      data: dataFolder(data), store: try checked(storePath(store)),
      scratch: FileManager.default.temporaryDirectory.path,
      solver: binaries.appending(path: "parapet-solver").path, printer: printer)
  }

  /// Where WeasyPrint is: as `PARAPET_WEASYPRINT` says, else where `scripts/setup --pdf` puts it, in the package of the
  /// executable.
  private static var printer: String? {
    if let path = ProcessInfo.processInfo.environment["PARAPET_WEASYPRINT"], !path.isEmpty { return path }
    var folder = binaries
    while folder.path != "/" {
      let candidate = folder.appending(path: ".build-pdf/bin/weasyprint").path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return nil
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

  /// The path of a store, where it is one; an address may hold a password, and is not repeated.
  private static func checked(_ path: String) throws(Stop) -> String {
    if let scheme = path.firstRange(of: "://").map({ path[..<$0.lowerBound].lowercased() }),
      scheme.allSatisfy(\.isLetter)
    {
      throw Stop(
        .misuse,
        scheme.hasPrefix("postgres")
          ? Message(
            en: "a catalogue in PostgreSQL is not supported by this version; name a file with --store",
            fr:
              "un catalogue PostgreSQL n’est pas pris en charge par cette version ; nommez un fichier par --store"
          )
          : Message(
            en: "'\(scheme):' is no kind of catalogue; name a file with --store",
            fr: "« \(scheme): » n’est pas une sorte de catalogue ; nommez un fichier par --store"))
    }
    guard path != ":memory:" else {
      throw Stop(
        .misuse,
        Message(
          en: "':memory:' is a catalogue that is gone when the command ends; name a file with --store",
          fr: "« :memory: » est un catalogue qui disparaît avec la commande ; nommez un fichier par --store"))
    }
    return path
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
