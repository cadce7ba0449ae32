import Foundation
import ParapetModel

/// A JSON document: a body beside the name and version of its schema and what it was made from.
struct JSONDocument<Body: Encodable>: Encodable {
  var schema: SchemaName
  var edition: Edition
  var body: Body

  /// The name and version of a JSON Schema of `data/schema/`.
  struct SchemaName: Encodable {
    var name: String
    var version = 1
  }

  /// The language of the messages.
  var language: Language

  init(_ name: String, _ edition: Edition, in language: Language = .english, _ body: Body) {
    schema = SchemaName(name: name)
    self.edition = edition
    self.language = language
    self.body = body
  }

  private enum Key: String, CodingKey {
    case schema, asOf, knownOn, program, sources, unread, partial
  }

  /// The body's keys stand in the same object.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(schema, forKey: .schema)
    try container.encode(edition.asOf.description, forKey: .asOf)
    try container.encode(edition.knownOn?.description, forKey: .knownOn)
    try container.encode(edition.program, forKey: .program)
    if let catalogue = edition.catalogue {
      try container.encode(catalogue.feeds.map(SourcePart.init), forKey: .sources)
    }
    if let gaps = edition.gaps {
      try container.encode(gaps.unread.map { UnreadPart($0, language) }, forKey: .unread)
      try container.encode(gaps.partialItems, forKey: .partial)
    }
    try body.encode(to: encoder)
  }

  /// The document's text, keys in byte order, with a line break at the end.
  var text: String { JSONText.made(of: self) + "\n" }
}

/// The text of JSON documents, and of lists in them that are so long that a coder is asked for their unlike rows alone.
enum JSONText {
  /// The text of a value, keys in byte order.
  static func made(of value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("a document holds texts and numbers only, which always encode")
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// A row as it stands in a list of a document's body.
  static func row(_ value: some Encodable) -> String {
    made(of: value).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }

  /// What stands before and behind the text of a key that is empty in a row.
  static func row(around key: String, _ value: some Encodable) -> [String] {
    let row = row(value)
    let empty = "\"\(key)\" : \"\""
    guard let place = row.range(of: empty) else {
      preconditionFailure("the row has a key '\(key)' without a text")
    }
    return ["\(row[..<place.lowerBound])\"\(key)\" : \"", "\"\(row[place.upperBound...])"]
  }

  /// Whether a text stands in JSON as it is.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
  }

  /// A document with rows in a list of its body that is empty.
  static func filling(_ key: String, of document: String, with rows: [String]) -> String {
    // Within a text the quotation marks would be escaped.
    let start = "\n  \"\(key)\" : ["
    guard !rows.isEmpty else { return document }
    guard let place = document.range(of: start + "\n\n  ]") else {
      preconditionFailure("the document has an empty list '\(key)' in its body")
    }
    return
      "\(document[..<place.lowerBound])\(start)\n\(rows.joined(separator: ",\n"))\n  ]\(document[place.upperBound...])"
  }
}

/// When a feed was last read, as JSON.
struct SourcePart: Encodable {
  var feed: String
  var readOn: String

  init(_ freshness: FeedFreshness) {
    feed = freshness.feed
    readOn = freshness.readOn.description
  }
}

/// A value that is written as `null` where it is unknown, so that every document has every key.
@propertyWrapper
struct OrNull<Value: Encodable & Sendable>: Encodable, Sendable {
  var wrappedValue: Value?

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}

/// An amount as JSON: plain decimals as a text, so that no reader loses a cent.
struct Amount: Encodable, Sendable {
  var amount: String
  var currency: String

  init(_ money: Money) {
    amount = money.decimal
    currency = money.currency.code
  }
}

extension OrNull where Value == Amount {
  /// An amount, or `null`.
  init(_ money: Money?) { self.init(wrappedValue: money.map { Amount($0) }) }
}
