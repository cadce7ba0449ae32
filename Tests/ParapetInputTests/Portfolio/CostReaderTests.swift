import ParapetModel
import Testing

@testable import ParapetInput

@Suite("costs.csv")
struct CostReaderTests {
  private func read(
    _ costs: String, items: String = "id,title,partners\nb1,Promenade,portanova\n"
  ) -> MarkedPortfolio {
    MarkedPortfolio(items: items, costs: costs)
  }

  @Test("every column of the contract becomes a fact")
  func everyColumn() throws {
    let read = read(
      """
      item,work_package,partner,category,description,quantity,unit,unit_cost,vat,year
      b1,WP2,portanova,C2,Bollards,"2,5",piece,"100,01",50,2027

      """)
    #expect(read.ids.isEmpty)
    let line = try #require(read.line)
    #expect(line.workPackage == "WP2" && line.partner == "portanova" && line.category == .equipment)
    #expect(line.quantity == 25_000 && line.unit == "piece" && line.text == "Bollards" && line.year == 2027)
    #expect(line.cost == Money(minorUnits: 25_003) && line.vat == Money(minorUnits: 5_000))
  }

  @Test("no quantity is one", arguments: [("", 10_000), ("1.5", 15_000), ("0,0001", 1), ("3", 30_000)])
  func quantity(_ text: String, _ tenThousandths: Int64) {
    #expect(read("item;quantity;unit_cost;year\nb1;\(text);8;2027\n").line?.quantity == tenThousandths)
  }

  @Test(
    "a quantity of five decimals, below zero or of letters is refused",
    arguments: ["1.00001", "-1", "x", "1.", "12 m", "1.000.5"])
  func badQuantity(_ text: String) {
    let read = read("item;quantity;unit_cost;year\nb1;⟦\(text);8;2027\n")
    #expect(read.atMark?.id == "bad-quantity" && read.line == nil)
  }

  @Test(
    "grouped quantities that mean one are read",
    arguments: [("1.000,5", 10_005_000), ("1 200", 12_000_000), ("0,125", 1_250)])
  func groupedQuantity(_ text: String, _ tenThousandths: Int64) {
    let read = read("item;quantity;unit_cost;year\nb1;⟦\(text);8;2027\n")
    #expect(read.line?.quantity == tenThousandths && read.portfolio?.unread == [])
  }

  @Test(
    "a quantity of two readings is refused with both",
    arguments: [
      ("4.200", "write 4200 or 4.2"), ("1,500", "write 1500 or 1.5"), ("12.345", "write 12345 or 12.3450"),
    ])
  func ambiguousQuantity(_ text: String, _ advice: String) {
    let read = read("item;quantity;unit_cost;year\nb1;⟦\(text);8;2027\n")
    #expect(read.atMark?.id == "bad-quantity" && read.atMark?.suggestion == advice && read.line == nil)
    #expect(read.portfolio?.unread.map(\.item) == ["b1"])
  }

  @Test("a product beyond all amounts is refused, not computed")
  func overflow() {
    let read = read("item,quantity,unit_cost,year\nb1,1000000000,⟦100000000000,2027\n")
    #expect(read.atMark?.id == "bad-amount" && read.line == nil)
  }

  @Test("a product above the largest amount is refused, also where it could be computed")
  func aboveLimit() {
    let read = read("item,quantity,unit_cost,year\nb1,1000000000,⟦100.01,2027\nb1,1000000000,100,2027\n")
    #expect(read.atMark?.id == "bad-amount" && read.item?.lines.map(\.cost.minorUnits) == [Money.limit])
  }

  @Test("a line of an unknown item is not counted, and the nearest item is named")
  func unknownItem() {
    let read = read("item,unit_cost,year\n⟦b2,5,2027\nb1,6,2027\n")
    #expect(read.atMark?.id == "unknown-item" && read.atMark?.suggestion == "did you mean 'b1'?")
    #expect(read.item?.lines.map(\.cost.minorUnits) == [600])
  }

  @Test("lines of an item that was refused are not reported a second time")
  func refusedItem() {
    let read = read("item,unit_cost,year\nb2,5,2027\n", items: "id,title\nb1,x\nb2\n")
    #expect(read.ids == ["ragged-row"])
  }

  @Test("a category in a small letter is read with a remark")
  func smallCategory() {
    let read = read("item,category,unit_cost,year\nb1,⟦c2,5,2027\n")
    #expect(read.atMark?.id == "word-read" && read.line?.category == .equipment)
  }

  @Test("an unknown category leaves the line without one")
  func category() {
    let read = read("item,category,unit_cost,year\nb1,⟦Travaux,5,2027\n")
    #expect(read.atMark?.id == "unknown-category" && read.portfolio?.unread.first?.field == "category")
    #expect(read.line?.category == nil && read.line?.cost.minorUnits == 500)
  }

  @Test("a cost of an unknown partner is nobody's, least of all the city's")
  func unknownPartner() {
    let read = read("item,partner,unit_cost,year\nb1,⟦portanov,5,2027\nb1,rivemont,6,2027\n")
    #expect(read.atMark?.id == "unknown-partner")
    #expect(read.item?.lines.map(\.partner) == [nil])
  }

  @Test("a bearer who is not among the item's partners is pointed out")
  func partnerNotInItem() {
    let read = read("item,partner,unit_cost,year\nb1,⟦hafenstadt,5,2027\n")
    #expect(read.atMark?.id == "partner-not-in-item" && read.line?.partner == "hafenstadt")
  }

  @Test("a line without a price is not counted")
  func noPrice() { #expect(read("item,unit_cost,year\nb1,,2027\n").ids == ["missing-unit-cost"]) }

  @Test("a line without a year is counted, with a warning")
  func noYear() {
    let read = read("item,unit_cost,year\nb1,5,\n")
    #expect(read.ids == ["no-year"] && read.line?.year == nil && read.line?.cost.minorUnits == 500)
  }

  @Test("a missing column of years is one warning, not one a line")
  func noYearColumn() { #expect(read("item,unit_cost\nb1,5\nb1,6\n").ids == ["no-year"]) }

  @Test("a year that cannot be is unknown", arguments: ["27", "1066", "20277", "soon"])
  func badYear(_ text: String) {
    let read = read("item,unit_cost,year\nb1,5,⟦\(text)\n")
    #expect(read.atMark?.id == "bad-year" && read.line?.year == nil && read.line != nil)
  }

  @Test("VAT that is not stated is unknown, not zero")
  func unknownVAT() {
    #expect(read("item,unit_cost,vat,year\nb1,5,,2027\n").line?.vat == nil)
    #expect(read("item,unit_cost,vat,year\nb1,5,0,2027\n").line?.vat == Money(minorUnits: 0))
  }

  @Test("a cost that the lines do not add up to is pointed out, and the lines count")
  func differs() {
    let read = read("item,unit_cost,year\nb1,5,2027\nb1,6,2027\n", items: "id,title,cost\nb1,x,⟦12\n")
    #expect(read.atMark?.id == "cost-differs" && read.atMark?.message.contains("11.00") == true)
    #expect(read.item?.cost == nil && read.item?.lines.count == 2)
  }

  @Test("a cost that the lines add up to is no finding")
  func agrees() {
    #expect(read("item,unit_cost,year\nb1,5,2027\n", items: "id,title,cost\nb1,x,5\n").ids.isEmpty)
  }

  @Test("where a line was lost, the sum is not held against the cost")
  func lostLine() {
    let read = read("item,unit_cost,year\nb1,5,2027\nb1,12abc,2027\n", items: "id,title,cost\nb1,x,12\n")
    #expect(read.ids == ["bad-amount"])
  }

  @Test("how equipment is used: its life, its months in the action, its share")
  func use() {
    let read = read(
      "item,category,unit_cost,year,useful_life,months_in_action,share_of_use\nb1,C2,5,2027,84,30,\"0,625\"\n"
    )
    #expect(read.ids.isEmpty && read.line?.usefulLife == 84 && read.line?.monthsInAction == 30)
    #expect(read.line?.shareOfUse == Rate(millionths: 625_000))
  }

  @Test(
    "a life that is no number of whole months is unknown", arguments: ["0", "-12", "1.5", "1201", "5 years"])
  func badLife(_ text: String) {
    let read = read("item,category,unit_cost,year,useful_life\nb1,C2,5,2027,⟦\(text)\n")
    #expect(read.atMark?.id == "bad-months" && read.line != nil && read.line?.usefulLife == nil)
  }

  @Test(
    "a share of use is a fraction, or percent with its sign",
    arguments: [
      ("1", 1_000_000), ("0.5", 500_000), ("50%", 500_000), ("62,5 %", 625_000), ("100%", 1_000_000),
      ("0", 0),
    ])
  func shareOfUse(_ text: String, _ millionths: Int64) {
    let read = read("item;category;unit_cost;year;share_of_use\nb1;C2;5;2027;\(text)\n")
    #expect(read.line?.shareOfUse == Rate(millionths: millionths) && read.ids == [])
  }

  @Test(
    "a share of use above one without a sign is nobody's guess",
    arguments: [("60", "write 60%"), ("1,5", "write 1,5%")])
  func shareWithoutSign(_ text: String, _ advice: String) {
    let read = read("item;category;unit_cost;year;share_of_use\nb1;C2;5;2027;⟦\(text)\n")
    #expect(
      read.atMark?.id == "bad-share" && read.atMark?.suggestion == advice && read.line?.shareOfUse == nil)
  }

  @Test("a share of use above the whole is unknown", arguments: ["101", "-1", "160%", "half"])
  func badShare(_ text: String) {
    let read = read("item,category,unit_cost,year,share_of_use\nb1,C2,5,2027,⟦\(text)\n")
    #expect(read.atMark?.id == "bad-share" && read.line != nil && read.line?.shareOfUse == nil)
  }

  @Test("more months in the action than of life are pointed out")
  func longerThanLife() {
    let read = read("item,category,unit_cost,year,useful_life,months_in_action\nb1,C2,5,2027,24,⟦36\n")
    #expect(read.atMark?.id == "longer-than-life" && read.line?.monthsInAction == 36)
  }

  @Test("use of what is not equipment is pointed out")
  func useOfStaff() {
    let read = read("item,category,unit_cost,year,useful_life\nb1,A1,5,2027,⟦24\n")
    #expect(read.atMark?.id == "use-of-no-equipment")
  }

  @Test("an apostrophe before a formula is a spreadsheet's guard and no word; any other stays")
  func guarded() {
    #expect(read("item,description,unit_cost,year\nb1,'=A1,5,2027\n").line?.text == "=A1")
    #expect(read("item,description,unit_cost,year\nb1,'tis,5,2027\n").line?.text == "'tis")
  }

  @Test("an amount below zero is refused", arguments: ["unit_cost", "vat"])
  func negative(_ column: String) {
    let other = column == "vat" ? "unit_cost" : "vat"
    let read = read("item,\(other),\(column),year\nb1,5,⟦-5,2027\n")
    #expect(read.atMark?.id == "negative-amount")
  }
}
