import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("Dates of the portal")
struct SEDIADatesTests {
  @Test(
    "quirk 1, 2, 4: each spelling gives the day as written, and midnight is a day",
    arguments: [
      ("23 November 2023", "2023-11-23", nil), ("19 May 2020", "2020-05-19", nil),
      ("7 Sep 2023", "2023-09-07", nil),
      ("2027-04-08", "2027-04-08", nil), ("1790640000000", "2026-09-29", nil),
      ("2027-04-08T00:00:00.000+0000", "2027-04-08", nil), ("2027-04-08T00:00:00+02:00", "2027-04-08", nil),
      ("2023-05-23+02:00", "2023-05-23", nil), ("2023-05-23Z", "2023-05-23", nil),
      ("2024-02-07T17:00:00.000+0000", "2024-02-07", "17:00"),
      ("2024-02-07T17:00:00Z", "2024-02-07", "17:00"),
      ("2024-02-07T17:00", "2024-02-07", "17:00"), ("2024-04-18T19:00:00.000+0200", "2024-04-18", "17:00"),
      ("1707325200000", "2024-02-07", "17:00"),
    ] as [(String, String, String?)])
  func spellings(text: String, day: String, time: String?) throws {
    #expect(FeedDate(text) == .day(Deadline(day: try #require(Day(day)), time: time)))
  }

  @Test(
    "quirk 3: a zone never moves the day, whatever the hour", arguments: ["T00:30:00+0200", "T23:30:00-0200"])
  func zones(clock: String) throws {
    #expect(FeedDate("2026-03-10" + clock) == .day(Deadline(day: try #require(Day("2026-03-10")))))
  }

  @Test(
    "quirk 5: years that stand for none are no dates",
    arguments: ["2312-12-09", "9999-12-31T00:00:00.000+0000", "1970-01-01", "0001-01-01", "99999999999999"])
  func sentinels(text: String) {
    #expect(FeedDate(text) == .sentinel)
  }

  @Test(
    "anything else is refused",
    arguments: [
      "", "Ongoing", "2027-02-30", "2027-04", "08/04/2027", "31 Febr 2027", "2027-04-08T25:00:00Z",
      "2027-04-08T17:00:00+99", "2027-04-08Tx", "99999999999999999999999999", "3 Ma 2027", "१ May 2027",
      "2027-04-0é",
    ])
  func unreadable(text: String) {
    #expect(FeedDate(text) == .unreadable)
  }

  @Test("the deadlines of record, action and own budget row are merged by day, with the time that is known")
  func merged() {
    let inner = Reading.quoted(
      #"[{"deadlineDates":["8 April 2030","2030-09-14"],"plannedOpeningDate":"2030-01-05"}]"#)
    let budget = Reading.quoted(
      #"{"budgetTopicActionMap":{"1":[{"action":"ISF-2030-A - x","deadlineDates":["2031-01-01"]}],"#
        + #""2":[{"action":"ISF-2030-B - x","deadlineDates":["2032-01-01"]}]}}"#)
    let topic = Reading.topic(
      #""deadlineDate":["2030-09-14T17:00:00.000+0000","2030-04-08T00:00:00.000+0000"],"#
        + #""actions":[\#(inner)],"budgetOverview":[\#(budget)]"#
    ).opportunity
    #expect(topic?.deadlines.map(\.day.description) == ["2030-04-08", "2030-09-14", "2031-01-01"])
    #expect(topic?.deadlines.map(\.time) == [nil, "17:00", nil])
    #expect(topic?.openingDate?.description == "2030-01-05")
    #expect(topic?.deadlineModel == nil)
  }

  @Test("the opening day is that of the record before that of the action")
  func opening() throws {
    let page = Reading.events(of: try Reading.fixture("sedia-page.json")).records
    #expect(page[0].opportunity.openingDate?.description == "2030-02-04")
    #expect(page[4].opportunity.openingDate?.description == "2030-03-11")
    #expect(page[4].opportunity.deadlines == [Deadline(day: try #require(Day("2030-05-06")), time: "16:00")])
  }

  @Test("quirk 5: two deadlines of a two-stage topic are its stages, whatever their order in the record")
  func stages() throws {
    let topic = Reading.events(of: try Reading.fixture("sedia-page.json")).records[1].opportunity
    #expect(topic.deadlineModel == .twoStage)
    #expect(topic.deadlines.map(\.stage) == [1, 2])
    #expect(topic.deadlines.map(\.day.description) == ["2030-04-08", "2030-09-14"])
  }

  @Test(
    "the model of the deadlines is found wherever it stands",
    arguments: [
      (#""deadlineModel":["multiple cut-off"]"#, "ISF-A", .multipleCutOff),
      (#""deadlineModel":["single-stage"]"#, "ISF-two-stage", .singleStage),
      (#""actions":["[{\"submissionProcedure\":{\"id\":31094505}}]"]"#, "ISF-A", .twoStage),
      (#""actions":["[{\"submissionProcedure\":{\"id\":\"31094504\"}}]"]"#, "ISF-A", .singleStage),
      (
        #""budgetOverview":["{\"budgetTopicActionMap\":{\"1\":[{\"action\":\"ISF-A x\",\"deadlineModel\":\"two-stage\"}]}}"]"#,
        "ISF-A", .twoStage
      ),
      (#""callIdentifier":["ISF-2030-two-stage"]"#, "ISF-A", .twoStage),
    ] as [(String, String, DeadlineModel)])
  func models(fields: String, identifier: String, model: DeadlineModel) {
    #expect(Reading.topic(fields, identifier: identifier).opportunity?.deadlineModel == model)
  }

  @Test("a date that stands for none, or is none, costs itself only and is remarked")
  func remarks() {
    let topic = Reading.topic(#""deadlineDate":["2312-12-09","soon","2030-04-08"],"startDate":["None"]"#)
    #expect(topic.opportunity?.deadlines.map(\.day.description) == ["2030-04-08"])
    #expect(topic.remarks.map(\.id) == ["implausible-date", "unreadable-date"])
    #expect(topic.remarks.first?.place.path == "$.results[0].metadata.deadlineDate")
  }
}
