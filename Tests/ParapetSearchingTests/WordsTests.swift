import SeededDraws
import ParapetModel
import Testing

@testable import ParapetSearching

@Suite("Words")
struct WordsTests {
  @Test(
    "spellings of one word meet",
    arguments: [
      ("Évaluation", "evaluation"), ("BARRIÈRES", "barriere"), ("barrier", "barriers"), ("jeux", "jeu"),
      ("Straße", "strase"), ("caméra", "cameras"), ("réaménagement", "REAMENAGEMENTS"),
      ("cafe\u{301}", "café"), ("Fußgänger", "fusganger"), ("Łódź", "lodz"),
    ])
  func meet(left: String, right: String) {
    #expect(!numbers(left).isEmpty)
    #expect(numbers(left) == numbers(right))
  }

  @Test(
    "different words stay apart",
    arguments: [("barrier", "barriere"), ("drone", "drones2"), ("gas", "gaz"), ("police", "policy")])
  func apart(left: String, right: String) {
    #expect(numbers(left) != numbers(right))
  }

  @Test("the s of a short word is no plural")
  func shortWords() {
    #expect(numbers("bus") != numbers("bu"))
    #expect(numbers("bus") != numbers("bur"))
    #expect(numbers("sas") == numbers("SAS"))
  }

  @Test("punctuation, apostrophes and dashes part words, and letters alone say nothing")
  func parting() {
    #expect(numbers("l'exercice—d’évacuation, (pilote)").count == 3)
    #expect(numbers("d'à y 4 m²") == [])
    #expect(numbers("vidéo-protection") == numbers("vidéo protection"))
  }

  @Test("a word's place is where the text spells it, accents included")
  func places() {
    let text = "« Évaluation » des caméras"
    var found: [String] = []
    Words.forEachWritten(in: text) { token in
      let bytes = Array(text.utf8)[Int(token.start)..<Int(token.end)]
      found.append(String(decoding: bytes, as: UTF8.self))
    }
    #expect(found == ["Évaluation", "des", "caméras"])
  }

  @Test(
    "scripts and signs of any kind are read to their end",
    arguments: [
      "Ασφάλεια των πόλεων", "обществени места", "城市安全", "🛡️🏙️ safe 🇫🇷", "a\u{301}\u{302}", "\u{0}", "ﬁn",
    ])
  func anyScript(text: String) {
    Words.forEachWritten(in: text) { token in
      #expect(token.start < token.end && Int(token.end) <= text.utf8.count)
    }
  }

  @Test("random scalars never lead beyond the text")
  func randomText() {
    var generator = SeededGenerator()
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10ffff, using: &generator))
        text.unicodeScalars.append(scalar ?? " ")
      }
      var last: Int32 = 0
      Words.forEachWritten(in: text) { token in
        #expect(token.start >= last && Int(token.end) <= text.utf8.count, "seed \(generator.seed)")
        last = token.end
      }
    }
  }

  private func numbers(_ text: String) -> [UInt64] {
    var numbers: [UInt64] = []
    Words.forEachWritten(in: text) { numbers.append($0.stem) }
    return numbers
  }
}
