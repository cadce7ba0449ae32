import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

private func payment(_ shares: String) -> String {
  "<payment for=\"shared\" monthsToAgreement=\"6\" daysToPay=\"80\" \(shares)"
}

@Suite("practice.xml")
struct PracticeReaderTests {
  private func read(_ content: String) -> PracticeReader {
    var reader = PracticeReader(file: "practice.xml")
    let text = "<practice xmlns=\"urn:parapet:funding:1\" version=\"1\">\(content)</practice>"
    DataFile(name: "practice.xml", bytes: Data(text.utf8)).read(&reader)
    return reader
  }

  private let cited = "grade=\"law\" source=\"CELEX:32021R1060 Art. 74\""

  @Test("shares and days by instrument or management, nought among them")
  func payments() throws {
    let read = read(
      """
      <payment for="shared" advance="0" interim="50" monthsToAgreement="6" daysToPay="80" \(cited)/>
      <payment for="EUI-IA" advance="50" interim="30" monthsToAgreement="9" daysToPay="90" \(cited)/>
      """)
    #expect(read.findings.diagnostics.isEmpty)
    let terms = try #require(read.practice.payments.first)
    #expect(terms.scope == .management(.shared))
    #expect(terms.advance.millionths == 0 && terms.balance == Rate(millionths: 500_000))
    #expect(terms.monthsToAgreement == 6 && terms.daysToPay == 80)
    #expect(read.practice.payments.last?.scope == .instrument("EUI-IA"))
    #expect(read.instruments.map(\.id) == ["EUI-IA"])
  }

  @Test("a form of work, with the concepts, roles and partners by which an item says that it is such work")
  func works() throws {
    let read = read(
      """
      <work for="HE-PPI" form="procurement" role="public-procurer" partner="research" abroad="yes" measures="tech-pilot" concepts="procurement first-buyer" \(cited)>
        <text xml:lang="en">a procurement</text>
      </work>
      """)
    #expect(read.findings.diagnostics.isEmpty)
    let work = try #require(read.practice.works.first)
    #expect(work.scope == .instrument("HE-PPI") && work.form == "procurement")
    #expect(work.role == .publicProcurer && work.partner == .research && work.isAbroad)
    #expect(work.measures == ["tech-pilot"] && work.concepts == ["procurement", "first-buyer"])
    let one = self.read("<work for=\"ERDF\" form=\"x\" in=\"DK04 SE\" population=\"4000 20000\" \(cited)/>")
    #expect(one.practice.works.first?.places == ["DK04", "SE"])
    #expect(one.practice.works.first?.population == 4000...20000)
    #expect(one.practice.works.first?.reachesParts == true && one.practice.works.first?.refused == [])
    let narrow = self.read("<work for=\"ERDF\" form=\"x\" parts=\"no\" without=\"movable lent\" \(cited)/>")
    #expect(narrow.practice.works.first?.reachesParts == false)
    #expect(narrow.practice.works.first?.refused == ["movable", "lent"])
    let family = self.read("<work for=\"HORIZON-*-CS-*\" form=\"x\" lists=\"yes\" \(cited)/>")
    #expect(family.practice.works.first?.scope == .family(["HORIZON-", "-CS-", ""]))
    #expect(family.instruments.isEmpty)
    let long = self.read("<work for=\"ERDF\" form=\"x\" months=\"12\" without=\"movable\" \(cited)/>")
    #expect(long.practice.works.first?.leastMonths == 12 && long.findings.diagnostics.isEmpty)
    let dear = self.read("<work for=\"ERDF\" form=\"x\" cost=\"75000\" \(cited)/>")
    #expect(dear.practice.works.first?.leastCost == Money(minorUnits: 75_000_00))
    for other in ["cost=\"75000\"", "measures=\"barriers\"", "partner=\"research\""] {
      let both = self.read("<work for=\"ERDF\" form=\"x\" months=\"12\" \(other) \(cited)/>")
      #expect(
        both.findings.diagnostics.map(\.id) == ["contradicting-attributes"] && both.practice.works.isEmpty)
    }
    let unsourced = self.read(
      "<work for=\"ERDF\" form=\"x\" months=\"12\" grade=\"unsourced\" source=\"none\" why=\"Ours.\"/>")
    #expect(
      unsourced.findings.diagnostics.map(\.id) == ["unsourced-work"] && unsourced.practice.works.isEmpty)
    let every = self.read("<work for=\"*\" form=\"x\" \(cited)/>")
    #expect(every.findings.diagnostics.map(\.id) == ["unknown-word"] && every.practice.works.isEmpty)
    let reversed = self.read("<work for=\"ERDF\" form=\"x\" in=\"Dk\" population=\"9 4\" \(cited)/>")
    #expect(reversed.findings.diagnostics.map(\.id) == ["unknown-word", "impossible-range"])
    #expect(reversed.practice.works.isEmpty)
    let wrong = self.read("<work for=\"HE-PPI\" form=\"x\" role=\"buyer\" \(cited)/>")
    #expect(wrong.findings.diagnostics.map(\.id) == ["unknown-word"])
  }

  @Test("a rule on what may not stand side by side, in each language")
  func exclusions() throws {
    let read = read(
      """
      <exclusion id="one-grant" first="direct" second="direct" \(cited)>
        <text xml:lang="en">One grant.</text><text xml:lang="fr">Une subvention.</text></exclusion>
      """)
    #expect(read.findings.diagnostics.isEmpty)
    let rule = try #require(read.practice.cumulation.first)
    #expect(rule.first == .management(.direct) && rule.second == .management(.direct))
    #expect(rule.texts.text(in: .french) == "Une subvention.")
  }

  @Test(
    "what cannot be is refused",
    arguments: [
      (payment("advance=\"60\" interim=\"50\""), "impossible-shares"),
      (payment("advance=\"x\" interim=\"50\""), "malformed-percentage"),
      ("<exclusion first=\"direct\" second=\"direct\"", "missing-attribute"),
    ])
  func refused(_ start: String, _ id: String) {
    let read = read("\(start) \(cited)/>")
    #expect(read.practice == GrantPractice())
    #expect(read.findings.diagnostics.map(\.id) == [id])
  }
}
