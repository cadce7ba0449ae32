import ParapetMatching
import ParapetModel

/// What is to be done about a match, in words.
extension MatchText {
  /// What to do next.
  var action: String { words.sentence(sentence(isShort: false)) }

  /// The same without the address of a document and the codes of answers, for where there is little room and the page is
  /// linked already.
  var shortAction: String { words.sentence(sentence(isShort: true)) }

  /// The same with whose turn it is and until when.
  var nextLine: String {
    let next = match.next
    return words.note(StandingNote.turn(action, of: next.by, until: next.until))
  }

  private func sentence(isShort: Bool) -> NextSentence {
    let authority = authority(isShort: isShort)
    return switch match.next.step {
    case .apply: .apply
    case .ask(.call): .askForCall(authority)
    case .ask(.rules(let reasons)): .askForRules(authority, rules: reasons.map(rule))
    case .ask(.relevance): .askForRelevance(authority)
    case .read(let address): .read(at: isShort ? nil : address)
    case .answer(let facts, let codes):
      .answer(facts: facts.map { Typography.continuing(words.word($0)) }, codes: isShort ? [] : codes)
    case .findPartners(let reasons): .findPartners(reasons.map(rule))
    case .verify(let reasons, let address): .verify(reasons.map(rule), at: isShort ? nil : address)
    case .checkSubject(let address): .checkSubject(at: isShort ? nil : address)
    case .leave(let reasons): .leave(reasons.map(rule))
    case .awaitCall: .awaitCall
    }
  }

  /// Who runs the money: by name where one is known, else by its part in the programme.
  private func authority(isShort: Bool) -> String {
    if let named = isShort ? authorityNames : namedAuthorities { return named }
    return words.runner(match.offer.management)
  }

  private func rule(_ reason: Reason) -> String { required(reason) }
}

/// What to do next, as JSON.
struct NextPart: Encodable {
  var step: String
  var action: String
  var by: String
  @OrNull var until: String?

  init(_ text: MatchText) {
    let next = text.match.next
    step = next.code
    action = text.action
    by = next.by.rawValue
    _until = OrNull(wrappedValue: next.until?.description)
  }
}

/// Questions and answers.
extension MatchText {
  /// The codes under which the answer to a question about a fact is given.
  func codes(of fact: Fact) -> [String] {
    var codes: [String] = []
    for reason in match.reasons where reason.questions.contains(fact) {
      // What only the call's document says is answered for the document as a whole.
      let code = fact == .callDocument && !reason.isUnverified ? Answer.callDocument : reason.id
      if !codes.contains(code) { codes.append(code) }
    }
    return codes
  }
}

/// An answer of the city, as JSON.
struct AnswerPart: Encodable {
  var answer: String
  var by: String
  var on: String
  @OrNull var source: String?
  @OrNull var lapsedOn: String?

  init(_ given: GivenAnswer) {
    answer = AnswerWord(given.answer.outcome).rawValue
    by = given.answer.by
    on = given.answer.on.description
    _source = OrNull(wrappedValue: given.answer.source)
    _lapsedOn = OrNull(wrappedValue: given.lapsedOn?.description)
  }
}
