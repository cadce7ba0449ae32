import Foundation
import ParapetModel

/// The folder of our own facts: `measures.xml`, `words/`, `instruments/`, `calls/`, `rates/`.
public struct DataFolder: Sendable {
  /// Where it is, as the person named it.
  public let path: String

  /// The folder at a path.
  public init(path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// Reads the measures and the words of every language alone: all that an answer needs which judges nothing.
  public func readWords() throws(DataFolderError) -> FundingData {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { throw .notFound(path) }
    var data = FundingData()
    if let file = try file("measures.xml") {
      var reader = MeasuresReader(file: file.name)
      file.read(&reader)
      data.measures = reader.catalogue
      data.diagnostics += reader.findings.diagnostics
    } else {
      data.diagnostics.append(.missing("measures.xml", in: path))
    }
    for file in try files(in: "words") {
      var reader = WordsReader(file: file.name)
      file.read(&reader)
      data.diagnostics += reader.findings.diagnostics
      if let vocabulary = reader.vocabulary { data.vocabularies[vocabulary.language] = vocabulary }
    }
    return data
  }

  /// Reads everything in it; what is wrong inside the files is among the diagnostics.
  public func read() throws(DataFolderError) -> FundingData {
    var data = try readWords()
    for folder in ["instruments", "calls", "proposals"] {
      for file in try files(in: folder) {
        readOpportunities(of: file, areProposals: folder == "proposals", into: &data)
      }
    }
    for file in try files(in: "rates") {
      let (rates, diagnostics) = RatesFile.readXML(Array(file.bytes), file.name)
      data.rates += rates
      data.diagnostics += diagnostics
    }
    if data.opportunities.isEmpty { data.diagnostics.append(.missing("instruments", in: path)) }
    data.removeInconsistencies(in: path)
    if let file = try file("expectations.xml") { readExpectations(of: file, into: &data) }
    if let file = try file("benchmarks.xml") { readBenchmarks(of: file, into: &data) }
    if let file = try file("practice.xml") { readPractice(of: file, into: &data) }
    if let file = try file("national.xml") { readNational(of: file, into: &data) }
    if let file = try file("steps.xml") { readSteps(of: file, into: &data) }
    if let file = try file("authorities.xml") { readAuthorities(of: file, into: &data) }
    if let file = try file("covenant.xml") { readFrame(of: file, into: &data) }
    for file in try files(in: "practices") { readGoodPractices(of: file, into: &data) }
    return data
  }
}

extension DataFolder {
  private func readOpportunities(
    of file: DataFile, areProposals: Bool, into data: inout FundingData
  ) {
    var reader = CanonicalReader(file: file.name, isCurated: true, citationRequired: true)
    func take(_ event: FeedEvent) {
      switch event {
      case .record(let record) where record.opportunity.isProposal != areProposals:
        data.diagnostics.append(.misplaced(record, areProposals: areProposals))
      case .record(let record) where areProposals: data.proposals.append(record.opportunity)
      case .record(let record) where record.opportunity.level.isStanding:
        data.instruments.append(record.opportunity)
      case .record(let record): data.calls.append(record.opportunity)
      case .rejected(let diagnostic), .remark(let diagnostic), .broken(let diagnostic):
        data.diagnostics.append(diagnostic)
      case .precedent, .rates: break
      }
    }
    file.bytes.withUnsafeBytes { reader.push($0, take) }
    reader.finish(take)
  }

  private func readExpectations(of file: DataFile, into data: inout FundingData) {
    var reader = ExpectationsReader(file: file.name)
    file.read(&reader)
    data.diagnostics += reader.findings.diagnostics
    for expected in reader.expectations { data.addExpectation(expected.value, at: expected.place) }
  }

  private func readBenchmarks(of file: DataFile, into data: inout FundingData) {
    var reader = BenchmarksReader(file: file.name)
    file.read(&reader)
    data.diagnostics += reader.findings.diagnostics
    for benchmark in reader.benchmarks { data.addBenchmark(benchmark.value, at: benchmark.place) }
  }

  private func readPractice(of file: DataFile, into data: inout FundingData) {
    var reader = PracticeReader(file: file.name)
    file.read(&reader)
    data.diagnostics += reader.findings.diagnostics
    for name in reader.instruments { data.checkInstrumentOrCall(name.id, at: name.place) }
    data.practice = reader.practice
  }

  private func readNational(of file: DataFile, into data: inout FundingData) {
    var reader = NationalReader(file: file.name)
    file.read(&reader)
    data.diagnostics += reader.findings.diagnostics
    data.national = reader.rules
  }

  private func readSteps(of file: DataFile, into data: inout FundingData) {
    var reader = StepsReader(file: file.name)
    file.read(&reader)
    data.diagnostics += reader.findings.diagnostics
    data.steps = reader.steps
  }

  private func readAuthorities(of file: DataFile, into data: inout FundingData) {
    var reader = AuthoritiesReader(file: file.name)
    file.read(&reader)
    data.diagnostics += reader.findings.diagnostics
    for name in reader.instruments { data.checkInstrument(name.id, at: name.place) }
    data.authorities = reader.book
  }

  func files(in folder: String) throws(DataFolderError) -> [DataFile] {
    let names: [String]
    do {
      let folder = folder == "." ? path : path + "/" + folder
      guard FileManager.default.fileExists(atPath: folder) else { return [] }
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .unreadable(path + "/" + folder)
    }
    var files: [DataFile] = []
    for name in names.sorted() where name.hasSuffix(".xml") && !name.hasPrefix(".") {
      if let file = try file(folder == "." ? name : folder + "/" + name) { files.append(file) }
    }
    return files
  }

  func file(_ name: String) throws(DataFolderError) -> DataFile? {
    let path = path + "/" + name
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try DataFile(path: path)
  }
}

extension Diagnostic {
  fileprivate static func misplaced(_ record: FeedRecord, areProposals: Bool) -> Diagnostic {
    let name = record.opportunity.identifier
    return Diagnostic(
      .error, id: "misplaced-proposal", at: record.place,
      areProposals
        ? Message("'\(name)' stands among the proposals and does not say that it is one; it is left out")
        : Message("'\(name)' is a proposal and stands among what is law; it is left out"),
      suggestion: areProposals
        ? .write("proposal=\"true\"") : Message("move it to the folder 'proposals'"))
  }

  fileprivate static func missing(_ name: String, in path: String) -> Diagnostic {
    Diagnostic(.error, id: "missing-file", at: Place(file: path), Message("the data folder has no '\(name)'"))
  }
}
