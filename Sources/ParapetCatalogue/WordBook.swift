import GRDB
import ParapetModel
import Synchronization

/// The numbers of words that answers are full of: names of opportunities and criteria, codes, currencies. A number once given
/// stays.
final class WordBook: Sendable {
  private struct Known {
    var numbers: [String: UInt64] = [:]
    var words: [UInt64: String] = [:]

    mutating func note(_ number: UInt64, _ word: String) {
      numbers[word] = number
      words[number] = word
    }
  }

  private let known = Mutex(Known())

  /// The number of a word, which gets one where it has none.
  ///
  /// - Throws: `ByteFault` where the table that gives them does not keep it.
  func number(of word: String, _ db: Database) throws -> UInt64 {
    if let number = known.withLock({ $0.numbers[word] }) { return number }
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO kept_word (word) VALUES (?)").execute(arguments: [word]
    )
    let number = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM kept_word WHERE word = ?"), arguments: [word])
    guard let made = number.flatMap({ UInt64(exactly: $0) }) else { throw ByteFault() }
    known.withLock { $0.note(made, word) }
    return made
  }

  /// The word of a number.
  ///
  /// - Throws: `ByteFault` where none has it.
  func word(of number: UInt64, _ db: Database) throws -> String {
    if let word = known.withLock({ $0.words[number] }) { return word }
    guard
      let word = try String.fetchOne(
        db.cachedStatement(sql: "SELECT word FROM kept_word WHERE id = ?"),
        arguments: [Int64(bitPattern: number)])
    else { throw ByteFault() }
    known.withLock { $0.note(number, word) }
    return word
  }

  /// Forgets all of them: where a transaction is undone, the numbers that it gave are given to others.
  func forget() { known.withLock { $0 = Known() } }
}
