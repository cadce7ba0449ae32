import ParapetModel

extension Citation: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(raw: grade)
    archive.write(source)
    archive.write(why)
    archive.write(validFrom)
    archive.write(validTo)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(
      grade: try reader.raw(), source: try reader.text(), why: try reader.value(),
      validFrom: try reader.value(), validTo: try reader.value())
  }
}

extension Cited: Archived where Value: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(value)
    archive.write(citation)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(try reader.value(), try reader.value())
  }
}

extension Funding: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(currency)
    archive.write(available)
    archive.write(minimumGrant)
    archive.write(maximumGrant)
    archive.write(expectedGrants)
    archive.write(rates)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init()
    currency = try reader.value()
    available = try reader.value()
    minimumGrant = try reader.value()
    maximumGrant = try reader.value()
    expectedGrants = try reader.value()
    rates = try reader.value()
  }
}

extension LumpSums: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(raw: selector)
    archive.write(steps)
    archive.write(isWhole)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    let selector: Selector = try reader.raw()
    let steps: [Step] = try reader.value()
    guard let table = LumpSums(by: selector, steps: steps, isWhole: try reader.value()) else {
      throw ByteFault()
    }
    self = table
  }
}

extension LumpSums.Step: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(amount)
    archive.write(from)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(try reader.value(), from: try reader.value())
  }
}

extension AvailableAmount: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(amount)
    archive.write(year)
    archive.write(scope?.rawValue)
    archive.write(citation)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(
      amount: try reader.value(), year: try reader.value(), scope: try reader.optionalRaw(),
      citation: try reader.value())
  }
}

extension FundingRate: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(id)
    archive.write(maximum)
    archive.write(citation)
    archive.write(applicant?.rawValue)
    archive.write(regionCategory?.rawValue)
    archive.write(regionCategory2014?.rawValue)
    archive.write(gdpBelowAverage)
    archive.write(cap?.rawValue)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(id: try reader.text(), maximum: try reader.value(), citation: try reader.value())
    applicant = try reader.optionalRaw()
    regionCategory = try reader.optionalRaw()
    regionCategory2014 = try reader.optionalRaw()
    gdpBelowAverage = try reader.value()
    cap = try reader.optionalRaw()
  }
}

extension CostRules: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(form)
    archive.write(vat)
    archive.write(indirect)
    archive.write(equipment)
    archive.write(works)
    archive.write(rounding)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init()
    form = try reader.value()
    vat = try reader.value()
    indirect = try reader.value()
    equipment = try reader.value()
    works = try reader.value()
    rounding = try reader.value()
  }
}

extension IndirectRule: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(rate)
    archive.write(raw: base)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(rate: try reader.value(), base: try reader.raw())
  }
}

extension GrantForm: Archived {}
extension VATRule: Archived {}
extension EquipmentRule: Archived {}
extension WorksRule: Archived {}
extension Rounding: Archived {}

extension Archived where Self: RawRepresentable, RawValue == String {
  func write(to archive: inout ByteWriter) { archive.write(rawValue) }

  init(from reader: inout ByteReader) throws(ByteFault) { self = try reader.raw() }
}

extension Requirement: Archived {
  func write(to archive: inout ByteWriter) {
    switch self {
    case .all(let parts):
      archive.write(UInt64(0))
      archive.write(parts)
    case .any(let parts):
      archive.write(UInt64(1))
      archive.write(parts)
    case .not(let part):
      archive.write(UInt64(2))
      archive.write(part)
    case .criterion(let criterion):
      archive.write(UInt64(3))
      archive.write(criterion)
    }
  }

  /// The reader of XML bounds the depth of what is stored; damaged bytes could nest deeper, so this bounds it
  /// again.
  init(from reader: inout ByteReader) throws(ByteFault) {
    try reader.enter()
    defer { reader.leave() }
    switch try reader.number() {
    case 0: self = .all(try reader.value())
    case 1: self = .any(try reader.value())
    case 2: self = .not(try reader.value())
    case 3: self = .criterion(try reader.value())
    default: throw ByteFault()
    }
  }
}

extension Criterion: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(id)
    archive.write(kind)
    archive.write(parameters)
    archive.write(citation)
    archive.write(overrides)
    archive.write(examples)
    archive.write(place)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(
      id: try reader.text(), kind: try reader.text(), parameters: try reader.value(),
      citation: try reader.value(), overrides: try reader.value(), examples: try reader.value(),
      place: try reader.value())
  }
}

extension Criterion.Parameter: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(name)
    archive.write(attributes)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(try reader.text(), try reader.value())
  }
}

extension Criterion.Example: Archived {
  func write(to archive: inout ByteWriter) {
    archive.write(raw: outcome)
    archive.write(facts)
    archive.write(place)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    self.init(outcome: try reader.raw(), facts: try reader.value(), place: try reader.value())
  }
}
