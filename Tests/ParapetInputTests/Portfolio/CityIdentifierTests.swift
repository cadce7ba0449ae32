import ParapetInput
import Testing

@Suite("The id that is made of a city's name")
struct CityIdentifierTests {
  @Test(
    "without accents and marks",
    arguments: [
      ("Saint Élan", "saint-elan"), ("Łódź", "lodz"), ("Grießen (Baden)", "griessen-baden"),
      ("L’Œuvre 2", "l-oeuvre-2"),
      ("Αθήνα", "city"), ("..", "city"),
    ])
  func made(_ name: String, _ id: String) { #expect(CityIdentifier.made(of: name) == id) }
}
