import Foundation
import ParapetMatching
import ParapetModel

/// Items against instruments of `reference/match.c`'s workload, by the compiled book: `match FILE topk|reasons [RUNS]`.
///
/// It prints the line that the reference prints, so that the check values can be compared as they stand.
@main
struct MatchBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, ["topk", "reasons"].contains(arguments[2]) else {
      FileHandle.standardError.write(Data("usage: MatchBenchmark FILE topk|reasons [RUNS]\n".utf8))
      exit(64)
    }
    let workload = try Workload(path: arguments[1])
    let runs = arguments.count > 3 ? Int(arguments[3]) ?? 1 : 1
    let start = processorTime()
    let book = CompiledBook(workload.rules)
    let built = processorTime() - start
    var best = Double.infinity
    var result = Result()
    for _ in 0..<runs {
      let start = processorTime()
      result = arguments[2] == "topk" ? topTen(workload, book) : allMasks(workload, book)
      best = min(best, processorTime() - start)
    }
    let pairs = workload.items.count * workload.rules.count
    let share = 100 * Double(result.eligible) / Double(pairs)
    print(
      String(
        format: "%@ N=%ld M=%ld eligible=%ld (%.2f%%) chk=%lu best_cpu=%.4fs build=%.4fs pairs/s=%.3g",
        arguments[2], workload.items.count, workload.rules.count, result.eligible, share, result.check, best,
        built, Double(pairs) / best))
  }

  /// What a run found, summed up as the reference does.
  private struct Result {
    var eligible = 0
    var check: UInt64 = 0
  }

  /// Verdicts of all pairs, the ten best of each item, and how many pairs fail by one criterion alone.
  private static func topTen(_ workload: Workload, _ book: CompiledBook) -> Result {
    var result = Result()
    var answer = book.makeAnswer()
    var best: [Int] = []
    best.reserveCapacity(11)
    for item in workload.items {
      book.judge(item.facts, into: &answer) { _ in .undecided }
      best.removeAll(keepingCapacity: true)
      for word in 0..<(book.places / 64) {
        var bits = book.eligibleWord(answer, word)
        while bits != 0 {
          let rule = word * 64 + bits.trailingZeroBitCount
          bits &= bits &- 1
          let key = workload.score(item, rule) << 20 | (0xfffff - rule)
          if best.count == 10, key <= best[9] { continue }
          if best.count == 10 { best.removeLast() }
          best.insert(key, at: best.firstIndex { $0 < key } ?? best.count)
        }
      }
      for key in best { result.check += UInt64((key >> 20) * 31 + (0xfffff - key & 0xfffff)) }
      let counts = book.counts(answer)
      result.eligible += counts.eligible
      result.check += UInt64(counts.nearMisses)
    }
    return result
  }

  /// The mask of failed criteria of every pair.
  private static func allMasks(_ workload: Workload, _ book: CompiledBook) -> Result {
    var result = Result()
    var answer = book.makeAnswer()
    let masks = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: book.places)
    defer { masks.deallocate() }
    for item in workload.items {
      book.judge(item.facts, into: &answer) { _ in .undecided }
      book.writeFailures(answer, into: masks)
      var met = 0
      var sum: UInt64 = 0
      for place in 0..<book.count {
        let mask = masks[place]
        met += mask == 0 ? 1 : 0
        sum += UInt64(mask)
      }
      result.eligible += met
      result.check += sum
    }
    return result
  }

  /// The processor time of this process, in seconds.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
