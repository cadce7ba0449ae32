import ParapetInput
import ParapetMatching
public import ParapetModel

/// An answer to a question of eligibility, as a person gives it.
public struct AnswerQuestion: Hashable, Sendable {
  /// The item, or `*` for all.
  public var item: String
  /// The opportunity, or `*` for all.
  public var opportunity: String
  /// The code printed beside the question.
  public var question: String
  /// What was found.
  public var answer: AnswerWord
  /// Who says so.
  public var by: String
  /// Where it was found.
  public var source: String?

  /// An answer from its parts.
  public init(
    item: String, opportunity: String, question: String, answer: AnswerWord, by: String, source: String?
  ) {
    self.item = item
    self.opportunity = opportunity
    self.question = question
    self.answer = answer
    self.by = by
    self.source = source
  }
}

extension Inquiry {
  /// Writes an answer into a portfolio's answers.csv, on the day judged; the file stays as it was otherwise.
  ///
  /// - Returns: the file, or nothing where it says so already.
  /// - Throws: `Failure`: `misuse` where the item, the opportunity or the question is not known, `unusable` where the table
  ///   cannot take it, `unwritable`.
  public func answer(_ question: AnswerQuestion, in folder: String) throws(Failure) -> String? {
    try Failure.on {
      let city = try portfolio(folder)
      let all = "*"
      guard question.item == all || city.items.contains(where: { $0.id == question.item }) else {
        throw Failure.unknownItem(question.item, in: [city])
      }
      let codes =
        question.opportunity == all
        ? desk.book.questionCodes : try find(question.opportunity).offer.questionCodes
      guard codes.contains(question.question) else {
        throw Failure.unknownQuestion(question.question, about: question.opportunity, among: codes)
      }
      let answer = Answer(
        item: question.item == all ? nil : question.item,
        opportunity: question.opportunity == all ? nil : question.opportunity, question: question.question,
        outcome: question.answer.outcome, source: question.source, by: question.by, on: day)
      let table: AnswerTable
      do throws(AnswerTableError) {
        table = try AnswerTable(folder: folder, country: city.city.facts.country).adding(
          answer, known: city.city.answers)
      } catch {
        throw Failure(.unusable, error.said)
      }
      guard let bytes = table.bytes else { return nil }
      try OutputFile(path: table.path).write(bytes)
      return table.path
    }
  }

  /// Cities with what is wrong in their answers found out: questions that nothing on offer asks, and opportunities that
  /// nobody knows.
  func checked(_ cities: [Portfolio], among offers: [Offer]) -> [Portfolio] {
    guard cities.contains(where: { !$0.city.answers.isEmpty }) else { return cities }
    return cities.map { city in
      var checked = city
      for answer in city.city.answers {
        guard let finding = finding(about: answer, among: offers) else { continue }
        tell(.findings([finding]))
        if finding.severity == .error { checked.unread.append(Unread(finding, item: answer.item)) }
      }
      return checked
    }
  }

  /// What is wrong with an answer; nothing where some question waits for it.
  private func finding(about answer: Answer, among offers: [Offer]) -> Diagnostic? {
    var codes: [String]?
    if let name = answer.opportunity {
      codes = offers.first { $0.opportunity.goes(by: name) }?.questionCodes
      if codes == nil { codes = try? find(name).offer.questionCodes }
    } else {
      codes = desk.book.questionCodes + offers.flatMap(\.questionCodes)
    }
    guard let codes else { return .unknownOpportunity(answer) }
    return codes.contains(answer.question) ? nil : .unknownQuestion(answer, among: codes)
  }
}

extension Failure {
  fileprivate static func unknownQuestion(_ name: String, about opportunity: String, among codes: [String])
    -> Failure
  {
    let list = codes.joined(separator: ", ")
    let known = codes.count <= mostNamed ? Message(en: "it asks \(list)", fr: "elle demande \(list)") : nil
    let said =
      opportunity == "*"
      ? Message(en: "nothing asks '\(name)'", fr: "rien ne demande « \(name) »")
      : Message(
        en: "'\(opportunity)' does not ask '\(name)'", fr: "« \(opportunity) » ne demande pas « \(name) »")
    return Failure(
      .misuse, said.followed(by: Diagnostic.nearest(to: name, among: codes).map { .didYouMean($0) } ?? known))
  }

  private static let mostNamed = 40
}

extension Diagnostic {
  fileprivate static func unknownQuestion(_ answer: Answer, among codes: [String]) -> Diagnostic {
    let opportunity = answer.opportunity ?? "*"
    return Diagnostic(
      .error, id: "unknown-question", at: answer.place,
      Message(
        en: "'\(opportunity)' does not ask '\(answer.question)'; the answer decides nothing",
        fr: "« \(opportunity) » ne pose pas la question « \(answer.question) » ; la réponse ne décide rien"),
      suggestion: Diagnostic.nearest(to: answer.question, among: codes).map(Message.didYouMean))
  }

  fileprivate static func unknownOpportunity(_ answer: Answer) -> Diagnostic {
    Diagnostic(
      .warning, id: "unknown-opportunity", at: answer.place,
      Message(
        en: "nothing on offer is called '\(answer.opportunity ?? "*")'; the answer waits for it",
        fr: "rien de proposé ne s’appelle « \(answer.opportunity ?? "*") » ; la réponse l’attend"))
  }
}
