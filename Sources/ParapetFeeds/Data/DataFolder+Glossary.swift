import Foundation
public import ParapetModel

extension DataFolder {
  /// Reads the glossary and what it is weighed by; only commands that hold texts against one another need it.
  ///
  /// A folder may do without: an item then finds its own words and its measures' terms, all of one weight.
  ///
  /// - Parameters:
  ///   - weights: a file of weights to be used instead of the folder's own.
  ///   - works: forms of work, whose concepts must be in it.
  public func readGlossary(
    weights: String? = nil, naming works: [WorkDemand] = []
  ) throws(DataFolderError) -> (glossary: Glossary, diagnostics: [Diagnostic]) {
    var glossary = Glossary()
    var diagnostics: [Diagnostic] = []
    if let concepts = try file("glossary/concepts.xml") {
      diagnostics += try readConcepts(of: concepts, into: &glossary)
    }
    let known = glossary.concepts.map(\.id)
    for work in works {
      for name in work.concepts + work.refused where !known.contains(name) {
        diagnostics.append(.unknownConcept(name, ofWork: work.form, known: known))
      }
    }
    if let file = try file("glossary/frequencies.xml") {
      var reader = FrequenciesReader(file: file.name)
      file.read(&reader)
      diagnostics += reader.findings.diagnostics
      glossary.frequencies = reader.frequencies
    }
    if let file = try file("glossary/directions.xml") {
      var reader = DirectionsReader(file: file.name)
      file.read(&reader)
      diagnostics += reader.findings.diagnostics
      glossary.directions = reader.directions
    }
    let chosen: DataFile?
    if let weights { chosen = try DataFile(path: weights) } else { chosen = try file("weights.xml") }
    if let file = chosen {
      var reader = WeightsReader(file: file.name)
      file.read(&reader)
      diagnostics += reader.findings.diagnostics
      for name in reader.missing { diagnostics.append(.missingWeight(name, in: file.name)) }
      glossary.weights = reader.weights
    }
    return (glossary, diagnostics)
  }

  private func readConcepts(
    of concepts: DataFile, into glossary: inout Glossary
  ) throws(DataFolderError) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var reader = ConceptsReader(file: concepts.name)
    concepts.read(&reader)
    diagnostics += reader.findings.diagnostics
    let known = reader.concepts.map(\.id)
    glossary.concepts = reader.concepts.map { concept in
      var concept = concept
      for name in concept.broader where !known.contains(name) {
        diagnostics.append(.unknownConcept(name, under: concept.id, in: concepts.name, known: known))
      }
      concept.broader = concept.broader.filter(known.contains)
      return concept
    }
    let names = Set(known)
    for file in try files(in: "glossary") where !DataFolder.isNoLanguage(file.name) {
      var reader = WordingReader(file: file.name, concepts: names)
      file.read(&reader)
      diagnostics += reader.findings.diagnostics
      guard let wording = reader.wording else { continue }
      glossary.languages.append(wording)
      guard Language(rawValue: wording.language) != nil else { continue }
      for concept in known where wording.terms[concept] == nil {
        diagnostics.append(.missingTerm(of: concept, in: file.name))
      }
    }
    glossary.languages = DataFolder.inOrder(glossary.languages)
    return diagnostics
  }

  /// Reads of each language of the glossary the words alone by which a text tells its language; what is wrong in the files is
  /// told where the glossary is read.
  public func readFunctionWords() throws(DataFolderError) -> [Glossary.Wording] {
    var found: [Glossary.Wording] = []
    for file in try files(in: "glossary") where !DataFolder.isNoLanguage(file.name) {
      var reader = WordingReader(file: file.name, concepts: nil)
      file.read(&reader)
      if let wording = reader.wording { found.append(wording) }
    }
    return DataFolder.inOrder(found)
  }

  /// Sources write English first; the other languages follow by name.
  private static func inOrder(_ wordings: [Glossary.Wording]) -> [Glossary.Wording] {
    wordings.sorted {
      ($0.language == "en" ? "" : $0.language) < ($1.language == "en" ? "" : $1.language)
    }
  }

  private static func isNoLanguage(_ name: String) -> Bool {
    ["/concepts.xml", "/frequencies.xml", "/directions.xml"].contains { name.hasSuffix($0) }
  }
}

extension Diagnostic {
  fileprivate static func unknownConcept(
    _ name: String, under concept: String, in file: String, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-reference", at: Place(file: file),
      Message("the concept '\(concept)' falls under '\(name)', which is no concept"),
      suggestion: nearest(to: name, among: known).map { .didYouMean($0) })
  }

  fileprivate static func unknownConcept(
    _ name: String, ofWork form: String, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-reference", at: Place(file: "practice.xml"),
      Message("the work '\(form)' names '\(name)', which is no concept"),
      suggestion: nearest(to: name, among: known).map { .didYouMean($0) })
  }

  fileprivate static func missingTerm(of concept: String, in file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "missing-text", at: Place(file: file),
      Message("the concept '\(concept)' has no term in this language"))
  }

  fileprivate static func missingWeight(_ name: RelevanceWeights.Name, in file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "missing-weight", at: Place(file: file), Message("there is no weight '\(name.rawValue)'"))
  }
}
