import GRDB
import ParapetModel

/// What the whole lists of a feed tell of the records that are not in them, seen from one reading.
///
/// It works on the staged records of the reading, within its transaction.
struct FeedMemory {
  let database: Database
  let reading: SourceReading
  /// Why the reading is no whole list, whatever it was meant to be.
  let obstacle: IntakeCounts.Completeness?

  private var day: String { reading.readOn.description }

  /// The feeds of which the reading is the whole list, with the number of their records.
  ///
  /// - Throws: `CatalogueError.shrunk` where one has lost more than a third since the last whole list.
  func wholeLists(_ counts: inout IntakeCounts) throws -> [String: Int] {
    guard reading.isComplete else { return [:] }
    if let obstacle {
      counts.completeness = obstacle
      return [:]
    }
    var sizes: [String: Int] = [:]
    let found = try Row.fetchAll(database, sql: "SELECT dialect, count(*) FROM staged GROUP BY dialect")
    for row in found { sizes[reading.feed ?? row[0], default: 0] += row[1] as Int }
    // An empty list under a name is a list; without one nobody knows whose.
    if let feed = reading.feed, sizes.isEmpty { sizes[feed] = 0 }
    guard !sizes.isEmpty else {
      counts.completeness = .nameless
      return [:]
    }
    for (feed, size) in sizes.sorted(by: { $0.key < $1.key }) {
      let last = try Row.fetchOne(
        database,
        sql:
          "SELECT read_on, records FROM complete WHERE feed = ? ORDER BY read_on DESC, reading DESC LIMIT 1",
        arguments: [feed])
      guard let last else { continue }
      let (lastDay, lastSize): (String, Int) = (last[0], last[1])
      if lastDay > day, let later = Day(lastDay) {
        counts.completeness = .outdated(by: later)
        return [:]
      }
      if size * 3 < lastSize * 2, !reading.acceptsShrinking {
        throw CatalogueError.shrunk(feed: feed, from: lastSize, to: size)
      }
    }
    counts.completeness = .complete
    return sizes
  }

  /// What was missing and is read again has returned, in whichever source it stands.
  func endAbsences(in number: Int64, _ counts: inout IntakeCounts) throws {
    try database.execute(
      sql: """
        UPDATE absence SET returned_in = :reading, returned_on = :day
        WHERE returned_on IS NULL AND missing_on <= :day AND record IN (
          SELECT record.id FROM record JOIN staged ON staged.key = record.key
        )
        """, arguments: ["reading": number, "day": day])
    counts.returned = database.changesCount
  }

  /// Keeps which records belong to which feed, and what of the whole lists is missing or withdrawn now.
  func remember(_ wholeLists: [String: Int], in number: Int64, _ counts: inout IntakeCounts) throws {
    try database.execute(
      sql: """
        INSERT OR IGNORE INTO membership (feed, record)
        SELECT coalesce(:feed, staged.dialect), record.id
        FROM staged JOIN record ON record.key = staged.key
        """, arguments: ["feed": reading.feed])
    for (feed, records) in wholeLists.sorted(by: { $0.key < $1.key }) {
      // What is known only from later days is not missing from this one.
      try database.execute(
        sql: """
          INSERT INTO absence (record, feed, missing_in, missing_on)
          SELECT membership.record, :feed, :reading, :day
          FROM membership JOIN record ON record.id = membership.record
          WHERE membership.feed = :feed
            AND record.key NOT IN (SELECT key FROM staged)
            AND record.id NOT IN (SELECT record FROM absence WHERE returned_on IS NULL)
            AND EXISTS (SELECT 1 FROM version WHERE record = membership.record AND read_on <= :day)
          ORDER BY membership.record
          """, arguments: ["reading": number, "day": day, "feed": feed])
      counts.missing += database.changesCount
      try keep(list: feed, records: records, in: number, &counts)
    }
  }

  /// Keeps that a reading was the whole list of a feed, and withdraws what that was one time too many without.
  func keep(list feed: String, records: Int, in number: Int64, _ counts: inout IntakeCounts) throws {
    try database.execute(
      sql: "INSERT INTO complete (feed, read_on, reading, records) VALUES (?, ?, ?, ?)",
      arguments: [feed, day, number, records])
    counts.withdrawn += try withdraw(["reading": number, "day": day, "feed": feed])
  }

  /// What so many whole lists in a row were without before its deadline counts as withdrawn.
  ///
  /// Lists of one day count once, so that to read the same list again changes nothing. The deadline is the last
  /// one at which somebody new can apply; what states none can be missed on any day.
  private func withdraw(_ arguments: StatementArguments) throws -> Int {
    var arguments = arguments
    arguments += ["enough": Presence.withdrawingReadings]
    try database.execute(
      sql: """
        UPDATE absence SET withdrawn_in = :reading, withdrawn_on = :day
        WHERE feed = :feed AND returned_on IS NULL AND withdrawn_on IS NULL
          AND (
            SELECT count(DISTINCT complete.read_on) FROM complete
            WHERE complete.feed = :feed AND complete.read_on >= absence.missing_on
          ) >= :enough
          AND (
            SELECT newest.closes_on IS NULL OR newest.closes_on > :day FROM version AS newest
            WHERE newest.record = absence.record AND newest.read_on <= :day
            ORDER BY newest.read_on DESC, newest.id DESC LIMIT 1
          )
        """, arguments: arguments)
    return database.changesCount
  }
}
