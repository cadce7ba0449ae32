/// Kinds of body of which any will do: a class, a role, or both at once, as conditions of calls name them.
public struct Bodies: Hashable, Sendable, CustomStringConvertible {
  /// One kind: everything that it names must hold.
  public struct Kind: Hashable, Sendable {
    /// The class.
    public var applicant: ApplicantClass?
    /// The role.
    public var role: BodyRole?
    /// Whether it works for the whole state.
    public var isNational = false
    /// A name, or a quality, that nobody can be judged by.
    public var unknown: String?
  }

  /// The kinds, in the order of the text.
  public var kinds: [Kind]

  /// The kinds of a text such as `police|law-enforcement`, `local-authority+disaster-response`, `?training centre`; nil
  /// where a word of it is not known. `any` is every body.
  public init?(_ text: String) {
    kinds = []
    for alternative in text.split(separator: "|") {
      var kind = Kind()
      for part in alternative.split(separator: "+", omittingEmptySubsequences: false).map(String.init) {
        if part.hasPrefix("?") {
          kind.unknown = String(part.dropFirst())
        } else if part == "national" {
          kind.isNational = true
        } else if let applicant = ApplicantClass(rawValue: part) {
          kind.applicant = applicant
        } else if let role = BodyRole(rawValue: part) {
          kind.role = role
        } else if part != "any" {
          return nil
        }
      }
      kinds.append(kind)
    }
    if kinds.isEmpty { return nil }
  }

  /// Whether every body counts.
  public var isAny: Bool { kinds.contains(Kind()) }

  /// The text that it is read from.
  public var description: String {
    kinds.map { kind in
      let parts = [
        kind.applicant?.rawValue, kind.role?.rawValue, kind.isNational ? "national" : nil,
        kind.unknown.map { "?" + $0 },
      ].compactMap(\.self)
      return parts.isEmpty ? "any" : parts.joined(separator: "+")
    }.joined(separator: "|")
  }

  /// Whether a body is of one of the kinds.
  ///
  /// Customs and border guards are of the class of the police, too: where the police are asked for, a body that states its
  /// roles counts by these alone.
  public func outcome(for facts: ApplicantFacts) -> Outcome {
    let asksRoles = facts.roles != nil && kinds.contains { $0.role == .police }
    return kinds.filter { !asksRoles || $0 != Kind(applicant: .lawEnforcement) }.map {
      $0.outcome(for: facts)
    }.max { $0.certainty < $1.certainty } ?? .unmet
  }
}

extension Bodies.Kind {
  fileprivate func outcome(for facts: ApplicantFacts) -> Outcome {
    var outcomes: [Outcome] = []
    if let applicant {
      outcomes.append(facts.applicant.map { $0 == applicant ? .met : .unmet } ?? .undecided)
    }
    if let role {
      if let roles = facts.roles {
        outcomes.append(roles.contains { $0 == role || role.including.contains($0) } ? .met : .unmet)
      } else {
        outcomes.append(facts.applicant.map(role.outcome(for:)) ?? .undecided)
      }
    }
    if isNational {
      switch facts.applicant {
      case .nationalAuthority: outcomes.append(.met)
      case .localAuthority, .regionalAuthority, .research, .nonProfit, .privateCompany:
        outcomes.append(.unmet)
      case .lawEnforcement, .publicBody, .internationalOrganisation, nil: outcomes.append(.undecided)
      }
    }
    if unknown != nil { outcomes.append(.undecided) }
    return outcomes.min { $0.certainty < $1.certainty } ?? .met
  }
}

extension Outcome {
  /// The order in which a better answer of several is chosen.
  fileprivate var certainty: Int {
    switch self {
    case .unmet: 0
    case .undecided: 1
    case .met: 2
    }
  }
}
