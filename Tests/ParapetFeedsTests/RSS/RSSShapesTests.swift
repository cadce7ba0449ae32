import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("RSS as publishers write it")
struct RSSShapesTests {
  @Test("lines behind that of the deadline go on with it, until another label comes")
  func lines() {
    let call = opportunity(
      "<p>Deadlines:</p><ul><li>15 February 2030, 17:00 (CET)</li><li>23 September 2030</li></ul>"
        + "<p>Opening date: 1 January 2030</p><p>5 May 2031</p>")
    #expect(call?.deadlines.map(\.day.description) == ["2030-02-15", "2030-09-23"])
    #expect(call?.deadlines.first?.time == "17:00")
    #expect(call?.conditions.first?.texts.first?.text.contains("23 September 2030") == true)
  }

  @Test("a heading and a sentence name deadlines as a label does, other sentences do not")
  func headings() {
    #expect(opportunity("<h3>Submission deadline</h3><p>3 May 2030</p>")?.deadlines.count == 1)
    #expect(opportunity("The deadline is 3 May 2030 at 17:00.")?.deadlines.map(\.time) == ["17:00"])
    #expect(opportunity("The project started on 3 May 2030.")?.deadlines.isEmpty == true)
  }

  @Test("two stages are marked, and told: the second is for those who were invited")
  func stages() {
    let events = read("Deadline: 12 February 2030 (first stage), 6 October 2030 (second stage)")
    let call = events.opportunities.first
    #expect(call?.deadlineModel == .twoStage)
    #expect(call?.entryDeadlines.map(\.day.description) == ["2030-02-12"])
    #expect(events.remarks.map(\.id) == ["two-stages"])
  }

  @Test("a new deadline of its own line stands in the place of the first, a former one counts no more")
  func moved() {
    let text =
      "<p>Deadline: 16 February 2030</p><p>New deadline: 30 June 2030</p><p>Original deadline: 1 May 2030</p>"
    #expect(opportunity(text)?.deadlines.map(\.day.description) == ["2030-06-30"])
  }

  @Test("a deadline that is stated and not understood is not called unstated")
  func silence() {
    #expect(opportunity("Deadline: some day in spring")?.notStated.contains("deadline") == false)
    #expect(opportunity("For cities")?.notStated.contains("deadline") == true)
  }

  @Test(
    "a namespace on the root is none of RSS, also where the items take it back",
    arguments: [#"xmlns="http://www.w3.org/2005/Atom""#, #"xmlns="https://cyber.harvard.edu/rss/rss.html""#])
  func namespaces(declaration: String) {
    let item = "<item><title>A</title><guid>a</guid></item>"
    let back = #"<item xmlns=""><title>B</title><guid>b</guid></item>"#
    let events = Reading.events(
      of: "<rss version=\"2.0\" \(declaration)><channel>\(item)\(back)</channel></rss>")
    #expect(events.opportunities.map(\.identifier) == ["a", "b"])
    #expect(events.opportunities.map { $0.titles.first?.text } == ["A", "B"])
  }

  @Test("items that share a link are told apart by their titles, in any order, and said to be")
  func sharedLinks() {
    let link = "<link>https://ministry.example/calls</link>"
    let items = ["Safer squares", "Safer stations"].map { "<item><title>\($0)</title>\(link)</item>" }
    for order in [items, items.reversed()] {
      let events = Reading.events(of: "<rss><channel>\(order.joined())</channel></rss>")
      #expect(
        events.opportunities.map(\.identifier).sorted() == [
          "https://ministry.example/calls#safer-squares", "https://ministry.example/calls#safer-stations",
        ])
      #expect(Set(events.records.map(\.key)).count == 2)
      #expect(events.remarks.map(\.id) == ["shared-link"])
    }
  }

  @Test("an item alone on its link, twice the same, and items with names of their own keep their names")
  func ownNames() {
    let link = "<link>https://ministry.example/calls</link>"
    let alone = Reading.events(of: "<rss><channel><item><title>A</title>\(link)</item></channel></rss>")
    #expect(alone.opportunities.map(\.identifier) == ["https://ministry.example/calls"])
    let item = "<item><title>A</title>\(link)</item>"
    #expect(Reading.events(of: "<rss><channel>\(item)\(item)</channel></rss>").remarks.isEmpty)
    let named = ["A", "B"].map { "<item><title>\($0)</title>\(link)<guid>node-\($0)</guid></item>" }
    let events = Reading.events(of: "<rss><channel>\(named.joined())</channel></rss>")
    #expect(events.opportunities.map(\.identifier) == ["node-A", "node-B"])
    #expect(events.remarks.isEmpty)
  }

  @Test("texts in elements of their own are read, in the order of the document")
  func childElements() {
    let item =
      "<item><guid>a</guid><title>Safe <b>squares</b> now</title>"
      + "<description><p>For cities</p><p>Deadline: <b>3 May</b> 2030</p></description></item>"
    let call = Reading.events(of: "<rss><channel>\(item)</channel></rss>").opportunities.first
    #expect(call?.titles.map(\.text) == ["Safe squares now"])
    #expect(call?.deadlines.map(\.day.description) == ["2030-05-03"])
    #expect(call?.descriptions.map(\.text) == ["For cities\nDeadline: 3 May 2030"])
  }

  @Test("a relative link is one of the channel's site")
  func relative() {
    let text =
      "<rss><channel><link>https://a.example/list</link><item><title>A</title><link>/node/1</link></item></channel></rss>"
    #expect(Reading.events(of: text).opportunities.map(\.landingPage) == ["https://a.example/node/1"])
  }

  private func read(_ description: String) -> [FeedEvent] {
    Reading.events(
      of:
        "<rss><channel><item><title>T</title><guid>a</guid><description><![CDATA[\(description)]]></description></item></channel></rss>"
    )
  }

  private func opportunity(_ description: String) -> Opportunity? { read(description).opportunities.first }
}
