import ParapetModel
import Testing

@testable import ParapetInput

@Suite("support.csv")
struct SupportReaderTests {
  private func read(_ support: String) -> (items: [Item], findings: [Diagnostic]) {
    let read = PortfolioReader.read(
      city: Array(MarkedPortfolio.city.utf8), items: Array("id,title\nb1,Promenade\n".utf8), costs: nil,
      support: Array(support.utf8), prefix: "p/")
    return (read.portfolio?.items ?? [], read.diagnostics)
  }

  @Test("each line is support for its item")
  func lines() {
    let read = read(
      "item;source;kind;status;amount\nb1;FIPD;national;granted;50000,50\nb1;ERDF;eu;applied;\n")
    #expect(read.findings.isEmpty)
    #expect(
      read.items.first?.support == [
        OtherSupport(
          source: "FIPD", kind: .national, state: .granted, amount: Money(minorUnits: 5_000_050)),
        OtherSupport(source: "ERDF", kind: .union, state: .applied, amount: nil),
      ])
  }

  @Test(
    "what does not say whose money it is, or how far, or for what, is not counted",
    arguments: [
      ("b1,FIPD,state,granted,5", "unknown-kind", 9), ("b1,FIPD,eu,grantd,5", "unknown-status", 12),
      ("b2,FIPD,eu,granted,5", "unknown-item", 1), ("b1,,eu,granted,5", "incomplete-support", 1),
    ])
  func refused(_ line: String, _ id: String, _ column: Int) {
    let read = read("item,source,kind,status,amount\n\(line)\n")
    #expect(read.findings.map(\.id) == [id] && read.items.first?.support == [])
    #expect(read.findings.first?.place == Diagnostic.Place(file: "p/support.csv", line: 2, column: column))
  }

  @Test("an amount below zero is reported, and the support stays with an unknown amount")
  func negative() {
    let read = read("item,source,kind,status,amount\nb1,FIPD,eu,granted,-5\n")
    #expect(read.findings.map(\.id) == ["negative-amount"] && read.items.first?.support.count == 1)
  }
}
