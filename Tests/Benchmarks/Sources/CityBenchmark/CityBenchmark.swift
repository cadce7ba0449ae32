import Foundation

/// `CityBenchmark COUNT ITEMS FOLDER [SEED]` writes so many invented cities with so many items each, as portfolios.
@main
struct CityBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4, let count = Int(arguments[1]), let items = Int(arguments[2]) else {
      FileHandle.standardError.write(Data("usage: CityBenchmark COUNT ITEMS FOLDER [SEED]\n".utf8))
      exit(64)
    }
    var generator = CityGenerator(seed: arguments.count > 4 ? UInt64(arguments[4]) ?? 1 : 1)
    for number in 0..<count {
      let folder = URL(filePath: arguments[3]).appending(path: "city-\(number)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let city = generator.makeCity(number, items: items)
      try Data(city.facts.utf8).write(to: folder.appending(path: "city.yaml"))
      try Data(city.items.utf8).write(to: folder.appending(path: "items.csv"))
    }
  }
}
