/// What a city answered to a question of the checklist of security by design and of rights, for one item.
public struct CheckAnswer: Hashable, Sendable {
  /// What can be answered.
  public enum Reply: String, Hashable, Sendable, CaseIterable {
    /// It is so.
    case yes
    /// It is not: a gap that the plan shows.
    case no
    /// The question does not concern the item.
    case irrelevant = "not-applicable"
  }

  /// The item.
  public var item: String
  /// The question: a code of `data/covenant.xml`.
  public var check: String
  /// The answer.
  public var reply: Reply
  /// Why, or where it stands, in the city's words.
  public var note: String?
  /// Who answered.
  public var by: String?
  /// When; an answer without a day counts always.
  public var day: Day?

  /// An answer to a question about an item.
  public init(item: String, check: String, reply: Reply) {
    self.item = item
    self.check = check
    self.reply = reply
  }
}
