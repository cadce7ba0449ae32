import ParapetModel

/// Where the records of a JSON document stand: at a key of the outer object, or of one inside it.
struct JSONPlace: Hashable {
  /// The keys on the way to them, from the outside in.
  var keys: [String]
  /// Whether a list of records stands there; else one record does, an object.
  var isList = true

  /// How the path of every record there begins.
  var prefix: String { "$." + keys.joined(separator: ".") + (isList ? "[" : "") }

  /// The path of a record there, counted from 0.
  func path(of number: Int) -> String { prefix + (isList ? "\(number)]" : "") }

  /// What should stand there, where something else does.
  var expectation: Message {
    let key = keys.last ?? ""
    return isList
      ? Message(en: "'\(key)' should be a list", fr: "« \(key) » devrait être une liste")
      : Message(en: "'\(key)' should be an object", fr: "« \(key) » devrait être un objet")
  }
}
