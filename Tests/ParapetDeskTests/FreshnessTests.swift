import ParapetDesk
import ParapetModel
import ParapetReporting
import Testing

@Suite("how fresh the catalogue is stands on every answer")
struct FreshnessTests {
  @Test("text and JSON name each feed with its day, in both languages", arguments: Language.allCases)
  func stated(_ language: Language) throws {
    let scene = try Scene()
    let wording = scene.inquiry.wording(language)
    #expect(
      wording.edition.catalogue?.feeds == [
        FeedFreshness(feed: "sedia-search", readOn: Scene.day("2026-03-14"))
      ])
    let report = try scene.inquiry.opportunities().report(wording)
    #expect(report.report.notes.first?.contains("sedia-search") == true)
    #expect(report.json.contains("\"readOn\" : \"2026-03-14\""))
  }

  @Test("that there is no catalogue is said in the document", arguments: Language.allCases)
  func missing(_ language: Language) throws {
    let scene = try Scene([])
    let wording = scene.inquiry.wording(language)
    #expect(wording.edition.catalogue == .missing)
    let report = try scene.inquiry.opportunities().report(wording)
    #expect(report.report.notes.first?.contains("catalogue") == true)
    #expect(report.json.contains("\"sources\" : ["))
  }

  @Test("a currency that has become the euro is counted by its fixed rate, and told")
  func endedCurrency() throws {
    let scene = try Scene([])
    let city = try scene.write(
      "city/city.yaml",
      "id: c\nname: C\ncountry: BG\nnuts: BG341\napplicant: local-authority\ncurrency: BGN\nvat: recoverable\n"
    )
    _ = try scene.write(
      "city/items.csv",
      "id,title,measures,start,end,cost\na,Bollards,barriers,2027-03-01,2028-06-30,1955830.00\n")
    let listener = Listener()
    let inquiry = scene.desk.at(Scene.moment, telling: listener.hear)
    let portfolio = try inquiry.portfolio(String(city.dropLast("/city.yaml".count)))
    _ = try inquiry.lists(for: [portfolio])
    #expect(listener.findings.map(\.id).contains("ended-currency"))
    #expect(!listener.findings.map(\.id).contains("no-exchange-rate"))
  }
}
