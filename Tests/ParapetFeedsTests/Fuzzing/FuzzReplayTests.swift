import Foundation
import Testing

@testable import ParapetFeeds

/// Inputs on which a reader once failed under the fuzzer, and those that the fuzzer starts from.
@Suite("What the fuzzer has found")
struct FuzzReplayTests {
  @Test("no reader fails on it again", arguments: FuzzTarget.allCases)
  func replay(target: FuzzTarget) throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folders = ["ParapetFeedsTests/Fixtures/Crashers", "Fuzzing/Seeds"]
    for folder in folders.map({ tests.appending(path: $0).appending(path: target.rawValue) }) {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      for name in names.sorted() {
        let bytes = try Data(contentsOf: folder.appending(path: name))
        let complaint = bytes.withUnsafeBytes { target.complaint(about: $0) }
        #expect(complaint == nil, "\(target.rawValue)/\(name)")
      }
    }
  }
}
