import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("Spanish prose")
struct SpanishProseTests {
  @Test(
    "quirk 17: points group thousands, a comma is the decimal mark",
    arguments: [
      ("Primer Premio: 8.000 euros.", ["8000.00"]), ("1.200.000,50 €", ["1200000.50"]),
      ("300€ y 1.000,5 euros", ["300.00", "1000.50"]),
      ("2,5 millones de euros", ["2500000.00"]), ("un millón de euros, 3 millones euros", ["3000000.00"]),
      ("(500 euros)", ["500.00"]), ("de 100 a 200 EUR", ["200.00"]), ("0 euros", []), ("8.00 euros", []),
      ("20.000 habitantes", []), ("1,2,3 euros", []), ("99999999999999999 euros", []),
      ("99999999 millones de euros", []),
      ("8.000", []), ("", []),
    ] as [(String, [String])])
  func amounts(text: String, expected: [String]) {
    #expect(SpanishAmount.all(in: text).map(\.amount.decimal) == expected)
  }

  @Test("an amount knows the words of its own sentence")
  func sentences() {
    let found = SpanishAmount.all(in: "El crédito total es de 5.000 euros. Cada ayuda: 1.000 euros")
    #expect(found.map(\.before) == ["El crédito total es de", "Cada ayuda:"])
  }

  @Test(
    "the end of the period and its hour are found, also behind its beginning",
    arguments: [
      (
        "comenzará al día siguiente de la publicación y finalizará a las 14:00 horas del 25 de abril de 2030.",
        "2030-04-25", "14:00"
      ),
      ("Desde el 1 de marzo de 2030 hasta el 30 de marzo de 2030 a las 23:59 horas.", "2030-03-30", "23:59"),
      ("El plazo termina el 5 de mayo del 2030, a las 15 horas", "2030-05-05", "15:00"),
      ("Hasta el 25/04/2030, inclusive", "2030-04-25", nil), ("30 de abril de 2030.", "2030-04-30", nil),
      ("del 1 de marzo de 2030 al 15 de marzo de 2030", "2030-03-15", nil),
      ("finaliza a las 00:00 horas del 2 de junio de 2030", "2030-06-02", nil),
    ] as [(String, String, String?)])
  func deadlines(text: String, day: String, time: String?) throws {
    #expect(period(text).deadlines == [Deadline(day: try #require(Day(day)), time: time)])
  }

  @Test(
    "calendar days and months are counted from the publication",
    arguments: [
      ("veinte días naturales contados a partir del día siguiente al de la publicación", "2030-02-26"),
      ("treinta y cinco (35) días naturales desde el día siguiente a la publicación en el BOE", "2030-03-13"),
      ("un mes a contar desde el día siguiente al de la publicación de este extracto", "2030-03-06"),
      ("dos meses, el día siguiente al de su publicación", "2030-04-06"),
    ])
  func counted(text: String, day: String) throws {
    #expect(period(text).deadlines == [Deadline(day: try #require(Day(day)))])
    #expect(period(text).opening?.description == "2030-02-07")
    #expect(SpanishPeriod(text, published: nil).deadlines.isEmpty)
  }

  @Test("a month that has no such day ends with its last")
  func shortMonth() {
    let text = "un mes desde el día siguiente al de la publicación"
    #expect(
      SpanishPeriod(text, published: Day("2030-01-31")).deadlines.map(\.day.description) == ["2030-02-28"])
    #expect(
      SpanishPeriod(text, published: Day("2029-12-15")).deadlines.map(\.day.description) == ["2030-01-15"])
  }

  @Test(
    "what cannot be counted without a calendar of holidays stays open",
    arguments: [
      "veinte días hábiles contados a partir del día siguiente al de la publicación",
      "quince días contados desde el siguiente a la publicación",
      "treinta y cinco días naturales, siguiente publicación",
      "el 31 de febrero de 2030", "según las bases", "",
    ])
  func undecided(text: String) {
    #expect(period(text).deadlines.isEmpty)
  }

  @Test("the beginning is found where it is stated")
  func opening() {
    #expect(
      period("Desde el 1 de marzo de 2030 hasta el 30 de marzo de 2030").opening?.description == "2030-03-01")
    #expect(period("Hasta el 30 de marzo de 2030").opening == nil)
  }

  @Test("several modalities may end on several days")
  func several() {
    let text = "Modalidad A: hasta el 5 de junio de 2030. Modalidad B: hasta el 5 de mayo de 2030."
    #expect(period(text).deadlines.map(\.day.description) == ["2030-05-05", "2030-06-05"])
  }

  @Test("long texts are read in bounded time")
  func bounded() {
    #expect(period(String(repeating: "hasta 1 de ", count: 200_000)).deadlines.isEmpty)
    #expect(SpanishAmount.all(in: String(repeating: "1 ", count: 200_000)).isEmpty)
    #expect(SpanishAmount.all(in: String(repeating: "1 euro ", count: 1000)).count == 200)
  }

  private func period(_ text: String) -> SpanishPeriod { SpanishPeriod(text, published: Day("2030-02-06")) }
}
