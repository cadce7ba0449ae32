import GRDB
import ParapetModel

/// The answers about one item as bytes: first which opportunities they are about and which deadlines count (`AnswerHead`), then
/// what each says, in the order of the list.
struct AnswerArchive {
  let words: WordBook
  let database: Database

  /// The bytes of an item's answers.
  func bytes(of answers: [KeptAnswer]) throws -> [UInt8] {
    var writer = ByteWriter()
    var head = AnswerHead()
    head.offers = try answers.map { try words.number(of: $0.key.offer, database) }
    head.hasPlan = answers.contains { $0.planned != nil }
    head.planned = answers.filter { $0.planned != nil }.compactMap(\.deadline?.day)
    head.first = answers.first { $0.rank == 1 && $0.standing != "doubtful" }?.deadline?.day
    writer.write(head)
    for answer in answers {
      for code in [answer.verdict, answer.standing, answer.status] { try write(code, to: &writer) }
      writer.write(UInt64(answer.rank))
      writer.write(Int64(answer.fit))
      writer.write(day: answer.deadline?.day)
      if let deadline = answer.deadline { try write(deadline.time ?? "", to: &writer) }
      for money in [answer.grant, answer.planned] {
        try write(money?.currency.code ?? "", to: &writer)
        if let money { writer.write(money.minorUnits) }
      }
      writer.write(UInt64(answer.open.count))
      for criterion in answer.open { try write(criterion, to: &writer) }
    }
    return writer.bytes
  }

  /// The answers about an item.
  ///
  /// - Throws: `ByteFault` where the bytes are damaged.
  func answers(about item: String, from bytes: UnsafeRawBufferPointer) throws -> [KeptAnswer] {
    var reader = ByteReader(bytes)
    return try AnswerHead(from: &reader).offers.map { name in
      var answer = KeptAnswer(
        KeptAnswer.Key(item: item, offer: try words.word(of: name, database)), verdict: try word(&reader),
        standing: try word(&reader), status: try word(&reader), rank: Int(try reader.number()),
        fit: Int(try reader.signed()))
      if let day = try reader.optionalDay() {
        let time = try word(&reader)
        answer.deadline = Deadline(day: day, time: time.isEmpty ? nil : time)
      }
      answer.grant = try money(&reader)
      answer.planned = try money(&reader)
      answer.open = try (0..<(try reader.count())).map { _ in try word(&reader) }
      return answer
    }
  }

  private func write(_ word: String, to writer: inout ByteWriter) throws {
    writer.write(try words.number(of: word, database))
  }

  private func word(_ reader: inout ByteReader) throws -> String {
    try words.word(of: try reader.number(), database)
  }

  private func money(_ reader: inout ByteReader) throws -> Money? {
    let code = try word(&reader)
    guard !code.isEmpty else { return nil }
    let units = try reader.signed()
    return Currency(code).map { Money(minorUnits: units, currency: $0) }
  }
}

/// What is asked of the answers about an item where nothing may have changed, without bringing them back.
struct AnswerHead: Archived {
  /// The numbers of the opportunities, in the order of the list.
  var offers: [UInt64] = []
  /// Whether a plan applies with it.
  var hasPlan = false
  /// The deadlines of what is planned.
  var planned: [Day] = []
  /// That of what stands first, where it is not in doubt.
  var first: Day?

  init() {}

  func write(to archive: inout ByteWriter) {
    archive.write(UInt64(offers.count))
    for offer in offers { archive.write(offer) }
    archive.write(hasPlan)
    archive.write(UInt64(planned.count))
    for day in planned { archive.write(day: day) }
    archive.write(day: first)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    let count = try reader.count()
    offers.reserveCapacity(count)
    for _ in 0..<count { offers.append(try reader.number()) }
    hasPlan = try reader.value()
    for _ in 0..<(try reader.count()) {
      if let day = try reader.optionalDay() { planned.append(day) }
    }
    first = try reader.optionalDay()
  }
}

extension ByteWriter {
  /// A day or none; one before 1970 is no deadline of anything, and is kept all the same.
  fileprivate mutating func write(day: Day?) {
    write(day.map { UInt64(bitPattern: Int64($0.number)) &+ ByteReader.epoch } ?? 0)
  }
}

extension ByteReader {
  fileprivate static let epoch: UInt64 = 1 << 32

  fileprivate mutating func optionalDay() throws(ByteFault) -> Day? {
    let day = try number()
    guard day != 0 else { return nil }
    guard let number = Int32(exactly: Int64(bitPattern: day &- ByteReader.epoch)) else { throw ByteFault() }
    return Day(number: number)
  }
}

extension KeptCity: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(files)
    archive.write(UInt64(stale.count))
    for (feed, day) in stale.sorted(by: { $0.key < $1.key }) {
      archive.write(feed)
      archive.write(day)
    }
    archive.write(feeds)
    archive.write(planGrant.map { Int($0) })
    archive.write(planCurrency)
    archive.write(planned)
    archive.write(failure)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(files: try reader.text())
    for _ in 0..<(try reader.count()) {
      let feed = try reader.text()
      stale[feed] = try reader.text()
    }
    feeds = try reader.value()
    planGrant = try reader.value(Int?.self).map { Int64($0) }
    planCurrency = try reader.value()
    planned = try reader.value()
    failure = try reader.value()
  }
}
