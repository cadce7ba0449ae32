import ParapetModel

/// How a language speaks of a kind of criterion. Its sentences are made of these and of the shape of what is asked and
/// found; `%` stands for what the criterion or the city names.
public struct KindWords: Hashable, Sendable {
  /// What stands between names.
  enum Join: Hashable, Sendable {
    case and, or, comma
  }

  /// How a number is told.
  enum Amount: Hashable, Sendable {
    /// As so many of something.
    case count(String, String)
    /// As a level: the words before the level that is asked for, and before one that is stated.
    case level(String, String)
  }

  /// Its name, as a heading.
  var name: String
  /// What a list asks for.
  var accepts = "%"
  /// What a list shuts out.
  var refuses = "%"
  /// What stands between the names of what is shut out.
  var joinsRefused = Join.or
  /// How a range and its number are told.
  var amount: Amount?
  /// What stands between the names that the city states.
  var joins = Join.and
  /// That the city says that it holds.
  var holds = ""
  /// That the city says that there are none, or that it does not hold.
  var none = ""
  /// What stands before the stated names that are not accepted.
  var notAccepted = ""
}

/// How a language speaks of a fact.
public struct FactWords: Hashable, Sendable {
  /// Its name.
  var name: String
  /// The question for it; in that about a call's document `%` stands for the criteria that it would decide.
  var question: String
  /// A change of it, where `%` stands for the value after it; nil says the name and the value.
  var change: String?
  /// Of what its number is a count; nil where it is a bare number.
  var one: String?
  var many: String?
}
