import ParapetMatching
import ParapetModel

/// What a change says, in words.
struct DigestText {
  private let words: any Sentences

  init(_ words: any Sentences) { self.words = words }

  /// What changed.
  func name(of change: CityChange) -> String {
    switch change.kind {
    case .new, .returned: words.word(change.kind)
    case .status where change.form == .status: words.word(change.kind)
    case .plan where change.form == .money && change.opportunity == nil:
      words.field("plan") ?? words.word(change.kind)
    default:
      words.field(change.field) ?? FieldChange.Field(rawValue: change.field).map { words.word($0) }
        ?? words.word(change.kind)
    }
  }

  /// What it was or is; a text that is not of its form stays as it is.
  func value(_ text: String, _ change: CityChange) -> String {
    switch change.form {
    case .text:
      FieldChange.Field(rawValue: change.field) == nil && change.field == "verdict"
        ? Verdict(rawValue: text).map { words.word($0) } ?? text : text
    case .days:
      words.list(
        text.split(separator: "|").map { part in
          Day(part).map { words.note(NightNote.day($0)) } ?? String(part)
        })
    case .money: money(text).map { words.money($0) } ?? text
    case .status: DayStatus(rawValue: text).map { words.word($0) } ?? text
    case .stated: Status(rawValue: text).map { words.word($0) } ?? text
    case .standing: words.standing(text)
    case .rank, .items: text.replacing("|", with: ", ")
    }
  }

  /// What changed, what it was and is, and why.
  func sentence(of change: CityChange) -> String {
    words.note(
      .change(
        name(of: change), before: change.before.map { value($0, change) },
        after: change.after.map { value($0, change) })) + ", "
      + words.because(change.cause, source: change.source, readOn: change.readOn.flatMap { Day($0) })
  }

  /// The amount of `1234.56 EUR`.
  func money(_ text: String) -> Money? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let currency = Currency(parts[1]) else { return nil }
    return Money(decimal: parts[0], currency: currency)
  }
}
