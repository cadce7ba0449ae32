import Foundation
import GRDB
public import ParapetModel

/// What tells the files of a folder from others without reading them.
public struct FolderLook: Hashable, Sendable {
  /// A number of their names, lengths, places and times, and of the folder's own where its files are named.
  public var stamp: UInt64
  /// Their names, where the folder's own times tell whether there are others; nothing where only listing it does.
  public var files: [String]?

  /// What a folder looked like.
  public init(stamp: UInt64, files: [String]?) {
    self.stamp = stamp
    self.files = files
  }

  /// A look that was kept; no file has a slash in its name.
  fileprivate init?(_ row: Row, stamp: Int, files: Int) {
    guard let number = row[stamp] as Int64? else { return nil }
    self.init(
      stamp: UInt64(bitPattern: number),
      files: (row[files] as String?)?.split(separator: "/").map { String($0) })
  }

  /// As it is kept.
  fileprivate static func columns(of look: FolderLook?) -> [(any DatabaseValueConvertible)?] {
    [look.map { Int64(bitPattern: $0.stamp) }, look?.files?.joined(separator: "/")]
  }
}

/// A city of which a night found nothing to say. The next one passes it over while its files, the order, and all that its
/// lists are about stay as they are, until a day.
public struct RestingCity: Hashable, Sendable {
  /// The city.
  public var city: String
  /// Where its portfolio is.
  public var folder: String
  /// What tells its files from others at a look; nothing where only reading them does.
  public var look: FolderLook?
  /// The first day on which there may be something to say although nothing changed.
  public var wakes: Day
  /// What is told each night of how its files are written; nothing where all is well.
  public var remarks: [UInt8]

  /// A city that rests until a day.
  public init(_ city: String, in folder: String, look: FolderLook?, wakes: Day, remarks: [UInt8] = []) {
    self.city = city
    self.folder = folder
    self.look = look
    self.wakes = wakes
    self.remarks = remarks
  }
}

/// How a night leaves the cities of its order to the next one.
public struct NightEnd: Sendable {
  /// The cities that begin to rest.
  public var resting: [RestingCity] = []
  /// The folders of those that were looked at, whether or not they rest now, while all others go on resting; nothing where
  /// none does.
  public var lookedAt: [String]? = []
  /// New looks at folders that have other files of the same bytes.
  public var looks: [String: FolderLook?] = [:]
  /// What the rest of all cities depends on.
  public var premises: UInt64

  /// A night of which no city was looked at.
  public init(premises: UInt64) { self.premises = premises }
}

extension Catalogue {
  /// The cities that rested when a night was over, by their folders; none where it left them under other premises.
  public func resting(
    after night: StoredNight, premises: UInt64
  ) throws(CatalogueError) -> [String: RestingCity] {
    guard try done(Catalogue.premises, of: night) == Catalogue.bytes(premises) else { return [:] }
    return try look { db in
      var resting: [String: RestingCity] = [:]
      let rows = try Row.fetchCursor(
        db, sql: "SELECT city, folder, stamp, files, wakes, remarks FROM resting WHERE batch = ?",
        arguments: [night.batch])
      while let row = try rows.next() {
        let city = RestingCity(
          row[0], in: row[1], look: FolderLook(row, stamp: 2, files: 3), wakes: Day(number: row[4]),
          remarks: [UInt8](row[5] as Data))
        resting[city.folder] = city
      }
      return resting
    }
  }

  /// Those of an order's resting cities whose lists have any of some opportunities.
  public func resting(
    of batch: String, listing offers: ListedOffers
  ) throws(CatalogueError) -> Set<String> {
    guard !offers.numbers.isEmpty else { return [] }
    return try look { db in
      var cities: Set<String> = []
      let rows = try Row.fetchCursor(
        db, sql: "SELECT city, offers FROM resting WHERE batch = ?", arguments: [batch])
      while let row = try rows.next() {
        let isListing = try row.withUnsafeData(atIndex: 1) { body in
          try (body ?? Data()).withUnsafeBytes { try PostingList.has(any: offers.numbers, in: $0) }
        }
        if isListing { cities.insert(row[0]) }
      }
      return cities
    }
  }

  /// Says that a night is over, which cities rest after it, and that those that go on resting were told as far as it, in one
  /// transaction.
  public func end(_ night: StoredNight, _ end: NightEnd) throws(CatalogueError) {
    try perform { db in
      try Catalogue.wake(end.lookedAt, of: night.batch, db)
      let restamp = try db.cachedStatement(
        sql: "UPDATE resting SET stamp = ?, files = ? WHERE batch = ? AND folder = ?")
      for (folder, look) in end.looks {
        try restamp.execute(
          arguments: StatementArguments(FolderLook.columns(of: look) + [night.batch, folder]))
      }
      try Catalogue.passOver(on: night, db)
      let rest = try db.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO resting (stamp, files, batch, folder, city, wakes, remarks, offers)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """
      )
      for city in end.resting {
        let standing = try Catalogue.standing(of: city.city, by: night.batch, about: ListedOffers(), db)
        try rest.execute(
          arguments: StatementArguments(FolderLook.columns(of: city.look)) + [
            night.batch, city.folder, city.city, city.wakes.number, Data(city.remarks),
            Data(PostingList.bytes(of: standing.offers)),
          ])
      }
      try Catalogue.finish(
        Catalogue.premises, of: night, with: Catalogue.bytes(end.premises), db)
      try Catalogue.end(night, db)
    }
  }

  /// Ends the rest of cities in some folders, or of all of an order.
  private static func wake(_ folders: [String]?, of batch: String, _ db: Database) throws {
    guard let folders else {
      return try db.execute(sql: "DELETE FROM resting WHERE batch = ?", arguments: [batch])
    }
    let wake = try db.cachedStatement(sql: "DELETE FROM resting WHERE batch = ? AND folder = ?")
    for folder in folders { try wake.execute(arguments: [batch, folder]) }
  }

  /// Says of all resting cities that a night matched them, and that their own pages are of it.
  private static func passOver(on night: StoredNight, _ db: Database) throws {
    let arguments: StatementArguments = [
      "batch": night.batch, "night": night.id, "day": night.asOf.description,
    ]
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO night_phase (night, phase, subject, state, body)
        SELECT :night, 'match', city, 'done', CAST(folder AS BLOB) FROM resting WHERE batch = :batch;
        """, arguments: ["batch": night.batch, "night": night.id])
    try db.execute(
      sql: """
        UPDATE told SET night = :night, mailed_on = :day
        WHERE batch = :batch AND person = '' AND city IN (SELECT city FROM resting WHERE batch = :batch)
        """, arguments: arguments)
  }

  /// No city has an empty name.
  private static let premises = NightPart(.write, "")

  private static func bytes(_ premises: UInt64) -> [UInt8] { Array(String(premises).utf8) }
}

/// Numbers of opportunities in rising order, each kept as its distance from the one before: a posting list, which a city's
/// lists come to where it is only asked whether they have an opportunity.
enum PostingList {
  static func bytes(of numbers: [UInt64]) -> [UInt8] {
    var writer = ByteWriter()
    var last: UInt64 = 0
    writer.write(UInt64(numbers.count))
    for number in numbers {
      writer.write(number - last)
      last = number
    }
    return writer.bytes
  }

  static func has(any wanted: Set<UInt64>, in bytes: UnsafeRawBufferPointer) throws(ByteFault) -> Bool {
    var reader = ByteReader(bytes)
    var number: UInt64 = 0
    for _ in 0..<(try reader.count()) {
      number &+= try reader.number()
      if wanted.contains(number) { return true }
    }
    return false
  }
}
