import ParapetModel
import Testing

@testable import ParapetFeeds

private func file(_ root: String, _ attributes: String, _ content: String) -> String {
  "<\(root) xmlns=\"urn:parapet:funding:1\" version=\"1\" \(attributes)>\(content)</\(root)>"
}

private let concepts = file(
  "concepts", "",
  "<concept id=\"flood\" kind=\"threat\" broader=\"disaster\"/><concept id=\"disaster\" kind=\"threat\"/>")

private func wording(_ language: String, _ content: String) -> String {
  file("glossary", "xml:lang=\"\(language)\"", content)
}

private let both =
  "<concept ref=\"flood\">flood; flash flood</concept><concept ref=\"disaster\">disaster</concept>"

/// The glossary of a folder with these files.
private func glossary(
  _ files: [String: String]
) throws -> (glossary: Glossary, diagnostics: [Diagnostic]) {
  let folder = try TemporaryFolder()
  for (name, text) in files { try folder.write(name, text) }
  return try DataFolder(path: folder.path).readGlossary()
}

@Suite("Glossary files")
struct GlossaryTests {
  @Test("concepts, words by language, frequencies and weights are read; English comes first")
  func whole() throws {
    let weights = RelevanceWeights.Name.allCases.map { "<weight name=\"\($0.rawValue)\" value=\"0.25\"/>" }
    let (read, diagnostics) = try glossary([
      "glossary/concepts.xml": concepts,
      "glossary/de.xml": wording("de", "<concept ref=\"flood\">Flut</concept>"),
      "glossary/en.xml": wording(
        "en", "<functionWords>the of</functionWords><commonWords>call</commonWords>" + both),
      "glossary/frequencies.xml": file(
        "frequencies", "documents=\"10\" xml:lang=\"en\"",
        "<field name=\"title\" length=\"850\"/><words count=\"3\">alarm siren</words><concepts count=\"2\">flood</concepts>"
      ),
      "weights.xml": file("weights", "", weights.joined()),
    ])
    #expect(diagnostics == [])
    #expect(read.concepts.map(\.broader) == [["disaster"], []])
    #expect(read.languages.map(\.language) == ["en", "de"])
    #expect(read.languages[0].terms["flood"] == ["flood", "flash flood"])
    #expect(read.languages[0].functionWords == ["the", "of"])
    #expect(read.frequencies?.documents == 10)
    #expect(read.frequencies?.words == [WordFrequencies.Group(count: 3, words: "alarm siren")])
    #expect(read.frequencies?.lengths == ["title": 850])
    #expect(read.weights[.coverage] == 0.25)
  }

  @Test("the function words alone are those of the whole glossary, in its order")
  func functionWords() throws {
    let folder = try TemporaryFolder()
    try folder.write("glossary/concepts.xml", concepts)
    try folder.write(
      "glossary/de.xml",
      wording("de", "<functionWords>der die</functionWords><commonWords>ruf</commonWords>" + both))
    try folder.write("glossary/en.xml", wording("en", "<functionWords>the of</functionWords>" + both))
    let data = DataFolder(path: folder.path)
    let (whole, alone) = (try data.readGlossary().glossary.languages, try data.readFunctionWords())
    #expect(alone.map(\.language) == ["en", "de"] && alone.map(\.language) == whole.map(\.language))
    #expect(alone.map(\.functionWords) == whole.map(\.functionWords))
    #expect(alone.allSatisfy { $0.terms.isEmpty && $0.commonWords.isEmpty })
  }

  @Test("a folder without a glossary is read as it is, and nothing is wrong with it")
  func none() throws {
    let (read, diagnostics) = try glossary(["measures.xml": "<x/>"])
    #expect(read == Glossary())
    #expect(diagnostics == [])
  }

  @Test(
    "what is wrong in a file is told at its place and costs only itself",
    arguments: [
      ("<concept ref=\"flod\">x</concept>" + both, ["unknown-reference"]),
      ("<concept ref=\"flood\">a</concept>" + both, ["duplicate-id"]),
      ("<concept ref=\"flood\">a; a</concept><concept ref=\"disaster\">b</concept>", ["duplicate-id"]),
      ("<concept ref=\"flood\"> ; </concept><concept ref=\"disaster\">b</concept>", ["missing-text"]),
      ("<concept ref=\"flood\">a</concept>", ["missing-text"]),
      ("<term>x</term>" + both, ["unknown-element"]),
      ("<concept>x</concept>" + both, ["missing-attribute"]),
    ])
  func faults(content: String, ids: [String]) throws {
    let (_, diagnostics) = try glossary([
      "glossary/concepts.xml": concepts, "glossary/en.xml": wording("en", content),
    ])
    #expect(diagnostics.map(\.id) == ids)
  }

  @Test("a concept that falls under none that is there is told, and keeps its other words")
  func unknownBroader() throws {
    let (read, diagnostics) = try glossary([
      "glossary/concepts.xml": file(
        "concepts", "",
        "<concept id=\"flood\" kind=\"threat\" broader=\"disastre disaster\"/><concept id=\"disaster\" kind=\"threat\"/>"
      )
    ])
    #expect(diagnostics.map(\.id) == ["unknown-reference"])
    #expect(diagnostics.first?.suggestion == "did you mean 'disaster'?")
    #expect(read.concepts[0].broader == ["disaster"])
  }

  @Test(
    "a weight is a plain decimal, and each is there once",
    arguments: ["-1", "1e3", "1,5", ".5", "5.", "", "nan", "1234567", "0.1234567"])
  func weights(value: String) throws {
    let others = RelevanceWeights.Name.allCases.dropFirst().map {
      "<weight name=\"\($0.rawValue)\" value=\"1\"/>"
    }
    let (_, diagnostics) = try glossary([
      "weights.xml": file(
        "weights", "", "<weight name=\"field-title\" value=\"\(value)\"/>" + others.joined())
    ])
    #expect(diagnostics.count == 2)
    #expect(diagnostics.last?.id == "missing-weight")
  }

  @Test("a language tells its endings, its false friends and whether it writes words together")
  func forms() throws {
    let (read, diagnostics) = try glossary([
      "glossary/concepts.xml": concepts,
      "glossary/de.xml": file(
        "glossary", "xml:lang=\"de\" compounds=\"true\"",
        "<endings>ungen=ung isch=ic e=</endings><falseFriends>gift</falseFriends>"
          + "<concept ref=\"flood\">Flut</concept>"),
    ])
    #expect(diagnostics == [])
    let wording = try #require(read.languages.first)
    #expect(wording.endings.map(\.letters) == ["ungen", "isch", "e"])
    #expect(wording.endings.map(\.replacement) == ["ung", "ic", ""])
    #expect(wording.falseFriends == ["gift"])
    #expect(wording.hasCompounds)
  }

  @Test(
    "an ending that is none is told, and the others are kept",
    arguments: ["ungen", "=ung", "ungen=ung=n", "Ungen=ung", "ü=u"])
  func brokenEnding(entry: String) throws {
    let (read, diagnostics) = try glossary([
      "glossary/concepts.xml": concepts,
      "glossary/de.xml": wording("de", "<endings>\(entry) e=</endings>"),
    ])
    #expect(diagnostics.map(\.id) == ["unknown-value"])
    #expect(read.languages.first?.endings.map(\.letters) == ["e"])
  }

  @Test("directions are read, one character a component")
  func directions() throws {
    let (read, diagnostics) = try glossary([
      "glossary/directions.xml": file(
        "directions", "components=\"4\" xml:lang=\"en\"",
        "<word stem=\"alarm\" step=\"250\">0V-a</word><concept ref=\"flood\" step=\"7\">0V9A</concept>")
    ])
    #expect(diagnostics == [])
    #expect(read.directions?.size == 4)
    #expect(
      read.directions?.words == [.init(term: "alarm", step: 250, components: [-31, 0, 31, 5])])
    #expect(read.directions?.concepts == [.init(term: "flood", step: 7, components: [-31, 0, -22, -21])])
  }

  @Test(
    "a direction that is too short, has another character or no step is told and left out",
    arguments: [
      ("<word stem=\"a\" step=\"1\">000</word>", "unknown-value"),
      ("<word stem=\"a\" step=\"1\">00+0</word>", "unknown-value"),
      ("<word stem=\"a\">0000</word>", "missing-attribute"),
      ("<word step=\"1\">0000</word>", "missing-attribute"),
      ("<stem>0000</stem>", "unknown-element"),
    ])
  func brokenDirection(content: String, id: String) throws {
    let (read, diagnostics) = try glossary([
      "glossary/directions.xml": file("directions", "components=\"4\" xml:lang=\"en\"", content)
    ])
    #expect(diagnostics.map(\.id) == [id])
    #expect(read.directions?.words == [])
  }

  @Test("directions of too many components are refused")
  func wideDirections() throws {
    let (read, diagnostics) = try glossary([
      "glossary/directions.xml": file("directions", "components=\"257\" xml:lang=\"en\"", "")
    ])
    #expect(diagnostics.map(\.id) == ["unknown-value"])
    #expect(read.directions == nil)
  }
}
