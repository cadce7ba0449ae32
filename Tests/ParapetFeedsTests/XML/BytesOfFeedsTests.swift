import SeededDraws
import Testing

@testable import ParapetFeeds

/// The fast ways over bytes against the plain ones, on texts made of all that is hard for them.
@Suite("Bytes of feeds, sixteen at a time")
struct BytesOfFeedsTests {
  private static let parts = [
    "a", "Words", " ", "  ", "\n", "\t", "\r\n", "é", "€", "😀", "Ωμέγα", "\u{85}", ".", "безопасност",
    "a long sentence of plain words without any break in it",
  ]

  @Test("texts cut anywhere are folded as ones that are split at white space and joined, each apart")
  func folding() {
    var generator = SeededGenerator()
    var folded = FoldedText()
    var expected: [(Range<Int>, String)] = []
    for _ in 0..<400 {
      let text = Self.text(of: Int.random(in: 0..<40, using: &generator), &generator)
      let plain = text.utf8.split { [0x20, 0x0A, 0x0D, 0x09].contains($0) }
        .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 1..<70, using: &generator))
        piece.withUnsafeBufferPointer { folded.append($0) }
        rest = rest.dropFirst(piece.count)
      }
      #expect(folded.count == plain.utf8.count, "seed \(generator.seed)")
      expected.append((folded.end(), plain))
      #expect(folded.count == 0)
      // A value between two texts belongs to neither.
      let value = Array("\(text)&#38;lt;".utf8)
      expected.append((value.withUnsafeBufferPointer { folded.append(attribute: $0) }, text + "&lt;"))
    }
    let bytes = folded.take()
    for (range, text) in expected {
      #expect(
        bytes.withBytes(range) { String(decoding: $0, as: UTF8.self) } == text, "seed \(generator.seed)")
    }
  }

  @Test("a text longer than the room it began with is kept whole")
  func longText() {
    var folded = FoldedText()
    let piece = Array(String(repeating: "0123456789 abcde\n", count: 30_000).utf8)
    piece.withUnsafeBufferPointer { folded.append($0) }
    let range = folded.end()
    #expect(range == 0..<(piece.count - 1))
    let text = folded.take().withBytes(range) { String(decoding: $0, as: UTF8.self) }
    #expect(text.hasSuffix("0123456789 abcde"))
    piece.prefix(5).withUnsafeBufferPointer { folded.append($0) }
    #expect(folded.end() == 0..<5)
    #expect(folded.take().withBytes(0..<5) { String(decoding: $0, as: UTF8.self) } == "01234")
  }

  @Test("lines and columns are those of a count byte by byte")
  func places() {
    var generator = SeededGenerator()
    for _ in 0..<400 {
      let bytes = Array(Self.text(of: Int.random(in: 0..<120, using: &generator), &generator).utf8)
      let cut = Int.random(in: 0...bytes.count, using: &generator)
      var position = XMLPosition()
      bytes[..<cut].withUnsafeBufferPointer { position.advance(over: $0) }
      bytes[cut...].withUnsafeBufferPointer { position.advance(over: $0) }
      let last = bytes.lastIndex(of: 0x0A)
      let tail = bytes[(last.map { $0 + 1 } ?? 0)...]
      #expect(position.offset == bytes.count)
      #expect(position.line == 1 + bytes.count { $0 == 0x0A }, "seed \(generator.seed)")
      #expect(position.column == 1 + tail.count { $0 & 0xC0 != 0x80 }, "seed \(generator.seed)")
      #expect(bytes.withUnsafeBufferPointer { $0.lastPosition(of: 0x0A) } == last, "seed \(generator.seed)")
    }
  }

  @Test("more line feeds than a lane can count are counted")
  func manyLines() {
    var position = XMLPosition()
    Array(repeating: UInt8(ascii: "\n"), count: 100_003).withUnsafeBufferPointer {
      position.advance(over: $0)
    }
    #expect(position.line == 100_004)
    #expect(position.column == 1)
  }

  private static func text(of count: Int, _ generator: inout SeededGenerator) -> String {
    (0..<count).map { _ in parts[Int.random(in: 0..<parts.count, using: &generator)] }.joined()
  }
}
