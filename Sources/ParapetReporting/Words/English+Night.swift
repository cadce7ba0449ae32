import ParapetModel

extension English {
  func label(_ label: NightLabel) -> String {
    switch label {
    case .red: "Act now"
    case .amber: "To be known"
    case .newCalls: "New on the lists"
    case .upcoming: "Deadlines near"
    case .stale: "Not read"
    case .night: "Night"
    case .nights: "The last nights"
    case .run: "Run"
    case .state: "State"
    case .city: "City"
    case .told: "Told"
    case .person: "Person"
    case .message: "Message"
    case .documents: "Call documents"
    case .file: "File"
    case .answers: "What that means for the items"
    }
  }

  func note(_ note: NightNote) -> String {
    switch note {
    case .title(let city): return "\(city): what changed"
    case .subject(let city, let red, let amber, let new, let due, let day):
      var parts: [String] = []
      if red > 0 { parts.append("\(number(red)) red") }
      if amber > 0 { parts.append(count(amber, "change", "changes")) }
      if new > 0 { parts.append(count(new, "new call", "new calls")) }
      if due > 0 { parts.append(count(due, "deadline near", "deadlines near")) }
      return "\(city): \(parts.isEmpty ? "nothing changed" : parts.joined(separator: ", ")) (\(date(day)))"
    case .counted(let red, let amber, let grey, let since):
      return "\(number(red)) red, \(number(amber)) amber, \(number(grey)) grey"
        + (since.map { " since the night of \(date($0))" } ?? "") + "."
    case .baseline(let items, let opportunities):
      return "This is the beginning: \(count(items, "item", "items")) and "
        + "\(count(opportunities, "opportunity", "opportunities")) are watched from now on. "
        + "What changes will be told."
    case .nothing(let sources, let last):
      return "Nothing changed. \(count(sources, "source", "sources")) read"
        + (last.map { ", last on \(date($0))" } ?? "") + "."
    case .change(let what, let before, let after):
      switch (before, after) {
      case (let before?, let after?): return "\(what): \(before) → \(after)"
      case (nil, let after?): return "\(what): \(after)"
      case (let before?, nil): return "\(what): \(before) → –"
      case (nil, nil): return what
      }
    case .concerns(let items):
      return (items.count == 1 ? "Item: " : "Items: ") + items.joined(separator: ", ")
    case .criteria(let names): return "Rules that decide: " + names.joined(separator: ", ")
    case .command(let command): return "More: \(command)"
    case .due(let days, let deadline):
      return days == 0 ? "today, \(deadline)" : "in \(count(days, "day", "days")), \(deadline)"
    case .grey(let count, let command):
      return "\(self.count(count, "further change", "further changes")) of wording or order: \(command)"
    case .more(let count, let command): return "… and \(number(count)) more: \(command)"
    case .duty(let duty):
      return duty.report.map { "Covenant: report no. \($0) due" } ?? "Covenant: action plan due"
    case .otherCities(let count, let changed):
      return
        "\(self.count(count, "further city is", "further cities are")) not named here, \(number(changed)) of them with "
        + "changes; the JSON of this night has all."
    case .hidden(let count):
      return "\(self.count(count, "row is", "rows are")) hidden by the city (hidden.csv)."
    case .feedOld(let feed, let since):
      return "The feed ‘\(feed)’ was not read" + (since.map { " since \($0)" } ?? " yet") + "."
    case .cityUnread(let reason): return "The city’s own files could not be read: \(reason)."
    case .why(let person, let rhythm, let file):
      let often =
        switch rhythm {
        case .daily: "each day that has something to tell"
        case .weekly: "once a week"
        case .red: "when something is red"
        }
      return "You get this \(often), because ‘\(person)’ stands in \(file) of whoever runs Parapet for you. "
        + "Answer with the word unsubscribe, or ask them, and it stops."
    case .day(let day): return "\(English.weekdays[day.weekday]) \(date(day)) (Brussels time)"
    case .instant(let day, let time, let isAssumed):
      return "\(English.weekdays[day.weekday]) \(date(day)), \(time) Brussels time"
        + (isAssumed ? " (the source states the day only)" : "")
    }
  }

  func word(_ kind: CityChange.Kind) -> String {
    switch kind {
    case .new: "new"
    case .deadline: "deadline"
    case .status: "status"
    case .money: "money"
    case .eligibility: "eligibility"
    case .document: "document"
    case .standing: "standing"
    case .rank: "rank"
    case .plan: "plan"
    case .missing: "missing"
    case .returned: "returned"
    case .stale: "not read"
    }
  }

  func field(_ name: String) -> String? {
    switch name {
    case "standing": "what to do"
    case "plan": "what the plan brings"
    case "grant": "grant"
    case "planned": "what the plan takes from it"
    case "verdict": "eligibility"
    case "rank": "place in the list"
    case "presence": "missing from its source"
    case "withdrawn": "withdrawn"
    case "items": "items in the plan"
    case "portfolio": "the city’s own files"
    case "callDocument": "the call’s document"
    default: nil
    }
  }

  func because(_ cause: CityChange.Cause, source: String?, readOn: Day?) -> String {
    switch cause {
    case .call:
      "because the call says so"
        + (source.map { " (\($0)" + (readOn.map { ", read on \(date($0))" } ?? "") + ")" } ?? "")
    case .rule: "because a rule of the data folder says so"
    case .city: "because the city’s own file says so"
    case .time: "because time passed"
    case .feed: "because a feed is read for the first time" + (source.map { " (\($0))" } ?? "")
    case .failure: "because it could not be read"
    }
  }

  func night(isDone: Bool) -> String { isDone ? "done" : "broken off" }

  func standing(_ code: String) -> String {
    switch code {
    case "ready": "ready to apply"
    case "read-call": "read the call’s document"
    case "answer": "a question is open"
    case "partner": "a partner is wanted"
    case "doubtful": "doubtful"
    case "no": "not eligible"
    default: code
    }
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}
