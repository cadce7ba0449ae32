import Foundation
import ParapetModel

/// One hit of the portal's search, as it stands in the JSON; the portal's other files are read into it.
struct SEDIAHit: Decodable {
  var reference: LenientText?
  var url: LenientText?
  var language: LenientText?
  var summary: LenientText?
  var metadata: [String: LenientList]?
  /// What the search writes as JSON inside a text, where the file has it as it is.
  var inner: Inner?

  /// The ways to apply and the budget, not wrapped in a text.
  struct Inner {
    var actions: [SEDIAAction]
    var budget: SEDIABudget?
  }

  private enum CodingKeys: CodingKey {
    case reference, url, language, summary, metadata
  }

  /// The filled values of a field, in order.
  func values(_ field: String) -> [String] { metadata?[field]?.values ?? [] }

  /// The first filled value of a field.
  func value(_ field: String) -> String? { values(field).first }
}

/// A text, a number or a truth value, as text; nothing where it is null or empty.
struct LenientText: Decodable {
  var text: String?
  /// Whether something stands there that is no text, such as a structure or half a character.
  var isUnreadable = false

  init(_ text: String?) { self.text = text }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let string = try? container.decode(String.self) {
      text = string.stated
    } else if let integer = try? container.decode(Int64.self) {
      text = String(integer)
    } else if let decimal = try? container.decode(Decimal.self) {
      text = decimal.description
    } else if let truth = try? container.decode(Bool.self) {
      text = String(truth)
    } else {
      isUnreadable = !container.decodeNil()
    }
  }
}

/// A list of texts, which the index at times writes as a single text or number.
struct LenientList: Decodable {
  var values: [String]
  /// Whether some of it is no text.
  var isUnreadable = false

  init(_ values: [String]) { self.values = values }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let strings = try? container.decode([String].self) {
      values = strings.compactMap(\.stated)
    } else if let mixed = try? container.decode([LenientText].self) {
      values = mixed.compactMap(\.text)
      isUnreadable = mixed.contains(where: \.isUnreadable)
    } else {
      let single = try container.decode(LenientText.self)
      values = single.text.map { [$0] } ?? []
      isUnreadable = single.isUnreadable
    }
  }
}
