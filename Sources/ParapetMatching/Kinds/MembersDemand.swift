public import ParapetModel

/// Bodies of stated kinds, numbers and countries.
public struct MembersDemand: Hashable, Sendable {
  /// One kind of body with its number.
  public struct Group: Hashable, Sendable {
    /// Which bodies count.
    public var bodies: Bodies
    /// How many of them, or which share of all, in per cent.
    public var minimum: Int
    /// Whether the number is a share.
    public var isShare = false
    /// In how many countries.
    public var countries = 0
    /// Of these, how many Member States.
    public var memberStates = 0
    /// Where a seat counts; empty for anywhere.
    public var places: [Place] = []
    /// Whether the text names places that are not known.
    public var hasUnknownPlaces = false
    /// Whether these lie outside the Union.
    public var isAbroad = false
  }

  /// Every kind asked for.
  public var groups: [Group] = []
  /// In how many countries all of them are together, and where a seat counts.
  public var together: Group?
  /// Who counts.
  public var counting: Set<Participation> = [.beneficiary]
  /// Whether one body may count twice; nil where nothing says.
  public var overlap: Bool?

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    for parameter in parameters {
      switch parameter.name {
      case "minimum":
        let group = try MembersDemand.group(parameter)
        if parameter.attributes["together"] == "yes" { together = group } else { groups.append(group) }
      case "include":
        guard let who = parameter.attributes["takesPart"].flatMap(Participation.init) else {
          throw .value("takesPart", of: parameter)
        }
        counting.insert(who)
      case "overlap": overlap = parameter.attributes["allowed"] != "no"
      default: throw .parameter(parameter.name, allowed: ["minimum", "include", "overlap"])
      }
    }
    guard !groups.isEmpty else { throw CriterionFault(message: "no <minimum>: the criterion says nothing") }
  }

  private static func group(_ parameter: Criterion.Parameter) throws(CriterionFault) -> Group {
    func number(_ attribute: String, _ fallback: Int) throws(CriterionFault) -> Int {
      guard let text = parameter.attributes[attribute] else { return fallback }
      guard let value = Int(text), (0...1000).contains(value) else { throw .value(attribute, of: parameter) }
      return value
    }
    guard let bodies = Bodies(parameter.attributes["bodies"] ?? "any") else {
      throw .value("bodies", of: parameter)
    }
    let share = try number("share", 0)
    var group = Group(bodies: bodies, minimum: try number("entities", 1))
    if share > 0 {
      group.minimum = share
      group.isShare = true
    }
    group.countries = try number("countries", 0)
    group.memberStates = try number("memberStates", 0)
    for code in (parameter.attributes["places"] ?? "").split(separator: "|") {
      if code == "?" || code == "?abroad" {
        group.hasUnknownPlaces = true
        group.isAbroad = code == "?abroad"
      } else if let place = Place(String(code)) {
        group.places.append(place)
      } else {
        throw .value("places", of: parameter)
      }
    }
    return group
  }
}
