import Foundation
import Loopback
import ParapetModel

import ParapetFeeds
@testable import ParapetFetching

/// Fetches from a server of the tests, without ever sleeping.
final class Fetching {
  /// How long the fetcher wanted to wait, in seconds.
  private(set) var waits: [Double] = []
  /// What it told.
  private(set) var notices: [FetchNotice] = []
  /// How it fetches.
  var policy = FetchPolicy()

  /// - Parameter isHasty: whether it gives up soon, so that a test of slowness is over soon.
  init(isHasty: Bool = false) {
    policy.patience = isHasty ? .seconds(1) : .seconds(10)
    policy.pause = .zero
    policy.attempts = 1
  }

  /// What a fetch of an address gives: the bytes, or nothing where they are as before.
  func bytes(_ address: String, unlike mark: FetchMark? = nil) throws -> [UInt8]? {
    switch try outcome(address, unlike: mark) {
    case .unmodified: nil
    case .document(let document): document.parts.flatMap { document.bytes(of: $0).map(Array.init) ?? [] }
    }
  }

  /// The error of a fetch, or nothing where there is none.
  func error(_ address: String) -> FetchError? {
    do {
      _ = try outcome(address)
      return nil
    } catch {
      return error as? FetchError
    }
  }

  /// What a fetch of an address gives.
  func outcome(_ address: String, unlike mark: FetchMark? = nil) throws -> Fetcher.Outcome {
    guard let place = FetchAddress(address) else { throw FetchError.notAnAddress }
    let fetcher = Fetcher(
      agent: "Tests/1", folder: FileManager.default.temporaryDirectory.path, policy: policy,
      wait: { self.waits.append($0.seconds) }, tell: { self.notices.append($0) })
    return try fetcher.fetch(place, unlike: mark)
  }

  /// What the records of a fetched source are, read as an ingest reads them.
  func events(_ address: String) throws -> [FeedEvent] {
    guard case .document(let document) = try outcome(address) else { return [] }
    var events: [FeedEvent] = []
    for part in document.parts {
      try FeedSource.read(part.name, { events.append($0) }, fill: document.filler(of: part))
    }
    return events + document.remarks.map { .remark($0) }
  }
}

extension [FeedEvent] {
  var records: [FeedRecord] {
    compactMap { if case .record(let record) = $0 { record } else { nil } }
  }
  var remarks: [Diagnostic] {
    compactMap { if case .remark(let finding) = $0 { finding } else { nil } }
  }
  var broken: [Diagnostic] {
    compactMap { if case .broken(let finding) = $0 { finding } else { nil } }
  }
}

/// Compressed bytes, made without a library.
enum Gzip {
  private static let head: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]

  /// Bytes as they are, in the form of compressed ones.
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    let count = UInt16(bytes.count)
    return head + [1] + little(count) + little(~count) + bytes + little(checksum(bytes))
      + little(UInt32(bytes.count))
  }

  /// Zeros without end: the first bytes of them, and a stretch that may be repeated, each byte of which becomes
  /// some 158.
  static let bomb: (start: [UInt8], more: [UInt8]) = {
    // A block with the fixed codes: a zero, then copies of 258 bytes from one byte back.
    var bits = [1, 1, 0] + [0, 0, 1, 1, 0, 0, 0, 0]
    let copy = [1, 1, 0, 0, 0, 1, 0, 1] + [0, 0, 0, 0, 0]
    while (bits.count + copy.count) % 8 != 0 { bits += copy }
    bits += copy
    let more = Array((0..<8 * 5000).map { _ in copy }.joined())
    return (head + packed(bits), packed(more))
  }()

  private static func packed(_ bits: [Int]) -> [UInt8] {
    stride(from: 0, to: bits.count, by: 8).map { start in
      (0..<8).reduce(0) { $0 | UInt8(bits[start + $1] << $1) }
    }
  }

  private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in rest >> 1 ^ (rest & 1 == 1 ? 0xedb8_8320 : 0) }
    }
  }
}
