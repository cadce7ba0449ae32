import ParapetModel
import Testing

@testable import ParapetInput

@Suite("items.csv")
struct ItemReaderTests {
  private func read(_ items: String, measures: MeasureCatalogue? = nil)
    -> MarkedPortfolio
  {
    MarkedPortfolio(items: items, measures: measures)
  }

  @Test("every column of the contract becomes a fact")
  func everyColumn() throws {
    let read = read(
      """
      id,title,description,measures,component,site,start,end,cost,vat,priority,partners,trl,coordinator,purposes
      b1,Promenade,"Bollards, sunk",barriers|training,prevention,Quay,2027-01-01,2027-12-31,"1000,5",200,2,portanova,6,rivemont,military|customs-control

      """, measures: MarkedPortfolio.measures)
    #expect(read.ids.isEmpty)
    let item = try #require(read.item)
    #expect(item.title == "Promenade" && item.text == "Bollards, sunk" && item.site == "Quay")
    #expect(item.measures == ["barriers", "training"] && item.component == .prevention)
    #expect(
      item.start == Day(year: 2027, month: 1, day: 1) && item.end == Day(year: 2027, month: 12, day: 31))
    #expect(item.cost == Money(minorUnits: 100_050) && item.vat == Money(minorUnits: 20_000))
    #expect(item.priority == 2 && item.partners == ["portanova"] && item.technologyReadiness == 6)
    #expect(item.coordinator == "rivemont" && item.purposes == [.military, .customsControl])
    #expect(item.place == Diagnostic.Place(file: "p/items.csv", line: 2, column: 1))
  }

  @Test(
    "how many take part, and what it costs once it is there; a number of people is whole and above nothing")
  func participants() {
    let read = read("id,title,participants,upkeep\nb1,x,120,\"1200,50\"\n")
    #expect(read.ids.isEmpty)
    #expect(read.item?.participants == 120 && read.item?.upkeep == Money(minorUnits: 120_050))
    for wrong in ["0", "many", "12.5", "-3", "1000000000000"] {
      #expect(self.read("id,title,participants\nb1,x,⟦\(wrong)\n").atMark?.id == "bad-participants")
    }
  }

  @Test("no purpose, an unknown one and none at all are three answers")
  func purposes() {
    #expect(read("id,title,purposes\nb1,x,none\n").item?.purposes == [])
    #expect(read("id,title,purposes\nb1,x,\n").item?.purposes == nil)
    let misspelt = read("id,title,purposes\nb1,x,customs-control|⟦militry\n")
    #expect(misspelt.atMark?.id == "unknown-purpose")
    #expect(misspelt.atMark?.suggestion == "did you mean 'military'?")
    #expect(misspelt.item?.purposes == nil)
    let both = read("id,title,purposes\nb1,x,military|⟦none\n")
    #expect(both.atMark?.id == "none-and-some" && both.item?.purposes == nil)
  }

  @Test("a measure in another spelling is read with a remark where it stands")
  func nearMeasure() {
    let read = read(
      "id;title;measures\nb1;Promenade;training|⟦bariers\n", measures: MarkedPortfolio.measures)
    #expect(read.atMark?.id == "measure-read" && read.atMark?.message == "'bariers' is read as 'barriers'")
    #expect(read.item?.measures == ["training", "barriers"] && read.portfolio?.unread == [])
  }

  @Test("an unknown measure costs itself, and the item is kept and asked about")
  func unknownMeasure() {
    let read = read("id;title;measures\nb1;Promenade;training|⟦bornes\n", measures: MarkedPortfolio.measures)
    #expect(read.atMark?.id == "unknown-measure" && read.atMark?.excerpt == "b1;Promenade;training|bornes")
    #expect(read.item?.measures == ["training"])
    #expect(
      read.portfolio?.isRefused("measures", of: "b1") == true && read.portfolio?.isPartial("b1") == true)
  }

  @Test("an item without a measure is asked about, with what its words suggest")
  func noMeasure() {
    let read = read(
      "id;title;description;measures\nb1;Barriers on the quay;and training;\nb2;Quay;;\nb3;Quay;;training\n",
      measures: MarkedPortfolio.measures)
    #expect(read.ids == ["no-measure", "no-measure"] && read.portfolio?.unread == [])
    #expect(read.diagnostics[0].suggestion == "its words suggest 'barriers', 'training'")
    #expect(read.portfolio?.items.map(\.suggestedMeasures) == [["barriers", "training"], [], []])
  }

  @Test("a code that stands twice counts once")
  func doubledCode() {
    let read = read("id,title,measures,partners\nb1,x,training|training,portanova|portanova\n")
    #expect(read.item?.measures == ["training"] && read.item?.partners == ["portanova"])
  }

  @Test("without a catalogue measures are taken as they are")
  func noCatalogue() {
    let read = read("id,title,measures\nb1,x,whatever\n")
    #expect(read.item?.measures == ["whatever"] && read.item?.component == nil && read.ids.isEmpty)
  }

  @Test("an item without component has that of its first measure")
  func component() {
    let read = read("id,title,measures\nb1,x,awareness|barriers\n", measures: MarkedPortfolio.measures)
    #expect(read.item?.component == .prevention)
  }

  @Test("a component in capitals or with an accent is read")
  func writtenComponent() {
    #expect(read("id,title,component\nb1,x,Prévention\n").item?.component == .prevention)
    #expect(read("id,title,component\nb1,x,⟦PROTECTION\n").atMark?.id == "word-read")
  }

  @Test("an unknown component is not replaced by a guess")
  func unknownComponent() {
    let read = read("id,title,measures,component\nb1,x,barriers,⟦protecton\n")
    #expect(read.atMark?.suggestion == "did you mean 'protection'?" && read.item?.component == nil)
  }

  @Test("no partners stated is unknown, none is alone")
  func partners() {
    let read = read("id,title,partners\nb1,x,\nb2,y,none\nb3,z,portanova | hafenstadt\n")
    #expect(read.portfolio?.items.map(\.partners) == [nil, [], ["portanova", "hafenstadt"]])
    #expect(read.ids.isEmpty)
  }

  @Test("an unknown partner costs itself, and leaves the question open where nobody is left")
  func unknownPartner() {
    let read = read("id,title,partners\nb1,x,portanova|⟦hafenstad\nb2,y,nobody-here\n")
    #expect(read.atMark?.id == "unknown-partner" && read.atMark?.suggestion == "did you mean 'hafenstadt'?")
    #expect(read.portfolio?.items.map(\.partners) == [["portanova"], nil])
  }

  @Test("none beside partners contradicts itself")
  func noneAndSome() {
    let read = read("id,title,partners\nb1,x,portanova|⟦none\n")
    #expect(read.atMark?.id == "none-and-some" && read.item?.partners == ["portanova"])
  }

  @Test("a day that does not exist is unknown", arguments: ["2027-02-29", "2027-13-01", "2027-00-10"])
  func noSuchDay(_ day: String) {
    let read = read("id,title,start\nb1,x,⟦\(day)\n")
    #expect(read.atMark?.id == "no-such-date" && read.item?.start == nil)
  }

  @Test("an end before the start leaves both unknown")
  func endBeforeStart() {
    let read = read("id,title,start,end\nb1,x,2027-06-01,⟦2027-05-31\n")
    #expect(read.atMark?.id == "end-before-start" && read.item?.start == nil && read.item?.end == nil)
  }

  @Test("a priority is 1 to 5", arguments: ["0", "6", "1.0", "high", "-1"])
  func priority(_ text: String) {
    let read = read("id,title,priority\nb1,x,⟦\(text)\n")
    #expect(read.atMark?.id == "bad-priority" && read.item?.priority == nil)
  }

  @Test("a row without id or title is refused, its neighbours stay")
  func unnamed() {
    let read = read("id,title\n,x\nb2,\nb3,z\n")
    #expect(read.ids == ["missing-id", "missing-title"] && read.portfolio?.items.map(\.id) == ["b3"])
  }

  @Test("of two rows of one id the first counts, and its line is named")
  func duplicate() {
    let read = read("id,title\nb1,x\n⟦b1,y\n")
    #expect(read.atMark?.id == "duplicate-id" && read.atMark?.message.contains("line 2") == true)
    #expect(read.portfolio?.items.map(\.title) == ["x"])
  }

  @Test("findings come in the order of their places, city.yaml first")
  func order() {
    let read = MarkedPortfolio(
      city: "id: rivemont\ncountry: XQ\npopulation: -1",
      items: "id,title,cost,priority\nb1,x,12abc,9\nb2,y,1.234,\n",
      costs: "item,unit_cost,year\nb9,1,2027\n")
    #expect(
      read.ids == [
        "no-currency", "unknown-country", "bad-population", "bad-amount", "bad-priority", "bad-amount",
        "unknown-item",
      ])
  }

  @Test("an item is whole unless it says how it may be split")
  func splitting() throws {
    func splitting(_ cell: String) throws -> Item.Splitting {
      try #require(read("id,title,split\nb1,Promenade,\(cell)\n").item).splitting
    }
    #expect(try splitting("") == .whole)
    #expect(try splitting("lines") == .lines)
    #expect(try splitting("work-packages") == .workPackages)
    #expect(read("id,title,split\nb1,Promenade,⟦line\n").ids == ["unknown-split"])
  }
}
