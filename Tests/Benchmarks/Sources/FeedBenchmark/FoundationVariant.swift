import Foundation
import FoundationXML

/// The same fields with Foundation's XMLParser, written as one writes for it: strings, and a delegate.
enum FoundationVariant {
  static func read(_ file: String) -> Summary {
    guard let stream = InputStream(fileAtPath: file) else { FeedBenchmark.fail("no file '\(file)'") }
    let parser = XMLParser(stream: stream)
    parser.shouldResolveExternalEntities = false
    let reader = FoundationReader()
    parser.delegate = reader
    guard parser.parse() else { FeedBenchmark.fail("\(String(describing: parser.parserError))") }
    return reader.summary
  }
}

/// One record with the fields that the other readers take, too.
private struct Topic {
  var line = 0
  var attributes: [String: String] = [:]
  var identifiers: [(scheme: String, value: String)] = []
  var codes: [(code: String, vocabulary: String?, label: String?)] = []
  var links: [String] = []
  var texts: [(text: String, language: String)] = []
  var status = ""
  var days: [Int] = []
  var model = ""
  var deadlines: [(day: Int, time: String, stage: Int)] = []
  var amounts: [(name: String, hundredths: Int, attributes: [String: String])] = []
  var grants = 0
  var rates: [Int] = []
  var criteria: [(attributes: [String: String], validFrom: Int)] = []
  var parameters: [(name: String, attributes: [String: String])] = []
  var examples: [[String: String]] = []
  var documents: [[String: String]] = []
  var landingPage = ""
  var notStated: Set<String> = []
}

private final class FoundationReader: NSObject, XMLParserDelegate {
  var summary = Summary()
  private var topic = Topic()
  private var text = ""
  private var open: [(name: String, attributes: [String: String])] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    text = ""
    open.append((name, attributes))
    switch name {
    case "opportunity":
      topic = Topic()
      topic.line = parser.lineNumber
      topic.attributes = attributes
    case "partOf": topic.links.append(attributes["ref"] ?? "")
    case "documentLink": topic.documents.append(attributes)
    case "criterion": topic.criteria.append((attributes, day(attributes["validFrom"] ?? "") ?? 0))
    case "example": topic.examples.append(attributes)
    case "include", "exclude", "minimum", "maximum", "otherwise": topic.parameters.append((name, attributes))
    case "fundingRate":
      if let rate = attributes["max"].flatMap({ Double($0) }) {
        topic.rates.append(Int((rate * 10_000).rounded()))
      }
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, foundCDATA block: Data) { text += String(decoding: block, as: UTF8.self) }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard let element = open.popLast() else { return }
    let attributes = element.attributes
    switch name {
    case "identifier": topic.identifiers.append((attributes["scheme"] ?? "", folded))
    case "programme", "typeOfAction":
      topic.codes.append((attributes["code"] ?? "", attributes["vocabulary"], folded))
    case "title", "description", "keyword": topic.texts.append((folded, attributes["xml:lang"] ?? ""))
    case "status": topic.status = folded
    case "publicationDate", "openingDate": topic.days.append(day(folded) ?? 0)
    case "deadlineModel": topic.model = folded
    case "deadline":
      let parts = folded.split(separator: "T")
      topic.deadlines.append(
        (
          day(parts.first ?? "") ?? 0, parts.count > 1 ? String(parts[1]) : "",
          attributes["stage"].flatMap { Int($0) } ?? 0
        ))
    case "totalAmountAvailable", "minAwardAmount", "maxAwardAmount":
      topic.amounts.append((name, (Int(folded) ?? 0) * 100, attributes))
    case "estimatedAwardCount": topic.grants = Int(folded) ?? 0
    case "landingPage": topic.landingPage = folded
    case "notStated": topic.notStated = Set(folded.split(separator: " ").map(String.init))
    case "opportunity": summary.add(topic, modified: day(topic.attributes["lastModified"] ?? "") ?? 0)
    default: break
    }
    text = ""
  }

  private var folded: String {
    text.utf8.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
      .map { String(Substring($0)) }.joined(separator: " ")
  }

  /// Days since 1970-01-01 of `YYYY-MM-DD`.
  private func day(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let (year, month) = parts[1] <= 2 ? (parts[0] - 1, parts[1] + 9) : (parts[0], parts[1] - 3)
    return year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2] - 1 - 719_468
  }
}

extension Summary {
  fileprivate mutating func add(_ topic: Topic, modified: Int) {
    records += 1
    lines += topic.line
    for identifier in topic.identifiers { nameBytes += identifier.value.utf8.count }
    for link in topic.links { nameBytes += link.utf8.count }
    for text in topic.texts { add(text: text.text, language: text.language) }
    for code in topic.codes { add(code: code.code, vocabulary: code.vocabulary, label: code.label) }
    for document in topic.documents { addressBytes += document["url"]?.utf8.count ?? 0 }
    addressBytes += topic.landingPage.utf8.count
    days += topic.days.reduce(modified, +)
    for deadline in topic.deadlines {
      deadlines += 1
      days += deadline.day
      stages += deadline.stage
    }
    for amount in topic.amounts { money += amount.hundredths }
    grants += topic.grants
    rates += topic.rates.reduce(0, +)
    for (attributes, _) in topic.criteria {
      criteria += 1
      criterionBytes += (attributes["id"]?.utf8.count ?? 0) + (attributes["kind"]?.utf8.count ?? 0)
      citationBytes += attributes["source"]?.utf8.count ?? 0
    }
    for parameter in topic.parameters { parameters += parameter.attributes.count }
    for example in topic.examples { facts += example.count - 1 }
    notStated += topic.notStated.count
  }
}
