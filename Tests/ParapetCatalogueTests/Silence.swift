import ParapetModel

/// The fields of a value, and of what is nested in it, that are as they are where nobody states them.
func silent(in value: Any, _ path: String) throws -> [String] {
  let mirror = Mirror(reflecting: value)
  switch mirror.displayStyle {
  case .optional:
    guard let some = mirror.children.first else { return [path] }
    return try silent(in: some.value, path)
  case .collection, .set, .dictionary:
    guard !mirror.children.isEmpty else { return [path] }
    // What one element leaves open another states.
    let perElement = try mirror.children.map { Set(try silent(in: $0.value, path)) }
    return perElement.dropFirst().reduce(perElement[0]) { $0.intersection($1) }.sorted()
  case .struct:
    return try mirror.children.flatMap { try silent(in: $0.value, "\(path).\($0.label ?? "")") }
  case .enum, .tuple:
    guard !mirror.children.isEmpty else { return value is Presence ? [path] : [] }
    return try mirror.children.flatMap { try silent(in: $0.value, path) }
  default:
    switch value {
    case let flag as Bool: return flag ? [] : [path]
    case let text as String: return text.isEmpty ? [path] : []
    case let number as any BinaryInteger: return Int64(number) == 0 ? [path] : []
    default: return []
    }
  }
}
