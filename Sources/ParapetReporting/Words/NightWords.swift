public import ParapetModel

/// A heading or the name of a column of a night's pages.
public enum NightLabel: String, Hashable, Sendable, CaseIterable {
  case red, amber, newCalls, upcoming, stale, night, nights, run, state, city, told, person, message, answers
  case documents, file
}

/// A remark of a digest or of a night's page, with the figures that it needs.
public enum NightNote: Hashable, Sendable {
  /// The title of a digest.
  case title(city: String)
  /// The subject of a mail: how many changes are red and amber, how many calls are new and how many deadlines are near.
  case subject(city: String, red: Int, amber: Int, new: Int, due: Int, on: Day)
  /// How many changes of each severity there are since the night that is compared with.
  case counted(red: Int, amber: Int, grey: Int, since: Day?)
  /// That a city is looked at for the first time, or that nothing is to be told this once.
  case baseline(items: Int, opportunities: Int)
  /// That nothing changed, and how much was read.
  case nothing(sources: Int, last: Day?)
  /// A change: what, and what it was and is.
  case change(String, before: String?, after: String?)
  /// The items that a change concerns.
  case concerns([String])
  /// Criteria that newly decide, or no longer do.
  case criteria([String])
  /// The command that shows more.
  case command(String)
  /// That a deadline is so many days away.
  case due(days: Int, deadline: String)
  /// How many grey changes there are, and the command that lists them.
  case grey(Int, command: String)
  /// How many more there are, and the command that lists them.
  case more(Int, command: String)
  /// How many cities of a night are not named, and how many of them have changes.
  case otherCities(Int, changed: Int)
  /// How many pairs the city has hidden.
  case hidden(Int)
  /// Since when a feed was not read.
  case feedOld(String, since: String?)
  /// That the city's own files could not be read.
  case cityUnread(String)
  /// Why somebody gets this, and how to stop it.
  case why(person: String, rhythm: BatchOrder.Rhythm, file: String)
  /// What the Covenant asks of a council that joined it.
  case duty(CovenantDuty)
  /// A day with its weekday, as the clocks of Brussels have it.
  case day(Day)
  /// A point in time in Brussels.
  case instant(Day, time: String, isAssumed: Bool)
}

/// The words of nights in a language.
public protocol NightWords {
  /// A heading or the name of a column.
  func label(_ label: NightLabel) -> String
  /// A remark.
  func note(_ note: NightNote) -> String
  /// The words for a kind of change.
  func word(_ kind: CityChange.Kind) -> String
  /// What changed, where the field is none of a record.
  func field(_ name: String) -> String?
  /// Why something changed; a source and the day of its reading where the call did.
  func because(_ cause: CityChange.Cause, source: String?, readOn: Day?) -> String
  /// The words for a standing, by its code.
  func standing(_ code: String) -> String
  /// How far a night came.
  func night(isDone: Bool) -> String
}
