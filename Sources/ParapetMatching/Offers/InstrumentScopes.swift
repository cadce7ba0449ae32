import ParapetModel

/// Which instrument governs which opportunity, by programme, identifier and type of action.
struct InstrumentScopes: Sendable {
  private typealias Entry = (scope: Scope, instrument: String)

  /// Those that name a programme with those that name none, by the programme and in their order.
  private let ofProgrammes: [String: [Entry]]
  /// Those that name none.
  private let ofAny: [Entry]

  init(_ instruments: [Opportunity]) {
    let scopes = instruments.flatMap { instrument in
      instrument.appliesTo.map { (scope: $0, instrument: instrument.identifier) }
    }
    let programmes = Set(scopes.compactMap(\.scope.programme))
    ofAny = scopes.filter { $0.scope.programme == nil }
    ofProgrammes = Dictionary(
      uniqueKeysWithValues: programmes.map { programme in
        (programme, scopes.filter { $0.scope.programme == nil || $0.scope.programme == programme })
      })
  }

  /// The instrument whose scope agrees with an opportunity and says most about it.
  func instrument(governing opportunity: Opportunity) -> String? {
    // A project that passes money on sets rules of its own; those of the topic that pays it bind the project alone.
    guard !opportunity.isCascade else { return nil }
    var best: (parts: Int, name: String)?
    for (scope, name) in opportunity.programme.flatMap({ ofProgrammes[$0.code] }) ?? ofAny {
      guard let parts = scope.agreement(with: opportunity) else { continue }
      if let found = best, found.parts >= parts { continue }
      best = (parts, name)
    }
    return best?.name
  }
}

extension Scope {
  /// How many of the stated parts agree with an opportunity, or nothing where one does not.
  func agreement(with opportunity: Opportunity) -> Int? {
    var parts = 0
    if let programme {
      guard opportunity.programme?.code == programme else { return nil }
      parts += 1
    }
    if let identifierPrefix {
      guard opportunity.identifier.hasPrefix(identifierPrefix) else { return nil }
      parts += 1
    }
    if let typeOfAction {
      let wanted = typeOfAction.lowercased()
      guard
        opportunity.typesOfAction.contains(where: {
          $0.code.lowercased() == wanted || $0.label?.lowercased() == wanted
        })
      else { return nil }
      parts += 1
    }
    return parts > 0 ? parts : nil
  }
}
