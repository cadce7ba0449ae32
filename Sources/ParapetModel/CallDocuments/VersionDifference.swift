/// What a new version of a document changes for a topic, clause by clause.
public struct VersionDifference: Hashable, Sendable {
  /// The topic.
  public var topic: String
  /// The version before, as it states itself, or the day of its reading.
  public var before: String
  /// Clauses that the version before has not.
  public var added: [Clause]
  /// Clauses that the new version has no more.
  public var dropped: [Clause]
  /// Sections that the new version has no more.
  public var droppedSections: [ClauseSection]
  /// What people had decided about clauses that are no more, and no longer holds.
  public var lapsed: [ClauseDecision]

  /// Whether nothing that holds a rule changed.
  public var isEmpty: Bool { added.isEmpty && dropped.isEmpty && droppedSections.isEmpty }

  /// What changed from one reading of a topic to the next; the words alone count, and not their pages and lines.
  public init(
    of reading: TopicReading, from before: TopicReading, named name: String,
    decisions: [String: ClauseDecision]
  ) {
    let (old, new) = (Set(before.clauses.map(\.key)), Set(reading.clauses.map(\.key)))
    topic = reading.topic
    self.before = name
    added = reading.clauses.filter { !old.contains($0.key) }
    dropped = before.clauses.filter { !new.contains($0.key) }
    droppedSections = reading.absent.filter { !before.absent.contains($0) }
    lapsed = dropped.compactMap { decisions[$0.key] }
  }
}
