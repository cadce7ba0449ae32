import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("The data folder and its schema")
struct DataSchemaTests {
  /// A data folder with the schema of the package and one file of measures.
  private func folder(measures: String, schema: String? = nil) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["funding-opportunity.xsd", "xml.xsd"] {
      let text = try String(contentsOfFile: dataFolder + "schema/" + name, encoding: .utf8)
      try folder.write("schema/" + name, name == "xml.xsd" ? text : schema ?? text)
    }
    try folder.write("measures.xml", measures)
    return folder
  }

  private let violating = "<measures xmlns=\"urn:parapet:funding:1\" version=\"1\"><measure/></measures>"

  @Test("the package's own folder has nothing that its schema does not want")
  func shipped() throws {
    #expect(try DataFolder(path: dataFolder).schemaFindings(besides: []) == [])
  }

  @Test("what the schema does not want is told at its place")
  func violation() throws {
    let folder = try folder(measures: violating)
    let found = try DataFolder(path: folder.path).schemaFindings(besides: [])
    #expect(found.first?.id == "schema-violation")
    #expect(found.first?.place.file.hasSuffix("/measures.xml") == true)
    #expect(found.first?.place.line == 1)
  }

  @Test("a file in which the reader has found an error is not told of twice")
  func once() throws {
    let folder = try folder(measures: violating)
    let data = DataFolder(path: folder.path)
    let known = Diagnostic(.error, id: "x", at: .init(file: data.path + "/measures.xml"), "")
    #expect(try data.schemaFindings(besides: [known]) == [])
  }

  @Test("a folder without schema is held to none, and a schema that is none is told")
  func schemas() throws {
    let bare = try TemporaryFolder()
    try bare.write("measures.xml", violating)
    #expect(try DataFolder(path: bare.path).schemaFindings(besides: []) == [])
    let folder = try folder(measures: violating, schema: "<schema/>")
    #expect(try DataFolder(path: folder.path).schemaFindings(besides: []).map(\.id) == ["malformed-schema"])
  }
}
