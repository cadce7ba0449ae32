import ParapetModel

extension CallDocument: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(hash)
    archive.write(name)
    archive.write(raw: kind)
    archive.write(series)
    archive.write(title)
    archive.write(version)
    archive.write(pages)
    archive.write(topics)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    let (hash, name) = (try reader.text(), try reader.text())
    let kind: Kind = try reader.raw()
    let series = try reader.text()
    let (title, version): (String?, String?) = (try reader.value(), try reader.value())
    self.init(hash: hash, name: name, kind: kind, series: series, pages: try reader.value())
    self.title = title
    self.version = version
    topics = try reader.value()
  }
}

extension TopicReading: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(topic)
    archive.write(page)
    archive.write(title)
    archive.write(call)
    archive.write(typeOfAction)
    archive.write(budget)
    archive.write(minimumGrant)
    archive.write(maximumGrant)
    archive.write(rate)
    archive.write(opening)
    archive.write(deadlines)
    archive.write(absent)
    archive.write(clauses)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(topic: try reader.text(), page: try reader.value())
    title = try reader.value()
    call = try reader.value()
    typeOfAction = try reader.value()
    budget = try reader.value()
    minimumGrant = try reader.value()
    maximumGrant = try reader.value()
    rate = try reader.value()
    opening = try reader.value()
    deadlines = try reader.value()
    absent = try reader.value()
    clauses = try reader.value()
  }
}

extension StatedFigure: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(amount)
    archive.write(quote)
    archive.write(page)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(amount: try reader.value(), quote: try reader.text(), page: try reader.value())
  }
}

extension StatedRate: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(rate)
    archive.write(quote)
    archive.write(page)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(rate: try reader.value(), quote: try reader.text(), page: try reader.value())
  }
}

extension Clause: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(number)
    archive.write(raw: section)
    archive.write(heading)
    archive.write(quote)
    archive.write(page)
    archive.write(lastPage)
    archive.write(meaning)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(
      number: try reader.value(), section: try reader.raw(), heading: try reader.text(),
      quote: try reader.text(), page: try reader.value(), lastPage: try reader.value(),
      meaning: try reader.value())
  }
}

extension Clause.Meaning: Archived {
  func write(to archive: inout ByteWriter) {
    switch self {
    case .criteria(let criteria):
      archive.write(UInt64(0))
      archive.write(criteria)
    case .neutral(let nature):
      archive.write(UInt64(1))
      archive.write(raw: nature)
    case .open: archive.write(UInt64(2))
    }
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    switch try reader.number() {
    case 0: self = .criteria(try reader.value())
    case 1: self = .neutral(try reader.raw())
    case 2: self = .open
    default: throw ByteFault()
    }
  }
}

extension ClauseSection: Archived {}
