import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

private let measures = """
  <measures xmlns="urn:parapet:funding:1" version="1">
    <commitment number="1" by="measures"/><commitment number="2" by="city"/>
    <measure code="barriers" component="protection"><serves commitment="1"/><costHeading category="W"/></measure>
  </measures>
  """

private func words(_ language: String, _ content: String) -> String {
  "<words xmlns=\"urn:parapet:funding:1\" version=\"1\" xml:lang=\"\(language)\">\(content)</words>"
}

private func instrument(_ id: String, _ content: String = "") -> String {
  "<opportunity level=\"instrument\" id=\"\(id)\">\(content)</opportunity>"
}

private let title = "<title xml:lang=\"en\">A fund</title>"

private func criterion(_ attributes: String = "id=\"c\"", _ content: String) -> String {
  """
  <requirements><criterion \(attributes) kind="measure" grade="law" source="CELEX:32021R1149 Art. 1" \
  validFrom="2021-01-01">\(content)<example outcome="met"/><example outcome="unmet"/><example outcome="undecided"/>\
  </criterion></requirements>
  """
}

/// The data of a folder with a taxonomy and these files.
private func data(_ files: [String: String]) throws -> FundingData {
  let folder = try TemporaryFolder()
  try folder.write("measures.xml", measures)
  for (name, text) in files { try folder.write(name, text) }
  return try DataFolder(path: folder.path).read()
}

@Test("instruments, calls, measures and words are read from their folders in order of name")
func folderIsRead() throws {
  let data = try data([
    "instruments/b.xml": document(instrument("B", title)),
    "instruments/a.xml": document(instrument("A", title)),
    "calls/c.xml": document(topic("C")), "instruments/notes.txt": "x",
    "words/fr.xml": words("fr", "<country code=\"GR\">Grèce</country><text ref=\"A/title\">Un fonds</text>"),
  ])
  #expect(data.diagnostics == [])
  #expect(data.instruments.map(\.identifier) == ["A", "B"])
  #expect(data.calls.map(\.identifier) == ["C"])
  #expect(data.measures.measures.map(\.costHeadings) == [[.works]])
  #expect(data.vocabularies[.french]?.countries == ["EL": "Grèce"])
  #expect(data.vocabularies[.french]?.texts["A/title"] == "Un fonds")
}

@Test("a folder that is not there is a typed error")
func missingFolder() {
  #expect(throws: DataFolderError.notFound("/nowhere/data")) { try DataFolder(path: "/nowhere/data/").read() }
}

@Test("an empty folder says what it lacks")
func emptyFolder() throws {
  let folder = try TemporaryFolder()
  #expect(try DataFolder(path: folder.path).read().diagnostics.map(\.id) == ["missing-file", "missing-file"])
}

@Test("one bad file leaves the others alone")
func badFile() throws {
  let data = try data([
    "instruments/a.xml": document(instrument("A", title)), "instruments/b.xml": "<fundingOpportunities",
    "instruments/c.xml": "",
  ])
  #expect(data.instruments.count == 1)
  #expect(data.diagnostics.map(\.id) == ["truncated-xml", "empty-file"])
}

@Test("our own statements need their citations")
func dataIsCited() throws {
  let rule = "<costRules><vat rule=\"never\"/></costRules>"
  let data = try data(["instruments/a.xml": document(instrument("A", title + rule))])
  #expect(data.instruments.isEmpty)
  #expect(data.diagnostics.first?.id == "missing-grade")
}

@Test("of two opportunities of one identifier the first stays")
func doubles() throws {
  let data = try data([
    "instruments/a.xml": document(instrument("A", title)),
    "instruments/b.xml": document(instrument("A", title)),
  ])
  #expect(data.instruments.count == 1)
  #expect(data.diagnostics.map(\.id) == ["duplicate-identifier"])
  #expect(data.diagnostics.first?.place.file.hasSuffix("b.xml") == true)
}

@Test("a link to nothing names what was meant")
func unknownReference() throws {
  let data = try data([
    "instruments/a.xml": document(
      instrument("HORIZON", title) + instrument("B", "<partOf level=\"instrument\" ref=\"HORIZN\"/>" + title))
  ])
  #expect(data.diagnostics.map(\.id) == ["unknown-reference"])
  #expect(data.diagnostics.first?.suggestion == "did you mean 'HORIZON'?")
}

@Test("links that run in a circle are cut")
func circle() throws {
  func part(_ id: String, of other: String) -> String {
    instrument(id, "<partOf level=\"instrument\" ref=\"\(other)\"/>" + title)
  }
  let data = try data([
    "instruments/a.xml": document(part("A", of: "B") + part("B", of: "A") + part("C", of: "A"))
  ])
  #expect(data.diagnostics.map(\.id) == ["circular-reference", "circular-reference"])
  #expect(data.instruments.map(\.partOf.count) == [0, 0, 1])
}

@Test("a criterion replaces only what it inherits")
func unknownOverride() throws {
  let wide = instrument("A", title + criterion("id=\"a-measure\"", "<include measure=\"barriers\"/>"))
  func narrow(_ replaced: String) -> String {
    instrument(
      "B",
      "<partOf level=\"instrument\" ref=\"A\"/>" + title
        + criterion("id=\"b\" overrides=\"\(replaced)\"", "<exclude measure=\"barriers\"/>"))
  }
  #expect(try data(["instruments/a.xml": document(wide + narrow("a-measure"))]).diagnostics == [])
  let wrong = try data(["instruments/a.xml": document(wide + narrow("a-mesure"))])
  #expect(wrong.diagnostics.map(\.id) == ["unknown-override"])
  #expect(wrong.diagnostics.first?.suggestion == "did you mean 'a-measure'?")
}

@Test(
  "codes inside criteria are of their lists",
  arguments: [
    ("unknown-measure", "<include measure=\"bariers\"/>"),
    ("unknown-country", "<include country=\"France\"/>"),
    ("unknown-applicant", "<include applicant=\"city\"/>"),
    ("unknown-measure", "<example outcome=\"met\" measures=\"barriers|bariers\"/>"),
    ("unknown-country", "<example outcome=\"met\" country=\"fr\"/>"),
    ("unknown-applicant", "<example outcome=\"met\" applicant=\"city\"/>"),
  ])
func unknownCodes(id: String, content: String) throws {
  let data = try data(["instruments/a.xml": document(instrument("A", title + criterion("id=\"c\"", content)))]
  )
  #expect(data.diagnostics.map(\.id) == [id])
}

@Test(
  "the taxonomy refuses doubles, unknown words and commitments that are not there",
  arguments: [
    ("duplicate-id", "<commitment number=\"1\" by=\"city\"/>"),
    ("unknown-value", "<commitment number=\"3\" by=\"state\"/>"),
    (
      "unknown-commitment",
      "<measure code=\"x\" component=\"protection\"><serves commitment=\"9\"/></measure>"
    ),
    ("unknown-value", "<measure code=\"x\" component=\"protection\"><costHeading category=\"Z\"/></measure>"),
    ("duplicate-id", "<measure code=\"barriers\" component=\"protection\"/>"),
    ("unknown-element", "<mesure/>"),
  ])
func wrongTaxonomy(id: String, content: String) throws {
  let text = measures.replacing("</measures>", with: content + "</measures>")
  let data = try data(["measures.xml": text, "instruments/a.xml": document(instrument("A", title))])
  #expect(data.diagnostics.map(\.id) == [id])
}

@Test(
  "words are of codes that exist, and one for each",
  arguments: [
    ("unknown-country", "<country code=\"fr\">France</country>"),
    ("unknown-value", "<applicant class=\"city\">ville</applicant>"),
    ("unknown-value", "<category code=\"Z\">x</category>"), ("missing-text", "<country code=\"FR\"/>"),
    ("duplicate-id", "<country code=\"EL\">Grèce</country><country code=\"GR\">Grèce</country>"),
    ("unknown-measure", "<measure code=\"bariers\"><name>x</name></measure>"),
    ("missing-text", "<measure code=\"barriers\"/>"),
    ("unknown-reference", "<text ref=\"A/titel\">Un fonds</text>"),
    ("unknown-element", "<contry code=\"FR\">France</contry>"),
  ])
func wrongWords(id: String, content: String) throws {
  let data = try data([
    "words/fr.xml": words("fr", content), "instruments/a.xml": document(instrument("A", title)),
  ])
  #expect(data.diagnostics.map(\.id) == [id])
}

@Test("words of a language that is not ours are refused")
func foreignWords() throws {
  let data = try data([
    "words/xx.xml": words("xx", ""), "instruments/a.xml": document(instrument("A", title)),
  ])
  #expect(data.diagnostics.map(\.id) == ["unknown-language"])
  #expect(data.vocabularies.isEmpty)
}

@Test("what has no word in a language is listed by its reference")
func missingWords() throws {
  let more = "<title xml:lang=\"fr\">Un fonds</title><keyword xml:lang=\"en\">square</keyword>"
  let data = try data([
    "instruments/a.xml": document(
      instrument("A", title + "<description>x</description>") + instrument("B", title + more)),
    "words/en.xml": words("en", "<country code=\"FR\">France</country>"),
    "words/fr.xml": words(
      "fr", "<text ref=\"A/description\">x</text><measure code=\"barriers\"><name>borne</name></measure>"),
  ])
  let missing = data.missingTranslations(for: .french).filter {
    !$0.hasPrefix("applicant/") && !$0.hasPrefix("category/")
  }
  #expect(
    missing == [
      "A/title", "B/keyword", "commitment/1", "commitment/2", "country/FR", "measure/barriers/term",
    ])
}

@Test("the package's own data is without a finding and complete in every language")
func ownData() throws {
  guard FileManager.default.fileExists(atPath: dataFolder + "measures.xml") else { return }
  let data = try DataFolder(path: dataFolder).read()
  #expect(data.diagnostics == [])
  #expect(!data.instruments.isEmpty && !data.calls.isEmpty)
  for language in Language.allCases { #expect(data.missingTranslations(for: language) == []) }
}
