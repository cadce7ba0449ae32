import ParapetModel
import Testing

@Suite("whom to ask")
struct AuthorityBookTests {
  private func authority(_ name: String?, _ fund: SharedFund, _ areas: String...) -> Authority {
    var authority = Authority(funds: [fund], areas: areas.map { Authority.Area(nuts: $0) })
    authority.office = name.map {
      Authority.Office(
        names: [LocalizedText($0, language: "en")], citation: Citation(grade: .official, source: "none"))
    }
    return authority
  }

  private var book: AuthorityBook {
    AuthorityBook(
      [
        authority("ministry", .regionalDevelopment, "FR"),
        authority("region", .regionalDevelopment, "FRL"),
        authority("first border", .interreg, "FRL04", "ITC1"),
        authority("second border", .interreg, "FRL"),
        authority(nil, .regionalDevelopment, "DE3"),
        authority("west", .regionalDevelopment, "NL33"),
      ], funds: ["ERDF": .regionalDevelopment, "INTERREG-A": .interreg])
  }

  private func names(_ instrument: String, _ nuts: String?, _ country: String? = nil) -> [String] {
    book.authorities(for: instrument, nuts: nuts, country: country.flatMap { Country($0) }).map {
      $0.office?.names.first?.text ?? "unknown"
    }
  }

  @Test("the smallest area around a place wins")
  func mostSpecific() {
    #expect(names("ERDF", "FRL04") == ["region"])
    #expect(names("ERDF", "FR101") == ["ministry"])
    #expect(names("ERDF", nil, "FR") == ["ministry"])
  }

  @Test("every programme along a border is one to ask")
  func borders() {
    #expect(names("INTERREG-A", "FRL04") == ["first border", "second border"])
    #expect(names("INTERREG-A", "ITC11") == ["first border"])
  }

  @Test("an unknown authority is said to be unknown, and an unknown place or instrument has none")
  func unknown() {
    #expect(names("ERDF", "DE300") == ["unknown"])
    #expect(names("ERDF", "PT170").isEmpty)
    #expect(names("ERDF", nil).isEmpty)
    #expect(names("LIFE", "FRL04").isEmpty)
  }

  @Test("codes of earlier and later versions of NUTS are the same places")
  func versions() {
    // Provence was FR82 until 2018, and Rotterdam's region NL33 was divided in 2024.
    #expect(names("ERDF", "FR824") == ["region"])
    #expect(names("ERDF", "NL366") == ["west"])
  }
}
