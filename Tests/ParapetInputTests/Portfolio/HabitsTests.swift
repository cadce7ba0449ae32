import ParapetModel
import Testing

@testable import ParapetInput

/// A cell of a city's spreadsheet with five ways in which people write it.
struct HabitCell: CustomTestStringConvertible {
  /// What becomes of it.
  enum Outcome {
    case cost(String)
    case start(String)
    case measures([String])
    /// Refused, with a finding of this name that offers these readings.
    case refused(String, offers: [String] = [])
  }

  var name: String
  var country = "FR"
  var currency = "EUR"
  var column: String
  var outcome: Outcome
  var writings: [String]

  var testDescription: String { name }

  init(
    _ name: String, _ column: String, _ outcome: Outcome, _ writings: [String], country: String = "FR",
    currency: String = "EUR"
  ) {
    self.name = name
    self.column = column
    self.outcome = outcome
    self.writings = writings
    self.country = country
    self.currency = currency
  }

  static let amounts: [HabitCell] = [
    HabitCell(
      "French", "cost", .cost("1200000.00"),
      [
        "1 200 000,00 €", "1\u{A0}200\u{A0}000 €", "1\u{202F}200\u{202F}000,00", "1200000,00 EUR",
        "1 200 000 euros",
      ]),
    HabitCell(
      "German", "cost", .cost("1200000.00"),
      ["1.200.000,00 €", "1.200.000 €", "EUR 1.200.000,00", "1.200.000,- €", "1.200.000,00"], country: "DE"),
    HabitCell(
      "with apostrophes", "cost", .cost("1200000.00"),
      ["1'200'000.00", "1’200’000", "1'200'000.00 EUR", "€ 1'200'000", "1'200'000.–"], country: "DE"),
    HabitCell(
      "English", "cost", .cost("1200000.00"),
      ["1,200,000.00", "€1,200,000.00", "EUR 1,200,000", "1,200,000 €", "€ 1,200,000.00"], country: "IE"),
    HabitCell(
      "Dutch", "cost", .cost("1200000.00"),
      ["€ 1.200.000,-", "€ 1.200.000,--", "1.200.000,00 euro", "EUR 1.200.000,—", "1 200 000,-"],
      country: "NL"),
    HabitCell(
      "Polish", "cost", .cost("1200000.00"),
      ["1 200 000,00 zł", "1 200 000 PLN", "1,2 mln zł", "1200 tys. zł", "PLN 1.200.000,00"], country: "PL",
      currency: "PLN"),
    HabitCell(
      "Italian", "cost", .cost("1200000.00"),
      ["1.200.000,00 €", "€ 1.200.000,00", "1,2 mln €", "1,2 milioni di euro", "1.200.000 euro"],
      country: "IT"),
    HabitCell(
      "Spanish", "cost", .cost("1200000.00"),
      ["1.200.000,00 €", "1,2 M€", "1,2 millones de €", "1.200.000 euros", "1200 miles de euros"],
      country: "ES"),
    HabitCell("thousands", "cost", .cost("85000.00"), ["85 k€", "85k€", "85 K€", "85 kEUR", "EUR 85 000"]),
    HabitCell(
      "German thousands", "cost", .cost("85000.00"),
      ["85 T€", "85 TEUR", "85 Tsd. €", "85 tausend Euro", "85.000,00 €"], country: "DE"),
    HabitCell(
      "millions", "cost", .cost("3400000.00"), ["3,4 M€", "3,4 Mio. €", "3.4 M€", "3,4 MEUR", "€3.4 million"]),
    HabitCell(
      "cents", "cost", .cost("1234.50"), ["1 234,5", "1.234,50", "1,234.50", "1234.5", "1'234.50"]),
    HabitCell(
      "one mark and three digits", "cost", .refused("bad-amount", offers: ["1234", "1.23"]),
      ["1.234", "1,234", "1.234 €", "EUR 1,234", "€ 1.234"]),
    HabitCell(
      "hundreds of thousands with one mark", "cost", .refused("bad-amount", offers: ["450000", "450"]),
      ["450.000", "450,000", "450.000 €", "€450,000", "450.000 EUR"], country: "DE"),
    HabitCell("words", "cost", .refused("bad-amount"), ["12abc", "abc", "n/a", "à chiffrer", "TBD"]),
    HabitCell(
      "abridged by a spreadsheet", "cost", .refused("bad-amount", offers: ["1400000"]),
      ["1,4E+06", "1.4E+06", "1,4e6", "1.4E6", "1,40E+06"]),
    HabitCell("below zero", "cost", .refused("negative-amount"), ["-5", "-5,00", "−5", "(500)", "- 5 €"]),
    HabitCell("a rate", "cost", .refused("bad-amount"), ["20%", "20 %", "5,5 %", "0.2%", "21\u{A0}%"]),
    HabitCell(
      "about", "cost", .refused("bad-amount", offers: ["300000"]),
      ["env. 300 000", "ca. 300.000,00", "~300000", "circa 300 000 €", "about 300,000.00"]),
    HabitCell(
      "another currency", "cost", .refused("bad-amount"), ["500 $", "USD 500", "£500", "500 GBP", "500 zł"]),
    HabitCell(
      "a small m", "cost", .refused("bad-amount", offers: ["85000", "85000000"]),
      ["85 m€", "85m€", "85 m EUR", "€85m", "85 mil €"], country: "ES"),
    HabitCell(
      "cut behind the mark", "cost", .refused("bad-amount", offers: ["300000"]),
      ["300000.", "300000,", "300 000,", "€ 300000.", "300'000."]),
    HabitCell(
      "more than cents", "cost", .refused("bad-amount"),
      ["1234,567", "1 234,567", "1.234,567", "1,234.567", "0,125"]),
    HabitCell(
      "broken groups", "cost", .refused("bad-amount"), ["12 34", "1 2000", "1.2.3", "10.999.99", "1.200 000"]),
  ]

  static let days: [HabitCell] = [
    HabitCell(
      "the last of a year", "start", .start("2027-12-31"),
      ["31/12/2027", "31-12-2027", "31.12.2027", "31 décembre 2027", "2027-12-31"]),
    HabitCell(
      "French", "start", .start("2027-03-01"),
      ["1er mars 2027", "01/03/2027", "1/3/2027", "1 mars 2027", "le 1er mars 2027"]),
    HabitCell(
      "German", "start", .start("2027-03-01"),
      ["1. März 2027", "01.03.2027", "1.3.2027", "1. Mär. 2027", "01.03.2027 00:00"], country: "DE"),
    HabitCell(
      "English", "start", .start("2027-03-01"),
      ["1 March 2027", "1st March 2027", "March 1, 2027", "1-Mar-2027", "01/03/2027"], country: "UK"),
    HabitCell(
      "Dutch", "start", .start("2027-03-01"),
      ["1 maart 2027", "1-3-2027", "01-03-2027", "1 mrt 2027", "1 mrt. 2027"], country: "NL"),
    HabitCell(
      "Polish", "start", .start("2027-03-01"),
      ["1 marca 2027", "01.03.2027", "1.3.2027", "2027-03-01", "01-03-2027"], country: "PL"),
    HabitCell(
      "Italian", "start", .start("2027-03-01"),
      ["1 marzo 2027", "1º marzo 2027", "01/03/2027", "1/3/2027", "1 mar 2027"], country: "IT"),
    HabitCell(
      "Spanish", "start", .start("2027-03-01"),
      ["1 de marzo de 2027", "1 de mar. de 2027", "01/03/2027", "1-3-2027", "1º de marzo de 2027"],
      country: "ES"),
    HabitCell(
      "the year first", "start", .start("2027-03-01"),
      ["2027/03/01", "2027.03.01", "2027-3-1", "2027-03-01T00:00:00", "2027-03-01 00:00:00"], country: "HU"),
    HabitCell(
      "two orders where no country settles it", "start",
      .refused("ambiguous-date", offers: ["2027-04-03", "2027-03-04"]),
      ["03/04/2027", "3/4/2027", "03-04-2027", "3-4-2027", "03/04/2027 00:00"], country: "HU"),
    HabitCell(
      "two orders, settled by the country", "start", .start("2027-03-04"),
      ["03/04/2027", "3/4/2027", "03-04-2027", "3-4-2027", "March 4, 2027"], country: "US"),
    HabitCell(
      "no day of the calendar", "start", .refused("no-such-date"),
      ["2027-02-29", "29/02/2027", "31.06.2027", "31 avril 2027", "2027-13-01"]),
    HabitCell(
      "two digits of the year", "start", .refused("two-digit-year", offers: ["2027-03-01"]),
      ["01/03/27", "1.3.27", "1 mars 27", "01-03-27", "1-Mar-27"]),
    HabitCell(
      "a year", "start", .refused("bad-date", offers: ["2027-01-01"]),
      ["2027", " 2027", "2027 ", "01/2027", "jan. 2027"]),
    HabitCell(
      "a month", "start", .refused("bad-date", offers: ["2027-03-01"]),
      ["03/2027", "mars 2027", "2027-03", "März 2027", "3.2027"]),
    HabitCell(
      "the number of a day", "start", .refused("bad-date"), ["46447", "46752", "46082", "47000", "45000"]),
    HabitCell("words", "start", .refused("bad-date"), ["soon", "Q1 2027", "T1 2027", "à définir", "12abc"]),
    HabitCell(
      "a time of day", "start", .refused("bad-date", offers: ["2027-03-01"]),
      [
        "2027-03-01 14:30", "2027-03-01T23:00:00Z", "1.3.2027 8:15", "1 mars 2027 09:00",
        "2027-03-01 09:00:01",
      ]),
  ]

  static let measures: [HabitCell] = [
    HabitCell(
      "the code", "measures", .measures(["barriers"]),
      ["barriers", "Barriers", "BARRIERS", " barriers ", "barrier"]),
    HabitCell(
      "an English name", "measures", .measures(["public-space-redesign"]),
      [
        "public-space-redesign", "Redesign of public spaces", "redesign of public space",
        "public space redesign",
        "Public_space_redesign",
      ]),
    HabitCell(
      "a French name", "measures", .measures(["barriers"]),
      [
        "Barrières et bornes", "barrieres et bornes", "bornes escamotables", "borne escamotable",
        "BORNES ESCAMOTABLES",
      ]),
    HabitCell(
      "a French word", "measures", .measures(["surveillance"]),
      ["vidéoprotection", "Vidéo-protection", "videoprotection", "VIDÉOPROTECTION", "vidéoprotecton"]),
    HabitCell(
      "a spelling near a code", "measures", .measures(["surveillance"]),
      ["surveilance", "survaillance", "surveillence", "Surveillancee", "survellance"]),
    HabitCell(
      "two codes", "measures", .measures(["barriers", "surveillance"]),
      [
        "barriers|surveillance", "barriers | surveillance", "barriers, surveillance", "Barriers;surveillance",
        "bornes escamotables + vidéoprotection",
      ]),
    HabitCell(
      "a word of two measures", "measures",
      .refused("unknown-measure", offers: ["'barriers'", "'surveillance'"]),
      ["security gate", "Security gate", "security gates", "SECURITY GATE", "security-gate"]),
    HabitCell(
      "a language that there are no words of", "measures", .refused("unknown-measure"),
      ["Poller", "paaltjes", "słupki", "dissuasori", "bolardos"]),
    HabitCell(
      "words of nothing", "measures", .refused("unknown-measure"),
      ["?", "divers", "12abc", "à définir", "xyzzy"]),
    HabitCell(
      "a long text", "measures", .refused("unknown-measure", offers: ["'barriers'"]),
      [
        "pose de bornes escamotables place du Marché", "remplacement des bornes escamotables",
        "bornes escamotables (12)", "études et bornes escamotables", "les bornes escamotables du centre",
      ]),
  ]
}

@Suite("A spreadsheet as seven countries write it")
struct HabitsTests {
  private static let catalogue = MeasureCatalogue(measures: [
    Measure(code: "barriers", component: .protection, serves: [9], costHeadings: [.works]),
    Measure(code: "public-space-redesign", component: .protection, serves: [9], costHeadings: [.works]),
    Measure(code: "surveillance", component: .protection, serves: [2], costHeadings: [.equipment]),
  ])

  private static let vocabularies: [Vocabulary] = {
    var english = Vocabulary(language: .english)
    english.measures = ["barriers": "Vehicle barriers", "public-space-redesign": "Redesign of public spaces"]
    english.terms = ["barriers": ["security gate"], "surveillance": ["camera", "security gate"]]
    var french = Vocabulary(language: .french)
    french.measures = ["barriers": "Barrières et bornes", "surveillance": "Vidéosurveillance"]
    french.terms = ["barriers": ["borne escamotable"], "surveillance": ["vidéoprotection"]]
    return [english, french]
  }()

  private func read(_ cell: HabitCell, _ writing: String) -> (
    portfolio: Portfolio?, diagnostics: [Diagnostic]
  ) {
    let quoted = "\"" + writing + "\""
    return PortfolioReader.read(
      city: Array("id: a\ncountry: \(cell.country)\ncurrency: \(cell.currency)\n".utf8),
      items: Array("id;title;measures;\(cell.column == "measures" ? "site" : cell.column)\nb1;x;".utf8)
        + Array((cell.column == "measures" ? quoted + ";" : "barriers;" + quoted).utf8) + Array("\n".utf8),
      costs: nil, measures: HabitsTests.catalogue, vocabularies: HabitsTests.vocabularies)
  }

  @Test("fifty-two cells, five ways each", arguments: HabitCell.amounts + HabitCell.days + HabitCell.measures)
  func cells(_ cell: HabitCell) {
    #expect(cell.writings.count == 5)
    for writing in cell.writings {
      let read = read(cell, writing)
      let item = read.portfolio?.items.first
      let refusals = read.diagnostics.filter { $0.severity == .error }
      switch cell.outcome {
      case .cost(let amount):
        #expect(item?.cost?.decimal == amount, "\(writing)")
        #expect(refusals.isEmpty, "\(writing)")
      case .start(let day):
        #expect(item?.start?.description == day, "\(writing)")
        #expect(refusals.isEmpty, "\(writing)")
      case .measures(let codes):
        #expect(item?.measures == codes, "\(writing)")
        #expect(refusals.isEmpty, "\(writing)")
      case .refused(let id, let offers):
        #expect(refusals.map(\.id) == [id], "\(writing)")
        #expect(item?.cost == nil && item?.start == nil, "\(writing)")
        let advice = refusals.first?.suggestion ?? ""
        for offer in offers { #expect(advice.contains(offer), "\(writing): \(advice)") }
        #expect(read.portfolio?.unread.map(\.item) == ["b1"], "\(writing)")
        #expect(read.portfolio?.unread.map(\.field) == [cell.column], "\(writing)")
      }
    }
  }

  @Test(
    "eight headers, five ways each",
    arguments: [
      ["title", "Title", "TITLE", " title ", "title\u{A0}"],
      ["measures", "Measures", "MEASURES", "  measures", "measures\t"],
      ["cost", "Cost", "COST", " cost", "\u{A0}cost"], ["vat", "VAT", "Vat", " vat ", "vAT"],
      ["start", "Start", "START", " start", "Start "], ["end", "End", "END", "\u{202F}end", "End "],
      ["priority", "Priority", "PRIORITY", " priority", "Priority "],
      ["description", "Description", "DESCRIPTION", " description ", "description\u{A0}"],
    ])
  func headers(_ writings: [String]) {
    for writing in writings {
      var columns = ["id", "title", "measures", "description", "start", "end", "cost", "vat", "priority"]
      let place = columns.firstIndex(of: writings[0]) ?? 0
      columns[place] = "\"\(writing)\""
      let read = MarkedPortfolio(
        items: columns.joined(separator: ";") + "\nb1;x;barriers;y;2027-01-01;2027-12-31;100;20;1\n")
      #expect(read.ids == [], "\(writing)")
      #expect(read.item?.title == "x" && read.item?.cost?.decimal == "100.00", "\(writing)")
      #expect(read.item?.end != nil && read.item?.priority == 1 && read.item?.text == "y", "\(writing)")
    }
  }

  @Test(
    "the words of a header may be parted by a blank, a hyphen or a line",
    arguments: [
      "work_package", "Work package", "WORK-PACKAGE", "work  package", "Work_Package",
    ])
  func words(_ header: String) {
    let read = MarkedPortfolio(costs: "item;\(header);Unit cost;Year\nb1;WP1;5;2027\n")
    #expect(read.ids == [] && read.line?.workPackage == "WP1")
  }

  @Test("neighbours in the column settle the order of day and month, unless they contradict the country")
  func neighbours() {
    func starts(_ country: String, _ days: [String]) -> [String?] {
      let rows = days.enumerated().map { "b\($0);x;\($1)" }.joined(separator: "\n")
      let read = MarkedPortfolio(
        city: "id: a\ncountry: \(country)\ncurrency: EUR", items: "id;title;start\n\(rows)\n")
      return read.portfolio?.items.map { $0.start?.description } ?? []
    }
    #expect(starts("HU", ["03/04/2027", "31/12/2027"]) == ["2027-04-03", "2027-12-31"])
    #expect(starts("HU", ["03/04/2027", "12/31/2027"]) == ["2027-03-04", "2027-12-31"])
    #expect(starts("HU", ["03/04/2027", "12/31/2027", "31/12/2027"]).first == .some(nil))
    #expect(starts("FR", ["03/04/2027", "12/31/2027"]) == [nil, "2027-12-31"])
    #expect(starts("FR", ["03/04/2027", "31/12/2027"]) == ["2027-04-03", "2027-12-31"])
  }

  @Test("a day before 2000 or after 2098 is remarked", arguments: ["1999-12-31", "2099-12-31", "9999-12-31"])
  func far(_ day: String) {
    let read = MarkedPortfolio(items: "id,title,start\nb1,x,⟦\(day)\n")
    #expect(read.atMark?.id == "unlikely-date" && read.atMark?.severity == .warning)
  }
}
