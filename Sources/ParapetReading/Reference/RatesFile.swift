import Foundation
public import ParapetModel

/// A file of exchange rates: the ECB's XML, or InforEuro's rates as JSON or CSV, told apart by the content.
public enum RatesFile {
  /// The largest file that is read; all of the ECB's days since 1999 have 8 MB.
  public static let largestFile = 32 << 20

  /// Reads a file of rates, and says what is wrong in it.
  ///
  /// - Parameter day: a day of the month that rates without one are of.
  public static func read(
    _ path: String, day: Day?
  ) throws(FeedSourceError) -> (rates: [ExchangeRates], diagnostics: [Diagnostic]) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .notThere(path) }
    guard !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: path) else {
      throw .unreadable(path)
    }
    defer { try? handle.close() }
    let data: Data
    do {
      // An empty file gives no data at all.
      data = try handle.read(upToCount: largestFile + 1) ?? Data()
    } catch {
      throw .unreadable(path)
    }
    let bytes = TextEncoding.withoutMark(Array(data))
    guard bytes.count <= largestFile else { return ([], [.tooLarge(path)]) }
    switch bytes.first(where: { $0 > 0x20 }) {
    case nil: return ([], [.emptyFile(path)])
    case UInt8(ascii: "<"): return readXML(bytes, path)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      var reader = InforEuroReader(file: path, day: day)
      reader.read(json: bytes)
      return (reader.rates, reader.diagnostics)
    case .some:
      var reader = InforEuroReader(file: path, day: day)
      reader.read(csv: bytes)
      return (reader.rates, reader.diagnostics)
    }
  }

  /// The rates of an XML file in memory.
  static func readXML(
    _ bytes: [UInt8], _ path: String
  ) -> (rates: [ExchangeRates], diagnostics: [Diagnostic]) {
    var reader = ECBReader(file: path)
    var rates: [ExchangeRates] = []
    var diagnostics: [Diagnostic] = []
    func take(_ event: FeedEvent) {
      switch event {
      case .rates(let set): rates.append(set)
      case .rejected(let finding), .remark(let finding), .broken(let finding): diagnostics.append(finding)
      case .record, .precedent: break
      }
    }
    bytes.withUnsafeBytes { reader.push($0, take) }
    reader.finish(take)
    return (rates, diagnostics)
  }
}

extension Diagnostic {
  fileprivate static func tooLarge(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "file-too-large", at: Place(file: path),
      "the file has more than \(RatesFile.largestFile >> 20) MiB and was not read")
  }
}
