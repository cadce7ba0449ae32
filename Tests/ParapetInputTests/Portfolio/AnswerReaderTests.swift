import Foundation
import ParapetModel
import Testing

@testable import ParapetInput

@Suite("answers.csv")
struct AnswerReaderTests {
  private static let header = "item,opportunity,question,answer,source,by,on\n"

  private func read(_ answers: String) -> (answers: [Answer], findings: [Diagnostic]) {
    let read = PortfolioReader.read(
      city: Array(MarkedPortfolio.city.utf8), items: Array("id,title\nb1,Promenade\n".utf8), costs: nil,
      answers: Array(answers.utf8), prefix: "p/")
    return (read.portfolio?.city.answers ?? [], read.diagnostics)
  }

  @Test("each line is an answer; a star stands for all")
  func lines() {
    let read = read(
      Self.header
        + "b1,CALL-1,seat,met,\"letter, 3 March\",J. Doe,2026-03-03\n*,*,plan,unknown,,J. Doe,2026-03-04\n")
    #expect(read.findings.isEmpty)
    #expect(read.answers.map(\.item) == ["b1", nil] && read.answers.map(\.opportunity) == ["CALL-1", nil])
    #expect(read.answers.map(\.outcome) == [.met, .undecided])
    #expect(read.answers.first?.source == "letter, 3 March" && read.answers.first?.by == "J. Doe")
    #expect(read.answers.first?.on == Day("2026-03-03"))
  }

  @Test(
    "what does not say what, whose word and when, is not counted",
    arguments: [
      ("b1,CALL-1,seat,perhaps,,J. Doe,2026-03-03", "unknown-answer", 16),
      ("b2,CALL-1,seat,met,,J. Doe,2026-03-03", "unknown-item", 1),
      ("b1,CALL-1,seat,met,,,2026-03-03", "incomplete-answer", 1),
      ("b1,CALL-1,seat,met,,J. Doe,", "incomplete-answer", 1),
      ("b1,CALL-1,seat,met,,J. Doe,2026-02-30", "no-such-date", 28),
      ("b1,*,call-document,met,,J. Doe,2026-03-03", "answer-for-all", 4),
    ])
  func refused(_ line: String, _ id: String, _ column: Int) {
    let read = read(Self.header + line + "\n")
    #expect(read.findings.map(\.id) == [id] && read.answers.isEmpty)
    #expect(read.findings.first?.place == Diagnostic.Place(file: "p/answers.csv", line: 2, column: column))
  }

  @Test("of two answers of one day that contradict each other neither counts; a later day outranks")
  func contradiction() {
    let line = "b1,CALL-1,seat,met,,J. Doe,2026-03-03\n"
    let both = read(Self.header + line + "b1,call-1,seat,unmet,,M. Roe,2026-03-03\n")
    #expect(both.findings.map(\.id) == ["answers-disagree", "answers-disagree"] && both.answers.isEmpty)
    let later = read(Self.header + line + "b1,CALL-1,seat,unmet,,M. Roe,2026-03-04\n")
    #expect(later.findings.isEmpty && later.answers.count == 2)
  }

  @Test(
    "an answer is added in the file's own habits",
    arguments: [
      (
        "on;by;answer;question;opportunity;item;note\r\n2026-03-01;A;met;x;C;b1;n\r\n",
        "2026-03-03;\"J; Doe\";unmet;seat;CALL-1;b1;\r\n", nil
      ),
      (
        "\u{FEFF}item,opportunity,question,answer,source,by,on",
        "\nb1,CALL-1,seat,unmet,'=letter,J; Doe,2026-03-03\n", "=letter"
      ),
      (
        "sep=\t\nitem\topportunity\tquestion\tanswer\tsource\tby\ton\n",
        "b1\tCALL-1\tseat\tunmet\t'=letter\tJ; Doe\t2026-03-03\n", "=letter"
      ),
    ] as [(String, String, String?)])
  func habits(_ before: String, _ added: String, _ source: String?) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "answers-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let hasLineEnd = before.contains { $0.isNewline }
    try Data(before.utf8).write(to: URL(filePath: folder + "/answers.csv"))
    let answer = Answer(
      item: "b1", opportunity: "CALL-1", question: "seat", outcome: .unmet, source: source, by: "J; Doe",
      on: try #require(Day("2026-03-03")))
    let table = try AnswerTable(folder: folder, country: Country("FR")).adding(answer, known: [])
    let expected = hasLineEnd ? added : added.replacingOccurrences(of: "\n", with: "\r\n")
    #expect(table.bytes.map { String(decoding: $0, as: UTF8.self) } == before + expected)
  }

  @Test("the same answer twice is written once, and another of the same day is refused")
  func twice() throws {
    var answer = Answer(
      item: nil, opportunity: "CALL-1", question: "seat", outcome: .met, by: "J. Doe",
      on: try #require(Day("2026-03-03")))
    let table = AnswerTable(folder: "nowhere", country: nil)
    #expect(try table.adding(answer, known: [answer]).bytes == nil)
    let known = answer
    answer.outcome = .unmet
    #expect(throws: AnswerTableError.self) { try table.adding(answer, known: [known]) }
  }
}
