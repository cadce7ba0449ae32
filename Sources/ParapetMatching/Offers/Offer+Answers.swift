import ParapetModel

extension Offer {
  /// The offer as a city sees it for an item: with what it found out in place of what the rules would ask.
  func answered(by city: City, about item: Item) -> Offer {
    guard !city.answers.isEmpty, answers.isEmpty else { return self }
    let given = city.answers(about: item.id, opportunity)
    guard !given.isEmpty else { return self }
    return Offer(self, tree: tree.answered(by: given), answers: given)
  }

  /// The answer to a question that no criterion of the tree asks.
  func answer(to questions: String...) -> GivenAnswer? {
    answers.first { questions.contains($0.answer.question) }
  }

  /// The codes under which a city can answer what the offer asks.
  public var questionCodes: [String] {
    tree.leaves.map(\.id) + [Answer.callDocument, CriterionKind.grantSize.rawValue]
  }
}

extension InstrumentBook {
  /// The codes of the questions of all instruments and of the calls of our own files.
  public var questionCodes: [String] {
    Set((allInstruments + allCalls).flatMap(\.questionCodes)).sorted()
  }
}

extension Tree {
  /// The tree as answers leave it.
  ///
  /// An answer about the call's document decides what only that document could.
  func answered(by answers: [GivenAnswer]) -> Tree {
    let document = answers.first { $0.answer.question == Answer.callDocument }
    return mapLeaves { leaf in
      let own = answers.first { $0.answer.question == leaf.id }
      guard own != nil || document != nil else { return leaf }
      var answered = leaf
      answered.logic = AnsweredLogic(leaf: leaf, own: own, document: document)
      answered.isAnswered = true
      answered.canExclude = leaf.canExclude || own?.outcome != nil
      return answered
    }
  }
}

/// A criterion about which the city found something out.
private struct AnsweredLogic: CriterionLogic {
  let leaf: Tree.Leaf
  let own: GivenAnswer?
  let document: GivenAnswer?

  var reads: SubjectParts { leaf.logic?.reads ?? [] }

  func required(on day: Day) -> Required { leaf.logic?.required(on: day) ?? .unreadable }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    var judgement = leaf.judge(subject, on: day)
    if let own {
      judgement.answer = own
      return own.outcome.map { decided($0, by: own) } ?? judgement
    }
    guard let document, judgement.outcome == .undecided, judgement.missing == [.callDocument] else {
      return judgement
    }
    judgement.answer = document
    return document.outcome == .met ? decided(.met, by: document) : judgement
  }

  /// What a leaf says whose demand is met or not; beneath a negation the demand is the opposite.
  private func decided(_ outcome: Outcome, by answer: GivenAnswer) -> Judgement {
    Judgement(
      outcome: leaf.isNegated ? outcome.negated : outcome, stated: .answered(answer), answer: answer)
  }

  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    own?.outcome == nil ? leaf.logic?.proposals(subject, on: day) ?? [] : []
  }
}
