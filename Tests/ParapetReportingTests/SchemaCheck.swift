import Foundation

/// Checks a JSON document against a JSON Schema of `data/schema/`, as far as our schemas go.
///
/// It knows the keywords that they use and fails on any other, so that a schema cannot outgrow it in silence.
struct SchemaCheck {
  private let root: [String: Any]

  init(schema: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../data/schema/\(schema).schema.json")
    root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
  }

  /// What is wrong with a document; nothing where it is valid.
  func problems(in json: String) throws -> [String] {
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
    return problems(value, root, at: "$")
  }

  /// The words that the schema allows at a place.
  func codes(at path: [String]) -> [String] {
    var place: Any? = root
    for name in path { place = (place as? [String: Any])?[name] }
    return (place as? [Any] ?? []).compactMap { $0 as? String }
  }

  private func problems(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    var problems: [String] = []
    func require(_ holds: Bool, _ what: String) {
      if !holds { problems.append("\(path): \(what)") }
    }
    for (keyword, rule) in schema {
      switch (keyword, rule) {
      case ("$schema", _), ("$id", _), ("title", _), ("description", _), ("$defs", _), ("format", _),
        ("properties", _):
        continue
      case ("$ref", let name as String):
        problems += self.problems(value, definition(name), at: path)
      case ("type", let name as String):
        require(isOf([name], value), "not of type \(name)")
      case ("type", let names as [String]):
        require(isOf(names, value), "of none of the types \(names)")
      case ("const", let constant):
        require("\(constant)" == "\(value)", "not \(constant)")
      case ("enum", let values as [Any]):
        require(values.contains { "\($0)" == "\(value)" }, "\(value) is none of \(values)")
      case ("pattern", let pattern as String):
        guard let text = value as? String else { continue }
        require(text.range(of: pattern, options: .regularExpression) != nil, "\(text) is not like \(pattern)")
      case ("minimum", let least as Double):
        guard let number = value as? Double else { continue }
        require(number >= least, "\(number) is below \(least)")
      case ("maximum", let most as Double):
        guard let number = value as? Double else { continue }
        require(number <= most, "\(number) is above \(most)")
      case ("required", let names as [String]):
        guard let object = value as? [String: Any] else { continue }
        for name in names { require(object[name] != nil, "lacks \(name)") }
      case ("items", let items as [String: Any]):
        for (index, element) in (value as? [Any] ?? []).enumerated() {
          problems += self.problems(element, items, at: "\(path)[\(index)]")
        }
      case ("additionalProperties", let isAllowed as Bool):
        guard let object = value as? [String: Any], !isAllowed else { continue }
        let known = schema["properties"] as? [String: Any] ?? [:]
        for (name, part) in object {
          guard let rule = known[name] as? [String: Any] else {
            problems.append("\(path): has \(name)")
            continue
          }
          problems += self.problems(part, rule, at: "\(path).\(name)")
        }
      case ("anyOf", let choices as [[String: Any]]), ("oneOf", let choices as [[String: Any]]):
        let results = choices.map { self.problems(value, $0, at: path) }
        let count = results.count { $0.isEmpty }
        require(keyword == "anyOf" ? count > 0 : count == 1, "fits \(count) of \(choices.count): \(results)")
      default:
        problems.append("\(path): unknown keyword \(keyword)")
      }
    }
    return problems
  }

  private func definition(_ reference: String) -> [String: Any] {
    let definitions = root["$defs"] as? [String: Any] ?? [:]
    let name = reference.replacing("#/$defs/", with: "")
    return definitions[name] as? [String: Any] ?? ["unknown definition": name]
  }

  private func isOf(_ names: [String], _ value: Any) -> Bool {
    names.contains { name in
      switch name {
      case "null": value is NSNull
      case "string": value is String
      case "array": value is [Any]
      case "object": value is [String: Any]
      case "boolean": isBoolean(value)
      case "integer":
        (value as? NSNumber).map { !isBoolean($0) && $0.doubleValue.rounded() == $0.doubleValue } ?? false
      case "number": value is NSNumber && !isBoolean(value)
      default: false
      }
    }
  }

  private func isBoolean(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return false }
    return String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }
}
