import ParapetModel
import Testing

@testable import ParapetFetching

@Suite("What a server did is said in the language asked")
struct FetchLanguageTests {
  @Test("for every reason, with the address in it")
  func reasons() {
    let why = Message(en: "why", fr: "pourquoi")
    var errors: [FetchError] = [
      .unreachable(name: "a.eu", reason: why), .timedOut(name: "a.eu"), .cutOff(name: "a.eu"),
      .tooLarge(name: "a.eu", bytes: 5), .redirectedTooOften(name: "a.eu", times: 5),
      .redirectionRefused(name: "a.eu", to: "b.eu"), .unusable(name: "a.eu", reason: why),
    ]
    for code in [401, 404, 429, 503, 418] {
      errors.append(.status(name: "a.eu", code: code, retryAfter: code == 429 ? 30 : nil))
    }
    for error in errors {
      #expect(error.said.english != error.said.french)
      for language in Language.allCases { #expect(error.said[language].contains("a.eu")) }
      let notice = FetchNotice.retrying(name: "a.eu", reason: error, seconds: 2)
      #expect(notice.said.french.contains("nouvel essai dans 2 s"))
    }
    #expect(FetchError.notAnAddress.said.english != FetchError.notAnAddress.said.french)
    #expect(FetchError.untrusted.english != FetchError.untrusted.french)
  }
}
