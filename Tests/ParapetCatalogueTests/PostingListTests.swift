import Testing

@testable import ParapetCatalogue

@Suite("What a city's lists come to where it is only asked whether they have an opportunity")
struct PostingListTests {
  @Test(
    "a posting list has the numbers that went into it and no others",
    arguments: [[], [1], [1, 2, 3], [7, 130, 131, 20_000, 1 << 40]] as [[UInt64]])
  func numbers(_ numbers: [UInt64]) throws {
    let bytes = PostingList.bytes(of: numbers)
    for number in numbers + [0, 4, 129, 132, 1 << 41] {
      let isThere = try bytes.withUnsafeBytes { try PostingList.has(any: [number], in: $0) }
      #expect(isThere == numbers.contains(number), "\(number)")
    }
  }

  @Test("one that is cut off is not taken for one without the number")
  func damaged() {
    let bytes = PostingList.bytes(of: [5, 300]).dropLast()
    #expect(throws: (any Error).self) {
      try Array(bytes).withUnsafeBytes { try PostingList.has(any: [300], in: $0) }
    }
  }
}
