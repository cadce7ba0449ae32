import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

/// The package's own `data` folder.
let dataFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "data/").path()

private func violations(_ text: String) throws -> [Diagnostic] {
  let validator = try SchemaValidator(folder: dataFolder + "schema")
  return Array(text.utf8).withUnsafeBytes { validator.validate($0, file: "x.xml") }
}

@Test("every file of the data folder is as the schema wants it")
func dataIsValid() throws {
  let validator = try SchemaValidator(folder: dataFolder + "schema")
  for case let path as String in FileManager.default.enumerator(atPath: dataFolder) ?? .init()
  // Rates stand in the form of the bank that publishes them.
  where path.hasSuffix(".xml") && !path.hasPrefix("rates/") {
    let bytes = try #require(FileManager.default.contents(atPath: dataFolder + path))
    #expect(bytes.withUnsafeBytes { validator.validate($0, file: path) } == [])
  }
}

@Test("a document with everything is valid")
func fullDocumentIsValid() throws {
  let content = """
    <description xml:lang="en" format="html">x</description><deadline stage="1">2026-04-16T17:00:00</deadline>
    <funding currency="EUR"><fundingRate max="67.96" gdpBelowAverage="true"/></funding>
    <requirements><not><criterion id="c" kind="consortium" grade="law" source="CELEX:32021R0695 Art. 22" validFrom="2021-01-01">
    <minimum entities="3" countries="3" memberStates="1"/><example outcome="met" partners="IT:local-authority|DE:research"/>
    </criterion></not></requirements>
    """
  #expect(try violations(document(topic("T", content))) == [])
}

@Test("a violation stands at the start of its element, also where the tag has several lines")
func violationIsPlaced() throws {
  let found = try violations(
    document(
      "é<opportunity level=\"call\" id=\"A\"><title>x</title>\n  é <status\n   sourceCode=\"1\"\n  >opne</status></opportunity>"
    ).replacing("é", with: "<!--é-->"))
  #expect(found.first?.id == "schema-violation")
  #expect(found.first?.place == Diagnostic.Place(file: "x.xml", line: 4, column: 12))
  #expect(found.first?.message.contains("'opne'") == true)
}

@Test(
  "the schema refuses what the reader refuses",
  arguments: [
    "<keywrod>x</keywrod>", "<openingDate>2026-02-30</openingDate>", "<openingDate>2026-01-01Z</openingDate>",
    "<period from=\"2026-01-01\"/>", "<management mode=\"ours\"/>", "<requirements><all/></requirements>",
    "<funding currency=\"EUR\"><minAwardAmount>0</minAwardAmount></funding>",
    "<funding currency=\"EUR\"><minAwardAmount>1.234</minAwardAmount></funding>",
    "<funding currency=\"EUR\"><fundingRate max=\"101\"/></funding>", "<funding currency=\"euro\"/>",
    "<deadline stage=\"0\">2026-01-01</deadline>", "<status>open</status><status>open</status>",
    "<requirements><criterion id=\"c\" kind=\"k\"/></requirements>",
  ])
func schemaAndReaderAgree(content: String) throws {
  let text = document(topic("T", content))
  #expect(try !violations(text).isEmpty)
  #expect(!events(of: text.utf8, citationRequired: true).rejected.isEmpty)
}

@Test("an order that the schema forbids is a violation only there")
func orderIsOfTheSchema() throws {
  let text = document(topic("T", "<keyword>x</keyword><status>open</status>"))
  #expect(try violations(text).count == 1)
  #expect(events(of: text.utf8).records.count == 1)
}

@Test("what is not well formed or declares a type is not validated at all")
func brokenIsNotValidated() throws {
  #expect(try violations("<!DOCTYPE a><a/>").map(\.id) == ["document-type-declared"])
  #expect(try violations("<a>").map(\.id) == ["truncated-xml"])
  #expect(try violations("").map(\.id) == ["empty-file"])
}

@Test("measures and words have roots of their own in the schema")
func otherRoots() throws {
  let words =
    "<words xmlns=\"urn:parapet:funding:1\" version=\"1\" xml:lang=\"fr\"><country code=\"FR\">France</country></words>"
  #expect(try violations(words) == [])
  #expect(try !violations(words.replacing("\"FR\"", with: "\"fr\"")).isEmpty)
  #expect(try !violations("<measures xmlns=\"urn:parapet:funding:1\" version=\"1\"/>").isEmpty)
}

@Test("a folder without a schema is a typed error")
func missingSchema() {
  #expect(throws: SchemaValidatorError.notFound("/nowhere/funding-opportunity.xsd")) {
    try SchemaValidator(folder: "/nowhere")
  }
}

@Test("a schema that is none is a typed error with its reason")
func malformedSchema() throws {
  let folder = try TemporaryFolder()
  try folder.write("funding-opportunity.xsd", "<a/>")
  try folder.write("xml.xsd", "<a/>")
  #expect(throws: SchemaValidatorError.self) { try SchemaValidator(folder: folder.path) }
}

@Test("a schema loads nothing but the file beside it")
func schemaLoadsNothing() throws {
  let folder = try TemporaryFolder()
  try folder.write(
    "funding-opportunity.xsd",
    "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:include schemaLocation=\"\(folder.path)/other.xsd\"/></xs:schema>"
  )
  try folder.write(
    "other.xsd",
    "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:element name=\"a\"/></xs:schema>")
  try folder.write("xml.xsd", "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>")
  #expect(throws: SchemaValidatorError.self) { try SchemaValidator(folder: folder.path) }
}
