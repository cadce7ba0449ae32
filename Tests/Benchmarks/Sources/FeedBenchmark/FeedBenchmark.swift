import Foundation

/// `FeedBenchmark generate MEGABYTES` and `topics COUNT` print a feed; `parapet FILE` and `foundation FILE` read one
/// and print what they found, in one line that must be the same for every reader.
@main
struct FeedBenchmark {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.dropFirst().first) {
    case ("generate", let size?):
      guard let megabytes = Double(size) else { fail("'\(size)' is no size in megabytes") }
      generate { _, bytes in bytes < Int(megabytes * 1_000_000) }
    case ("topics", let count?):
      guard let count = Int(count) else { fail("'\(count)' is no number of topics") }
      generate { topics, _ in topics < count }
    case ("parapet", let file?): print(ParapetVariant.read(file))
    case ("foundation", let file?): print(FoundationVariant.read(file))
    default: fail("usage: FeedBenchmark generate MEGABYTES | topics COUNT | parapet FILE | foundation FILE")
    }
  }

  private static func generate(while goesOn: (_ topics: Int, _ bytes: Int) -> Bool) {
    var generator = FeedGenerator(seed: 20_261_122)
    generator.write(while: goesOn) { FileHandle.standardOutput.write($0) }
  }

  static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(64)
  }
}
