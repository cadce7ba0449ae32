import ParapetModel

/// A refusal as JSON.
struct UnreadPart: Encodable {
  var file: String
  @OrNull var line: Int?
  @OrNull var column: Int?
  var id: String
  var message: String
  @OrNull var suggestion: String?
  @OrNull var item: String?
  @OrNull var field: String?

  init(_ gap: Unread, _ language: Language) {
    let finding = gap.finding
    file = finding.place.name
    _line = OrNull(wrappedValue: finding.place.line)
    _column = OrNull(wrappedValue: finding.place.column)
    id = finding.id
    message = finding.said[language]
    _suggestion = OrNull(wrappedValue: finding.advice?[language])
    _item = OrNull(wrappedValue: gap.item)
    _field = OrNull(wrappedValue: gap.field)
  }
}
