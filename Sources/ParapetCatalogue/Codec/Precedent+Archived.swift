import ParapetModel

extension Precedent: Archived {
  /// The form of the bytes; a change of any type written here needs the next number, and the next form
  /// of the catalogue (`Schema.form`).
  static let archiveVersion: UInt64 = 1

  func write(to archive: inout ByteWriter) {
    archive.write(Precedent.archiveVersion)
    archive.write(id)
    archive.write(acronym)
    archive.write(titles)
    archive.write(topics)
    archive.write(calls)
    archive.write(programme)
    archive.write(scheme)
    archive.write(start)
    archive.write(end)
    archive.write(totalCost)
    archive.write(contribution)
    archive.write(participants)
    archive.write(page)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    guard try reader.number() == Precedent.archiveVersion else { throw ByteFault() }
    self.init(id: try reader.text())
    acronym = try reader.value()
    titles = try reader.value()
    topics = try reader.value()
    calls = try reader.value()
    programme = try reader.value()
    scheme = try reader.value()
    start = try reader.value()
    end = try reader.value()
    totalCost = try reader.value()
    contribution = try reader.value()
    participants = try reader.value()
    page = try reader.value()
  }
}

extension Precedent.Participant: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(name)
    archive.write(country?.code)
    archive.write(town)
    archive.write(raw: role)
    archive.write(kind?.rawValue)
    archive.write(isSmall)
    archive.write(hasLeft)
    archive.write(contribution)
    archive.write(netContribution)
    archive.write(totalCost)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    let name = try reader.text()
    let country: String? = try reader.value()
    let town: String? = try reader.value()
    self.init(name: name, role: try reader.raw())
    self.country = country.flatMap { Country($0) }
    self.town = town
    kind = try reader.optionalRaw()
    isSmall = try reader.value()
    hasLeft = try reader.value()
    contribution = try reader.value()
    netContribution = try reader.value()
    totalCost = try reader.value()
  }
}
