import Foundation
public import ParapetModel

/// A file of exchange rates: the ECB's XML, or a list or table that is read elsewhere, told apart by the content.
public enum RatesFile {
  /// The largest file that is read; all of the ECB's days since 1999 have 8 MB.
  public static let largestFile = 32 << 20

  /// What a file holds.
  public enum Content {
    /// The rates of days, and what is wrong with the file.
    case rates([ExchangeRates], [Diagnostic])
    /// The bytes of something other than XML.
    case other([UInt8])
  }

  /// Reads a file of rates, and says what is wrong in it.
  public static func read(_ path: String) throws(FeedSourceError) -> Content {
    var bytes = try contents(of: path)
    if bytes.starts(with: FeedReader.byteOrderMark) { bytes.removeFirst(FeedReader.byteOrderMark.count) }
    guard bytes.count <= largestFile else { return .rates([], [.tooLarge(path)]) }
    switch bytes.first(where: { $0 > 0x20 }) {
    case nil: return .rates([], [.emptyFile(path)])
    case UInt8(ascii: "<"):
      let (rates, diagnostics) = readXML(bytes, path)
      return .rates(rates, diagnostics)
    case .some: return .other(bytes)
    }
  }

  /// The bytes of a file or of what comes out of a pipe, as many as are looked at.
  private static func contents(of path: String) throws(FeedSourceError) -> [UInt8] {
    switch FileKind(of: path) {
    case .missing, .dangling: throw .notThere(path)
    case .folder: throw .unreadable(path)
    case .device: throw .notAFile(path)
    case .pipe: return try KeptStream(path).contents(upTo: largestFile + 1)
    case .file: break
    }
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable(path) }
    defer { try? handle.close() }
    do {
      // An empty file gives no data at all.
      return Array(try handle.read(upToCount: largestFile + 1) ?? Data())
    } catch {
      throw .unreadable(path)
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
      Message(
        en: "the file has more than \(RatesFile.largestFile >> 20) MiB and was not read",
        fr: "le fichier dépasse \(RatesFile.largestFile >> 20) Mio et n’a pas été lu"))
  }
}
