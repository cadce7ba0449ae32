import Foundation
public import ParapetMatching
import ParapetModel

/// The answer to a question with a known answer, as one line of JSON for a scorer.
public struct AnswerDocument: Sendable {
  private let answer: Evaluation.Answer

  /// An answer ready to be written.
  public init(_ answer: Evaluation.Answer) { self.answer = answer }

  /// The line, keys in byte order, with its line break.
  public var line: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let body = Body(
      id: answer.id, ranked: answer.ranked, verdicts: answer.verdicts.mapValues(\.rawValue),
      questions: answer.questions.mapValues { $0.map(\.rawValue) }, excluding: answer.excluding,
      relevance: answer.relevance, parts: answer.parts.isEmpty ? nil : answer.parts,
      fits: answer.fits.isEmpty ? nil : answer.fits,
      standings: answer.standings.isEmpty ? nil : answer.standings)
    guard let data = try? encoder.encode(body) else {
      preconditionFailure("an answer holds texts only, which always encode")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private struct Body: Encodable {
    var id: String
    var ranked: [String]
    var verdicts: [String: String]
    var questions: [String: [String]]
    var excluding: [String: [String]]
    var relevance: [String: Int]
    var parts: [String: [Int]]?
    var fits: [String: [Int]]?
    var standings: [String: String]?
  }
}
