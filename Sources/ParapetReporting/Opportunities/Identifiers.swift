public import ParapetModel

/// Chooses the identifier that a reader sees: the opportunity's own where it is unique, else its reference.
public struct Identifiers: Sendable {
  private let repeated: Set<String>

  /// Identifiers that must be told apart among opportunities, of which one may occur several times.
  public init(among opportunities: some Sequence<Opportunity>) {
    var references: [String: String] = [:]
    var repeated: Set<String> = []
    for opportunity in opportunities {
      let reference = opportunity.reference ?? ""
      if let known = references.updateValue(reference, forKey: opportunity.identifier), known != reference {
        repeated.insert(opportunity.identifier)
      }
    }
    self.repeated = repeated
  }

  /// The identifier to show of an opportunity.
  public func shown(_ opportunity: Opportunity) -> String {
    shown(identifier: opportunity.identifier, reference: opportunity.reference)
  }

  /// The identifier to show of what goes by an identifier and perhaps a reference.
  func shown(identifier: String, reference: String?) -> String {
    repeated.contains(identifier) ? reference ?? identifier : identifier
  }
}
