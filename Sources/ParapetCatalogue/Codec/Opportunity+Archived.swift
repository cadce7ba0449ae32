import ParapetModel

extension Opportunity: Archived {
  /// The form of the bytes; a change of any type written here needs the next number, and the next form of the
  /// catalogue (`Schema.form`). Whether a source still has it is no part of the record.
  static let archiveVersion: UInt64 = 4
  /// The same with what few records state, after all else; what states none of it is in the form that it had.
  static let longArchiveVersion: UInt64 = 5

  func write(to archive: inout ByteWriter) {
    archive.write(statesRareMoney ? Opportunity.longArchiveVersion : Opportunity.archiveVersion)
    archive.write(raw: level)
    archive.write(identifier)
    archive.write(reference)
    archive.write(otherIdentifiers)
    archive.write(programme)
    archive.write(partOf)
    archive.write(appliesTo)
    archive.write(titles)
    archive.write(descriptions)
    archive.write(legalBases)
    archive.write(management?.rawValue)
    archive.write(period)
    archive.write(applyAt)
    archive.write(statedStatus?.rawValue)
    archive.write(statedStatusCode)
    archive.write(publicationDate)
    archive.write(openingDate)
    archive.write(deadlineModel?.rawValue)
    archive.write(deadlines)
    archive.write(funding)
    archive.write(costRules)
    archive.write(typesOfAction)
    archive.write(requirements)
    archive.write(conditions)
    archive.write(cadence)
    archive.write(keywords)
    archive.write(documents)
    archive.write(landingPage)
    archive.write(notStated.sorted())
    archive.write(lastModified)
    archive.write(origin)
    archive.write(isProposal)
    archive.write(divisions)
    guard statesRareMoney else { return }
    archive.write(funding.lumpSums)
    archive.write(funding.rates.map(\.usual))
    archive.write(costRules.simplifiedUpTo)
  }

  /// Whether it states what few records do.
  private var statesRareMoney: Bool {
    funding.lumpSums != nil || costRules.simplifiedUpTo != nil || funding.rates.contains { $0.usual != nil }
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    let version = try reader.number()
    guard version == Opportunity.archiveVersion || version == Opportunity.longArchiveVersion else {
      throw ByteFault()
    }
    let level = try reader.raw(Level.self)
    self.init(level: level, identifier: try reader.text(), origin: .feed(""))
    reference = try reader.value()
    otherIdentifiers = try reader.value()
    programme = try reader.value()
    partOf = try reader.value()
    appliesTo = try reader.value()
    titles = try reader.value()
    descriptions = try reader.value()
    legalBases = try reader.value()
    management = try reader.optionalRaw()
    period = try reader.value()
    applyAt = try reader.value()
    statedStatus = try reader.optionalRaw()
    statedStatusCode = try reader.value()
    publicationDate = try reader.value()
    openingDate = try reader.value()
    deadlineModel = try reader.optionalRaw()
    deadlines = try reader.value()
    funding = try reader.value()
    costRules = try reader.value()
    typesOfAction = try reader.value()
    requirements = try reader.value()
    conditions = try reader.value()
    cadence = try reader.value()
    keywords = try reader.value()
    documents = try reader.value()
    landingPage = try reader.value()
    notStated = Set(try reader.value([String].self))
    lastModified = try reader.value()
    origin = try reader.value()
    isProposal = try reader.value()
    divisions = try reader.value()
    guard version == Opportunity.longArchiveVersion else { return }
    funding.lumpSums = try reader.value()
    let usual: [Cited<Rate>?] = try reader.value()
    guard usual.count == funding.rates.count else { throw ByteFault() }
    for (number, rate) in usual.enumerated() { funding.rates[number].usual = rate }
    costRules.simplifiedUpTo = try reader.value()
  }
}

extension Opportunity.Origin: Archived {
  func write(to archive: inout ByteWriter) {
    switch self {
    case .curated(let place):
      archive.write(true)
      archive.write(place)
    case .feed(let dialect):
      archive.write(false)
      archive.write(dialect)
    }
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self = try reader.value(Bool.self) ? .curated(try reader.value()) : .feed(try reader.text())
  }
}

extension Diagnostic.Place: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(file)
    archive.write(line)
    archive.write(column)
    archive.write(path)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(
      file: try reader.text(), line: try reader.value(), column: try reader.value(), path: try reader.value())
  }
}

extension Identifier: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(scheme)
    archive.write(value)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(scheme: try reader.text(), value: try reader.text())
  }
}

extension LocalizedText: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(text)
    archive.write(language)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(try reader.text(), language: try reader.text())
  }
}

extension Coded: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(code)
    archive.write(vocabulary)
    archive.write(label)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(code: try reader.text(), vocabulary: try reader.value(), label: try reader.value())
  }
}

extension PartOf: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(raw: level)
    archive.write(ref)
    archive.write(titles)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(level: try reader.raw(), ref: try reader.value(), titles: try reader.value())
  }
}

extension Scope: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(programme)
    archive.write(identifierPrefix)
    archive.write(typeOfAction)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(
      programme: try reader.value(), identifierPrefix: try reader.value(), typeOfAction: try reader.value())
  }
}

extension LegalBasis: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(celex)
    archive.write(label)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(celex: try reader.text(), label: try reader.text())
  }
}

extension Period: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(from)
    archive.write(to)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    guard let period = Period(from: try reader.value(), to: try reader.value()) else { throw ByteFault() }
    self = period
  }
}

extension DocumentLink: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(url)
    archive.write(format)
    archive.write(titles)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(url: try reader.text(), format: try reader.value(), titles: try reader.value())
  }
}

extension Deadline: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(day)
    archive.write(time)
    archive.write(stage)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(day: try reader.value(), time: try reader.value(), stage: try reader.value())
  }
}

extension Condition: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(id)
    archive.write(texts)
    archive.write(citation)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(id: try reader.text(), texts: try reader.value(), citation: try reader.value())
  }
}
