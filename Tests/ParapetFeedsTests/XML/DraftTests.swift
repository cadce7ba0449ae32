import ParapetModel
import Testing

@testable import ParapetFeeds

/// The draft from which our XML comes, and how a document of it becomes one of ours.
enum Draft {
  /// A document of the draft in our namespace: the element and the attributes on its source have no place there.
  static func converted(_ draft: String) -> String {
    draft.replacing("urn:draft:funding-opportunity:1", with: CanonicalReader.namespace)
      .replacing("version=\"0.1\"", with: "version=\"1\"")
      .replacing(#/\n *<source [^>]*\/>/#, with: "")
      .replacing(#/(<opportunity [^>]*?) source="[^"]*"/#) { String($0.output.1) }
      .replacing(#/(<(?:programme|partOf|typeOfAction)[^>]*?) xml:lang="[^"]*"/#) { String($0.output.1) }
  }
}

@Test("a document of the draft is refused as it is, and read once it is in our namespace")
func draftNamespace() {
  let draft = """
    <?xml version="1.0" encoding="UTF-8"?>
    <fundingOpportunities xmlns="urn:draft:funding-opportunity:1" version="0.1" xml:lang="en">
      <source id="sedia" url="https://example.eu/" retrieved="2030-01-01T00:00:00Z"/>
      <opportunity level="topic" source="sedia" lastModified="2030-01-02">
        <identifier scheme="sedia-topic">ISF-2030-A</identifier>
        <identifier scheme="sedia-reference">1TOPICSen</identifier>
        <programme code="ISF_2021" xml:lang="en">Internal Security Fund</programme>
        <title xml:lang="en">Squares</title>
        <deadline stage="1">2030-09-24</deadline>
        <notStated>minAwardAmount description</notStated>
      </opportunity>
    </fundingOpportunities>
    """
  #expect(Reading.events(of: draft).map(\.diagnosticID) == ["unknown-namespace"])
  let events = Reading.events(of: Draft.converted(draft))
  #expect(events.map(\.diagnosticID) == [nil])
  #expect(events.opportunities.map(\.identifier) == ["ISF-2030-A"])
  #expect(events.opportunities.map(\.lastModified?.description) == ["2030-01-02"])
}
