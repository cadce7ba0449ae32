import ParapetSearching
import Foundation
import ParapetFeeds
import ParapetInput
import ParapetMatching
import ParapetModel

/// `RelevanceBenchmark FEED DATA PORTFOLIO` tells how long the relevance of one item over all topics of a feed takes,
/// with the index made beforehand: the median over the items of a portfolio, each asked five times.
@main
struct RelevanceBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else {
      FileHandle.standardError.write(Data("usage: RelevanceBenchmark FEED DATA PORTFOLIO\n".utf8))
      exit(64)
    }
    let folder = DataFolder(path: arguments[2])
    let data = try folder.read()
    let lexicon = Lexicon(
      try folder.readGlossary().0, vocabularies: Language.allCases.compactMap { data.vocabularies[$0] })
    let book = InstrumentBook(instruments: data.instruments, calls: data.calls)
    var offers: [Offer] = []
    try FeedSource.read(arguments[1]) { event in
      if case .record(let record) = event { offers.append(book.offer(record.opportunity)) }
    }
    let items =
      try PortfolioReader.read(folder: arguments[3], measures: data.measures).portfolio?.items ?? []
    let search = WordSearch(offers: offers, lexicon: lexicon)
    var times: [Double] = []
    var sum: Float = 0
    for _ in 0..<5 {
      for item in items {
        let start = processorTime()
        sum += search.relevance(of: item).reduce(0, +)
        times.append(processorTime() - start)
      }
    }
    times.sort()
    guard !times.isEmpty, sum > 0 else { exit(65) }
    print(
      String(
        format: "topics=%ld items=%ld median_ms=%.3f worst_ms=%.3f", offers.count, items.count,
        times[times.count / 2] * 1_000, times[times.count - 1] * 1_000))
  }

  /// The processor time of this process, in seconds.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
