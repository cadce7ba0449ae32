import ParapetModel

extension DataFolder {
  func readFrame(of file: DataFile, into data: inout FundingData) {
    var reader = SecurityFrameReader(file: file.name)
    file.read(&reader)
    reader.finish()
    data.frame = reader.frame
    data.diagnostics += reader.findings.diagnostics
    data.checkMeasures(reader.measures)
  }

  func readGoodPractices(of file: DataFile, into data: inout FundingData) {
    var reader = GoodPracticeReader(file: file.name)
    file.read(&reader)
    data.diagnostics += reader.findings.diagnostics
    data.checkMeasures(reader.measures)
    for practice in reader.practices {
      if data.goodPractices.contains(where: { $0.id == practice.id }) {
        data.diagnostics.append(.doubledPractice(practice.id, file.name))
      } else {
        data.goodPractices.append(practice)
      }
    }
  }
}

extension FundingData {
  /// Says which measures are none.
  fileprivate mutating func checkMeasures(_ named: [(code: String, place: Diagnostic.Place)]) {
    let codes = Set(measures.measures.map(\.code))
    guard !codes.isEmpty else { return }
    for (code, place) in named where !codes.contains(code) {
      diagnostics.append(
        Diagnostic(
          .error, id: "unknown-measure", at: place,
          Message(en: "there is no measure '\(code)'", fr: "il n’y a pas de mesure « \(code) »"),
          suggestion: Diagnostic.nearest(to: code, among: codes.sorted()).map { .didYouMean($0) }))
    }
  }
}

extension Diagnostic {
  fileprivate static func doubledPractice(_ id: String, _ file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "duplicate-id", at: Place(file: file),
      Message(
        en: "the practice '\(id)' stands in another file too",
        fr: "la pratique « \(id) » figure aussi dans un autre fichier"))
  }
}
