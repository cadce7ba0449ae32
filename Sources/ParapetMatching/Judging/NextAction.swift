public import ParapetModel

/// What a person does next about an answer, whose turn it is, and until when.
public struct NextAction: Hashable, Sendable {
  /// What is to be done.
  public var step: Step
  /// The last day on which it is of use: that of the next deadline; nothing where there is none.
  public var until: Day?

  /// What is to be done.
  public enum Step: Hashable, Sendable {
    /// Write the application.
    case apply
    /// Ask the authority that runs the money, since no call is published: for a call, or whether it pays for such a thing.
    case ask(Subject)
    /// Read the call's own document, which is at an address where one is known.
    case read(at: String?)
    /// Answer questions, by the names of the criteria that wait for them.
    case answer([Fact], questions: [String])
    /// Find partners who meet what fails or is open.
    case findPartners([Reason])
    /// Find out whether a rule that nobody has verified is really asked.
    case verify([Reason], at: String?)
    /// Find out whether it pays for such a thing at all.
    case checkSubject(at: String?)
    /// Nothing: a rule says no.
    case leave([Reason])
    /// Wait for the next call, since this one is closed.
    case awaitCall
  }

  /// What an authority is asked.
  public enum Subject: Hashable, Sendable {
    /// When it takes applications.
    case call
    /// Whether unverified rules really bind.
    case rules([Reason])
    /// Whether it pays for such a thing.
    case relevance
  }

  /// Whose turn it is.
  public enum Doer: String, Hashable, Sendable, CaseIterable {
    case city, partner, authority
    case callDocument = "call-document"
  }

  /// Whose turn it is.
  public var by: Doer {
    switch step {
    case .apply, .answer, .leave, .awaitCall: .city
    case .ask: .authority
    case .findPartners: .partner
    case .read, .verify, .checkSubject: .callDocument
    }
  }

  /// The name of the step.
  public var code: String {
    switch step {
    case .apply: "apply"
    case .ask: "ask"
    case .read: "read"
    case .answer: "answer"
    case .findPartners: "find-partners"
    case .verify: "verify"
    case .checkSubject: "check-subject"
    case .leave: "leave"
    case .awaitCall: "await-call"
    }
  }
}

extension Match {
  /// What to do next: it follows from the standing, and for what has no call it is the authority that is asked.
  public var next: NextAction {
    NextAction(step: step, until: status == .closed ? nil : nextDeadline?.day)
  }

  private var step: NextAction.Step {
    let standing = standing
    if standing == .no { return .leave(reasons(where: { $0.outcome == .unmet && !$0.isUnverified })) }
    if status == .closed { return .awaitCall }
    let page = offer.opportunity.landingPage
    switch standing {
    case .ready: return status == .noCall ? .ask(.call) : .apply
    case .readCall: return status == .noCall ? .ask(.call) : .read(at: page)
    case .answer:
      var open = reasons(where: { $0.outcome == .undecided && $0.waitsForCity })
      // What is paid for on one subject or in a strategy alone is asked by the list of measures.
      if open.isEmpty {
        open = self.reasons.filter { !$0.isMoot && $0.outcome == .undecided && $0.waitsForCity }
      }
      let facts = Set(open.flatMap(\.missing).filter { $0.declaration.part != .nobody }).sorted()
      return .answer(facts, questions: open.map(\.id))
    case .partner:
      return .findPartners(reasons(where: { $0.isPartnersTurn }))
    case .doubtful:
      let unverified = reasons(where: { $0.isUnverified })
      if unverified.isEmpty { return status == .noCall ? .ask(.relevance) : .checkSubject(at: page) }
      return status == .noCall ? .ask(.rules(unverified)) : .verify(unverified, at: page)
    case .no: return .leave([])
    }
  }

  private func reasons(where holds: (Reason) -> Bool) -> [Reason] {
    reasons.filter { !$0.isMoot && !$0.isOfFitOrTiming && holds($0) }
  }
}

extension Reason {
  /// Whether a fact of the city or of a partner is missing.
  var waitsForCity: Bool { missing.contains { $0.declaration.part != .nobody } }

  /// Whether partners make it met where it fails, or decide it where it is open.
  var isPartnersTurn: Bool {
    switch outcome {
    case .met: false
    case .unmet: !isUnverified && isCurableByPartners
    case .undecided: missing.contains(.partners)
    }
  }
}
