@testable import ParapetSearching
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Languages of items")
struct LanguagesTests {
  @Test(
    "an item finds its concepts by what cities call them, whatever the ending",
    arguments: [
      ("de", "Videoüberwachung am Bahnhofsvorplatz", "surveillance"),
      ("de", "Versenkbare Poller in den Gassen", "barriers"),
      ("es", "Bolardos retráctiles en la plaza", "barriers"),
      ("es", "Cámaras de videovigilancia", "surveillance"),
      ("it", "Telecamere di videosorveglianza nelle piazze", "surveillance"),
      ("it", "Dissuasori mobili", "barriers"),
      ("nl", "Cameratoezicht in het uitgaansgebied", "nightlife"),
      ("nl", "Verzinkbare palen op het plein", "barriers"),
      ("pl", "Rozbudowa monitoringu wizyjnego", "surveillance"),
      ("pl", "Bezpieczeństwo w szkołach", "school"),
      ("pt", "Pilaretes retráteis na praça", "barriers"),
      ("pt", "Câmaras de videovigilância", "surveillance"),
      ("ro", "Camerele de supraveghere din cartiere", "surveillance"),
      ("ro", "Apărare împotriva inundațiilor", "flood"),
    ])
  func terms(language: String, title: String, concept: String) throws {
    #expect(try concepts(in: title, language).contains(concept))
  }

  @Test("Romanian is read with a comma below and with a cedilla")
  func cedilla() throws {
    #expect(try concepts(in: "inundații", "ro") == concepts(in: "inunda\u{163}ii", "ro"))
    #expect(try concepts(in: "inunda\u{163}ii", "ro") == ["flood"])
  }

  @Test(
    "a term is found inside a word that no list has, by its end before its beginning",
    arguments: [
      ("de", "Friedhofsbeleuchtung", ["lighting"]), ("nl", "Haltecamera", ["surveillance"]),
      ("de", "Quittung", []), ("es", "Cementerioiluminación", []),
    ])
  func compounds(language: String, word: String, found: [String]) throws {
    #expect(try concepts(in: word, language) == found)
  }

  @Test(
    "a short title without a function word is of the language whose terms it uses",
    arguments: [
      ("Bolardos retráctiles", "es"), ("Videosorveglianza urbana", "it"), ("Straßenbeleuchtung", "de"),
      ("Straatverlichting", "nl"), ("Monitoring wizyjny", "pl"), ("Videovigilância da freguesia", "pt"),
      ("Supraveghere video", "ro"), ("Éclairage public", "fr"), ("Street lighting", "en"),
      ("Vidéoprotection de la ville", "fr"), ("Training for the police of the city", "en"),
    ])
  func guessed(title: String, language: String) throws {
    let lexicon = try ShippedData.lexicon.get()
    #expect(lexicon.language(ofItem: title) == lexicon.language(of: "", tag: language))
  }

  @Test(
    "a false friend finds nothing by its spelling",
    arguments: [
      ("Formation des agents de la commune", "Formation of galaxies"),
      ("La policía de los barrios", "Policy frameworks"),
      ("Le stage des agents de la mairie", "Early stage ventures"),
      ("Das Gift im Garten und die Kinder", "Gift matching"),
      ("El control de los vecinos y de los barrios", "Motion control"),
      ("Brand in de wijk en op het plein", "Brand management"),
    ])
  func falseFriends(title: String, call: String) throws {
    let offers = [InstrumentBook.offer(.made(.call, "A", title: call))]
    let found = try WordSearch(offers: offers, lexicon: ShippedData.lexicon.get())
      .evidence(for: [Item.made("a", [], title: title)])
    #expect(found.first?.first == WordEvidence.none)
  }

  @Test("what two languages took from one word still meets")
  func cognates() throws {
    let offers = [InstrumentBook.offer(.made(.call, "A", title: "Resilience and prevention"))]
    let titles = [
      "Por los barrios: resiliencia y prevención para las calles",
      "Per la resilienza della piazza e per la prevenzione",
      "Uma resiliência das ruas e uma prevenção",
    ]
    for title in titles {
      let found = try WordSearch(offers: offers, lexicon: Lexicon(wordless()))
        .evidence(for: [Item.made("a", [], title: title)])
      #expect(found.first?.first?.hits.map(\.text) == ["Resilience", "prevention"], "\(title)")
    }
  }

  /// The languages as they are shipped, without a concept: only words can meet.
  private func wordless() throws -> Glossary {
    var glossary = Glossary()
    glossary.languages = try ShippedData.glossary.get().glossary.languages
    return glossary
  }

  private func concepts(in text: String, _ tag: String) throws -> [String] {
    let lexicon = try ShippedData.lexicon.get()
    var reading = Reading()
    lexicon.read(text, in: lexicon.language(of: text, tag: tag), into: &reading)
    return reading.finds.map { lexicon.concepts[Int($0.concept)] }
  }
}
