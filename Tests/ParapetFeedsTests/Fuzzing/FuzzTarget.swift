import ParapetModel

@testable import ParapetFeeds
@testable import ParapetInput
@testable import ParapetWorkbooks

/// One reader, thrown any bytes: it must neither trap nor hang, and what it says must hold together.
///
/// The package `Tests/Fuzzing` compiles this file, too, and runs it under libFuzzer; the tests here replay what it
/// has found.
enum FuzzTarget: String, CaseIterable {
  case canonical, rss, cordis, ecb
  case sediaSearch = "sedia-search"
  case sediaBulk = "sedia-bulk"
  case sediaTopic = "sedia-topic"
  case boeSummary = "boe-summary"
  case boeDocument = "boe-document"
  case feed, items, costs, city, amount, day, markup, html

  /// What is wrong with the answer to these bytes, or nothing.
  func complaint(about bytes: UnsafeRawBufferPointer) -> String? {
    switch self {
    case .canonical: FuzzTarget.complaint(about: bytes) { CanonicalReader(file: "f") }
    case .rss: FuzzTarget.complaint(about: bytes) { RSSReader(file: "f") }
    case .cordis: FuzzTarget.complaint(about: bytes) { CORDISReader(file: "f") }
    case .ecb: FuzzTarget.complaint(about: bytes) { ECBReader(file: "f") }
    case .sediaSearch, .sediaBulk, .sediaTopic: FuzzTarget.complaint(about: bytes) { SEDIAReader(file: "f") }
    case .boeSummary: FuzzTarget.complaint(about: bytes) { BOESummaryReader(file: "f") }
    case .boeDocument: FuzzTarget.complaint(about: bytes) { BOEDocumentReader(file: "f") }
    case .feed: FuzzTarget.complaint(about: bytes) { AnyFeed() }
    case .items: FuzzTarget.complaint(ofItems: Array(bytes))
    case .costs: FuzzTarget.complaint(ofCosts: Array(bytes))
    case .city: FuzzTarget.complaint(ofCity: Array(bytes))
    case .amount: FuzzTarget.complaint(ofAmount: String(decoding: bytes, as: UTF8.self))
    case .day: FuzzTarget.complaint(ofDay: String(decoding: bytes, as: UTF8.self))
    case .markup: FuzzTarget.complaint(ofMarkup: Array(bytes))
    case .html: FuzzTarget.complaint(ofHTML: String(decoding: bytes, as: UTF8.self))
    }
  }
}

// Feeds.
extension FuzzTarget {
  private static func complaint<Reader: DialectReader>(
    about bytes: UnsafeRawBufferPointer, _ make: () -> Reader
  ) -> String? {
    var whole: [FeedEvent] = []
    var reader = make()
    reader.push(bytes) { whole.append($0) }
    reader.finish { whole.append($0) }

    var pieces: [FeedEvent] = []
    reader = make()
    var rest = bytes[...]
    // The places of the cuts follow from the bytes alone, so that a finding can be had again.
    var state = bytes.reduce(UInt64(bytes.count)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    while !rest.isEmpty {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let piece = rest.prefix(1 + Int(state >> 33) % (state >> 63 == 0 ? 7 : 700))
      rest = rest.dropFirst(piece.count)
      reader.push(UnsafeRawBufferPointer(rebasing: piece)) { pieces.append($0) }
    }
    reader.finish { pieces.append($0) }
    guard whole == pieces else { return "cut elsewhere, the events differ:\n\(whole)\n\(pieces)" }
    return complaint(about: whole, of: bytes.count)
  }

  private static func complaint(about events: [FeedEvent], of bytes: Int) -> String? {
    for (index, event) in events.enumerated() {
      switch event {
      case .broken:
        if index != events.count - 1 { return "something follows the break" }
      case .record(let record):
        if record.opportunity.identifier.isEmpty { return "a record without identifier" }
        if record.hash.utf8.count != 64 { return "a record without hash" }
        if record.opportunity.deadlines != record.opportunity.deadlines.sorted() {
          return "deadlines out of order"
        }
      case .rejected(let finding), .remark(let finding):
        if let line = finding.place.line, line < 1 || line > bytes + 1 { return "a finding in line \(line)" }
        if finding.message.utf8.count > 4 * bytes + 1000 { return "a finding longer than its cause" }
      case .precedent, .rates: break
      }
    }
    return nil
  }
}

// Portfolios.
extension FuzzTarget {
  /// What stands beside the file that is made up; it is read once, since it is the slower half.
  private static let usual: (city: City?, currency: Currency?, items: [Item]) = {
    var cityReader = CityReader(file: "city.yaml")
    let city = cityReader.read(
      Array("id: rivemont\ncountry: FR\ncurrency: EUR\npartners: [{ id: portanova }]\n".utf8))
    var reader = ItemReader(city: city, currency: cityReader.currency, measures: nil)
    return (city, cityReader.currency, reader.read(.csv(usualItems, file: "items.csv")))
  }()
  private static let usualItems = Array(
    "id,title,measures,cost\nb1,Promenade,barriers,10\nb2,Square,lighting,\n".utf8)

  private static func complaint(ofItems bytes: [UInt8]) -> String? {
    var reader = ItemReader(city: usual.city, currency: usual.currency, measures: nil)
    let items = reader.read(.csv(bytes, file: "f"))
    if Set(items.map(\.id)).count != items.count { return "two items of one id" }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    if items.isEmpty, reader.findings.all.isEmpty, lines.count > 1 {
      // A title may stand above the header, and a header may have nothing below it. Rows of nothing but delimiters and
      // white space are left out without a word.
      let head = lines.prefix(12).lastIndex {
        String(decoding: $0, as: UTF8.self).lowercased().contains("title")
      }
      let letters = lines.dropFirst((head ?? 0) + 1).joined()
      if letters.contains(where: { $0 > 0x60 && $0 < 0x7B }) { return "no item, and nobody says why" }
    }
    return complaint(about: reader.findings.all, of: bytes.count)
  }

  private static func complaint(ofCosts bytes: [UInt8]) -> String? {
    var reader = CostReader(
      city: usual.city, currency: usual.currency, idsOfRefusedItems: ["b3"])
    let lines = reader.read(.csv(bytes, file: "f"), items: usual.items)
    let known = Set(usual.items.map(\.id))
    if lines.keys.contains(where: { !known.contains($0) }) { return "a cost of no item" }
    return complaint(about: reader.findings.all, of: bytes.count)
  }

  private static func complaint(ofCity bytes: [UInt8]) -> String? {
    let answer = PortfolioReader.read(city: bytes, items: usualItems, costs: nil)
    if answer.portfolio == nil, answer.diagnostics.isEmpty { return "no portfolio, and nobody says why" }
    return complaint(about: answer.diagnostics, of: bytes.count + usualItems.count)
  }

  private static func complaint(ofAmount text: String) -> String? {
    guard let read = try? AmountText.read(text, currency: .euro) else { return nil }
    if read.money.minorUnits < 0 || read.money.minorUnits > Money.limit { return "an amount out of bounds" }
    // What was read is read again as the same, without a remark.
    guard let again = try? AmountText.read(AmountText.plain(read.money), currency: .euro), again.isPlain,
      again.money == read.money
    else { return "\(read.money) is not read back" }
    return nil
  }

  private static func complaint(ofDay text: String) -> String? {
    guard case .day(let day, _) = DayText(text) else { return nil }
    return DayText(day.description) == .day(day, isPlain: true) ? nil : "\(day) is not read back"
  }

  /// The entries of a workbook are markup; the archive around them is libzip's.
  private static func complaint(ofMarkup bytes: [UInt8]) -> String? {
    var open = 0
    do throws(WorkbookFault) {
      try MarkupWalk.walk(bytes, entry: "e") { event throws(WorkbookFault) in
        switch event {
        case .open: open += 1
        case .close: open -= 1
        case .text: break
        }
      }
    } catch {
      return nil
    }
    _ = try? OfficeOpenStyles(bytes, entry: "e")
    return open == 0 ? nil : "\(open) elements are left open"
  }

  private static func complaint(about findings: [Diagnostic], of bytes: Int) -> String? {
    for finding in findings {
      if let line = finding.place.line, line < 1 || line > bytes + 1 { return "a finding in line \(line)" }
      if let column = finding.place.column, column < 1 || column > bytes + 1 {
        return "a finding in column \(column)"
      }
    }
    return nil
  }
}

// Texts.
extension FuzzTarget {
  private static func complaint(ofHTML html: String) -> String? {
    for isEscaped in [false, true] {
      let text = PlainText.from(html: html, isEscaped: isEscaped)
      // A hyphen before an item takes no more than the tag that it stands for.
      if text.utf8.count > 3 * html.utf8.count { return "more text than markup" }
      if text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A }) { return "a control character" }
      // Scalar by scalar, since an accent behind a space makes one character of both.
      let scalars = Array(text.unicodeScalars)
      let doubled = zip(scalars, scalars.dropFirst()).contains {
        $0.properties.isWhitespace && $1.properties.isWhitespace
      }
      if doubled { return "white space that is not folded" }
      if scalars.first?.properties.isWhitespace == true || scalars.last?.properties.isWhitespace == true {
        return "white space at an end"
      }
    }
    let links = HTMLLinks.documents(in: [html], language: "en")
    if links.count > HTMLLinks.limit { return "more documents than are kept" }
    return Set(links.map(\.url)).count == links.count ? nil : "a document named twice"
  }
}

/// The reader of all dialects as if it were one of them.
private struct AnyFeed: DialectReader {
  private var reader = FeedReader(file: "f")

  var dialect: Dialect? { reader.dialect }
  mutating func push(_ bytes: UnsafeRawBufferPointer, _ emit: (FeedEvent) -> Void) {
    reader.push(bytes, emit)
  }
  mutating func finish(_ emit: (FeedEvent) -> Void) { reader.finish(emit) }
}
