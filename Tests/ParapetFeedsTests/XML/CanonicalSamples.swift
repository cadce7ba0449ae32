import ParapetModel
import Testing

@testable import ParapetFeeds

/// Reads a document in pieces of a size and gives all events.
func events(
  of bytes: some Sequence<UInt8>, pieces: Int = .max, isCurated: Bool = false, citationRequired: Bool = false,
  limits: XMLLimits = XMLLimits()
) -> [FeedEvent] {
  var reader = CanonicalReader(
    file: "feed.xml", isCurated: isCurated, citationRequired: citationRequired, limits: limits)
  var events: [FeedEvent] = []
  var rest = Array(bytes)[...]
  while !rest.isEmpty {
    let piece = Array(rest.prefix(pieces))
    rest = rest.dropFirst(piece.count)
    piece.withUnsafeBytes { reader.push($0) { events.append($0) } }
  }
  reader.finish { events.append($0) }
  return events
}

extension [FeedEvent] {
  var records: [FeedRecord] {
    compactMap { if case .record(let record) = $0 { record } else { nil } }
  }

  var opportunities: [Opportunity] { records.map(\.opportunity) }

  var rejected: [Diagnostic] {
    compactMap { if case .rejected(let diagnostic) = $0 { diagnostic } else { nil } }
  }

  var remarks: [Diagnostic] {
    compactMap { if case .remark(let diagnostic) = $0 { diagnostic } else { nil } }
  }

  var broken: [Diagnostic] {
    compactMap { if case .broken(let diagnostic) = $0 { diagnostic } else { nil } }
  }
}

/// A document around records.
func document(_ records: String) -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <fundingOpportunities xmlns="urn:parapet:funding:1" version="1">
  \(records)
  </fundingOpportunities>
  """
}

/// A topic with elements after its title.
func topic(_ id: String = "T-1", _ content: String = "") -> String {
  "<opportunity level=\"topic\" id=\"\(id)\"><title xml:lang=\"en\">Safe squares</title>\(content)</opportunity>"
}

/// Expects the first finding of an id at the place of the mark `§`, which is taken out before reading.
func expectFinding(
  _ id: String, suggestion: String? = nil, citationRequired: Bool = false, in marked: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let parts = marked.split(separator: "§", omittingEmptySubsequences: false)
  guard parts.count == 2 else {
    Issue.record("the text needs one mark", sourceLocation: sourceLocation)
    return
  }
  let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
  let all = events(of: parts.joined().utf8, citationRequired: citationRequired)
  let findings = all.rejected + all.remarks + all.broken
  guard let finding = findings.first(where: { $0.id == id }) else {
    Issue.record("no finding '\(id)' among \(findings.map(\.id))", sourceLocation: sourceLocation)
    return
  }
  #expect(finding.place.line == lines.count, sourceLocation: sourceLocation)
  #expect(finding.place.column == (lines.last?.unicodeScalars.count ?? 0) + 1, sourceLocation: sourceLocation)
  if let suggestion {
    #expect(finding.suggestion?.contains(suggestion) == true, sourceLocation: sourceLocation)
  }
}

/// A small feed with everything that makes cutting hard: accents, entities, CDATA, comments, a rejected record.
let smallFeed = document(
  """
    <!-- first — ünd -->
    <opportunity level="topic" id="A-1" lastModified="2026-05-01">
      <title xml:lang="en">Plätze &amp; stations – “safe”</title>
      <description><![CDATA[5 < 6 €]]> and more</description>
      <deadline stage="1">2026-09-24T17:00:00</deadline>
      <funding currency="EUR"><totalAmountAvailable year="2026" scope="topic">5000000</totalAmountAvailable></funding>
      <documentLink url="https://example.eu/a?b=1&amp;c=2"/>
    </opportunity>
    <opportunity level="strand" id="A-2"><title>x</title></opportunity>
    <opportunity level="call" id="A-3"><title>Überwachung</title></opportunity>
  """)
