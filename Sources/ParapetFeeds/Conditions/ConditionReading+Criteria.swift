import ParapetModel

/// What was read, as criteria: each graded `call`, with the sentence and the record that states it.
extension ConditionReading {
  /// The conditions of a record as one requirement, or nil where its text has no sections of conditions.
  ///
  /// A text that was read whole and adds nothing to the general rules asks for nothing, which is said by a requirement
  /// without parts.
  ///
  /// - Parameters:
  ///   - source: the address of the record, or its reference.
  ///   - others: what else the record states, such as its description.
  func requirement(source: String, and others: [Stated] = []) -> Requirement? {
    guard hasSections || !others.isEmpty else { return nil }
    var maker = CriterionMaker(source: source, seats: seats)
    let all = stated + others.filter { other in !stated.contains { $0.demand == other.demand } }
    let largest = ConditionReading.largestConsortium(all)
    for entry in all {
      // Nobody can keep both; which of them is meant, only the call can say.
      if let largest, entry.demand.contradicts(largest, among: all) {
        maker.add(sentence: "open", entry.quote)
      } else {
        maker.add(entry)
      }
    }
    for quote in open { maker.add(sentence: "open", quote) }
    // Headings with nothing under them: what is asked stands in the call's documents.
    let isEmpty = stated.isEmpty && open.isEmpty && neutral.isEmpty
    if !hasSections || isEmpty { maker.add(sentence: "document", nil) }
    return .all(maker.criteria.map { .criterion($0) })
  }

  /// The general rule for the number of those who apply, where a joint undertaking's topic points to the general rules
  /// and to nothing else: undertakings may have rules of their own, so that nothing general alone decides theirs.
  func general(for typesOfAction: [String]) -> Stated? {
    guard isWhole, !stated.contains(where: { $0.demand == .alone }),
      let pointer = neutral.last(where: { $0.kind == .generalRules }),
      let type = typesOfAction.first(where: { $0.contains(" JU ") || $0.hasPrefix("HORIZON-JU") })
    else { return nil }
    let words = type.lowercased()
    if words.contains("coordination and support") || words.hasSuffix("-csa") {
      return Stated(demand: .general(isSingle: true), quote: pointer.quote)
    }
    guard words.contains("innovation action") || words.hasSuffix("ia") else { return nil }
    return Stated(demand: .general(isSingle: false), quote: pointer.quote)
  }

  /// How many organisations may apply together at most, where that is stated.
  private static func largestConsortium(_ stated: [Stated]) -> Int? {
    stated.compactMap { entry in
      switch entry.demand {
      case .atMost(let number): number
      case .alone: 1
      default: nil
      }
    }.min()
  }

  /// The criteria of what some sentences ask.
  ///
  /// - Parameter others: what else the text states; who may be controlled from where depends on it.
  static func criteria(of stated: [Stated], beside others: [Stated]) -> [Criterion] {
    var whole = ConditionReading()
    whole.stated = others + stated
    var maker = CriterionMaker(source: "none", seats: whole.seats)
    for entry in stated { maker.add(entry) }
    return maker.criteria
  }

  /// The places that participation is limited to, which are those where a member may be controlled from.
  private var seats: PlaceList? {
    stated.lazy.compactMap { if case .seats(let places, _) = $0.demand { places } else { nil } }.first
  }
}

extension Demand {
  /// Whether it cannot be kept beside a largest number of organisations, or is that number beside what cannot.
  fileprivate func contradicts(_ largest: Int, among all: [ConditionReading.Stated]) -> Bool {
    switch self {
    case .members(let members): members.fewest > largest
    case .atMost, .alone:
      all.contains { if case .members(let members) = $0.demand { members.fewest > largest } else { false } }
    default: false
    }
  }
}

extension MemberDemand {
  /// The fewest organisations that can be all that is asked for.
  fileprivate var fewest: Int {
    let counted = groups.filter { !$0.isShare }.map(\.minimum)
    return overlap == false ? counted.reduce(0, +) : counted.max() ?? 0
  }
}

/// Makes criteria of demands, and names them so that the same text gives the same names.
private struct CriterionMaker {
  private(set) var criteria: [Criterion] = []
  let source: String
  let seats: PlaceList?
  private var counts: [String: Int] = [:]

  init(source: String, seats: PlaceList?) {
    self.source = source
    self.seats = seats
  }

  mutating func add(_ entry: ConditionReading.Stated) {
    switch entry.demand {
    case .members(let members):
      guard !members.groups.isEmpty else { return }
      add("members", CriterionMaker.parameters(members), entry.quote)
    case .atMost(let number):
      add("consortium", [parameter("maximum", ["entities": "\(number)"])], entry.quote, as: "most")
    case .alone:
      add(
        "consortium", [parameter("maximum", ["entities": "1"])], entry.quote, as: "alone",
        overrides: GeneralRule.consortium)
    case .seats(let places, let bindsAssociated):
      var parameters = CriterionMaker.included(places)
      if bindsAssociated { parameters.append(parameter("of", ["members": "everyone"])) }
      add("seats", parameters, entry.quote)
    case .widened(let places):
      // Only places named outright widen anything for a city; whoever else may be paid, is somebody else.
      let named = places.codes.filter { $0 != "INTERNATIONAL" && $0 != "any" }
      guard !named.isEmpty || (places.hasUnknown && places.codes != ["INTERNATIONAL"]) else { return }
      let refused = ["RU", "BY"].map { parameter("exclude", ["country": $0]) }
      let accepted = (["EU", "OCT", "HE-AC"] + named).map { parameter("include", ["group": $0]) }
      // What the general rule says of all others stays, unless the text widens it to places that are not known.
      let others = places.hasUnknown ? "undecided" : "as-before"
      add(
        "seats",
        accepted + refused
          + [
            parameter("otherwise", ["outcome": "undecided"]),
            parameter(Criterion.Parameter.widens, ["others": others]),
          ], entry.quote, overrides: GeneralRule.seats)
    case .refused(let places, let bindsAssociated):
      let parameters = places.codes.map { parameter("exclude", ["group": $0]) }
      let bound = bindsAssociated ? [parameter("of", ["members": "everyone"])] : []
      add("seats", parameters + bound, entry.quote)
    case .controlledOnly(from: let accepted):
      let allowed = PlaceList(codes: ["EU"] + accepted.codes.filter { $0 != "EU" })
      add("control", CriterionMaker.included(allowed), entry.quote)
    case .control(let refused):
      if let refused {
        add("control", refused.codes.map { parameter("exclude", ["group": $0]) }, entry.quote)
      } else {
        let allowed = seats ?? PlaceList(codes: ["EU", "HE-AC"])
        // `unless it is shown by guarantees …` leaves it to those who approve them.
        let isLifted = entry.quote.contains(" unless ") && !allowed.hasUnknown
        let lifted = isLifted ? [parameter("otherwise", ["outcome": "undecided"])] : []
        add("control", CriterionMaker.included(allowed) + lifted, entry.quote)
      }
    case .everyone(let bodies, let places):
      add("everyone", [parameter("include", ["bodies": bodies.text])], entry.quote)
      if let places { add("seats", CriterionMaker.included(places), entry.quote) }
    case .leader(let bodies, let places):
      if let bodies { add("lead-body", [parameter("include", ["bodies": bodies.text])], entry.quote) }
      if let places { add("lead-seat", CriterionMaker.included(places), entry.quote) }
    case .procurers:
      add(
        "members",
        [
          parameter(
            "minimum",
            ["bodies": "any", "entities": "3", "countries": "3", "places": "EU|HE-AC", "memberStates": "1"]),
          parameter(
            "minimum",
            [
              "bodies": "public-procurer", "entities": "2", "countries": "2", "places": "EU|HE-AC",
              "memberStates": "1",
            ]),
        ], entry.quote, as: "procurers")
    case .general(let isSingle):
      if isSingle {
        add(
          "consortium", [parameter("minimum", ["entities": "1"])], entry.quote, as: "general",
          overrides: GeneralRule.consortium)
      } else {
        let three = [
          "bodies": "any", "entities": "3", "countries": "3", "places": "EU|HE-AC", "memberStates": "1",
        ]
        add(
          "members", [parameter("minimum", three)], entry.quote, as: "general",
          overrides: GeneralRule.consortium)
      }
    case .content: add(sentence: "proposal", entry.quote)
    case .document: add(sentence: "document", entry.quote)
    }
  }

  mutating func add(sentence nature: String, _ quote: String?) {
    add("sentence", [parameter("text", ["of": nature])], quote, as: nature)
  }

  private mutating func add(
    _ kind: String, _ parameters: [Criterion.Parameter], _ quote: String?, as name: String? = nil,
    overrides: String? = nil
  ) {
    let name = "own-" + (name ?? kind)
    let number = (counts[name] ?? 0) + 1
    counts[name] = number
    criteria.append(
      Criterion(
        id: number == 1 ? name : "\(name)-\(number)", kind: kind, parameters: parameters,
        citation: Citation(grade: .call, source: source, why: quote.map { "“\($0)”" }), overrides: overrides))
  }

  private func parameter(_ name: String, _ attributes: [String: String]) -> Criterion.Parameter {
    Criterion.Parameter(name, attributes)
  }

  private static func included(_ places: PlaceList) -> [Criterion.Parameter] {
    var parameters = places.codes.map { Criterion.Parameter("include", ["group": $0]) }
    parameters += places.refused.map { Criterion.Parameter("exclude", ["group": $0]) }
    if places.hasUnknown { parameters.append(Criterion.Parameter("otherwise", ["outcome": "undecided"])) }
    return parameters
  }

  private static func parameters(_ members: MemberDemand) -> [Criterion.Parameter] {
    var parameters = members.groups.map { group in
      var attributes = spread(group.spread)
      attributes["bodies"] = group.bodies.text
      attributes[group.isShare ? "share" : "entities"] = "\(group.minimum)"
      return Criterion.Parameter("minimum", attributes)
    }
    if let together = members.together {
      parameters.append(Criterion.Parameter("minimum", spread(together).merging(["together": "yes"]) { $1 }))
    }
    if members.countsAffiliated {
      parameters.append(Criterion.Parameter("include", ["takesPart": "affiliated"]))
    }
    if members.countsAssociated {
      parameters.append(Criterion.Parameter("include", ["takesPart": "associated"]))
    }
    if let overlap = members.overlap {
      parameters.append(Criterion.Parameter("overlap", ["allowed": overlap ? "yes" : "no"]))
    }
    return parameters
  }

  private static func spread(_ spread: Spread) -> [String: String] {
    var attributes: [String: String] = [:]
    if spread.countries > 0 { attributes["countries"] = "\(spread.countries)" }
    if spread.memberStates > 0 { attributes["memberStates"] = "\(spread.memberStates)" }
    if let places = spread.places {
      let codes =
        places.codes.filter { $0 != "any" } + (places.hasUnknown ? [places.isAbroad ? "?abroad" : "?"] : [])
      if !codes.isEmpty { attributes["places"] = codes.joined(separator: "|") }
    }
    return attributes
  }
}

extension BodyList {
  /// The text that a criterion holds.
  var text: String { alternatives.joined(separator: "|") }
}

/// The names of the general rules that a topic's own conditions can take the place of; our files name theirs so.
enum GeneralRule {
  static let consortium = "he-consortium"
  static let seats = "he-seats"
}
