import ParapetModel

/// Who of those who apply counts for each group of a demand: surely, and at best.
struct MemberCount {
  /// Whether what is only possible counts.
  enum Reading { case certain, possible }

  /// Those who count for one group, by their places among the members.
  struct Group {
    var certain: [Int] = []
    var possible: [Int] = []

    subscript(reading: Reading) -> [Int] { reading == .certain ? certain : possible }
  }

  private(set) var groups: [Group] = []
  private let members: [ApplicantFacts]
  private let demand: MembersDemand
  private let day: Day
  private let total: Int

  init(_ members: [ApplicantFacts], demand: MembersDemand, day: Day) {
    self.members = members
    self.demand = demand
    self.day = day
    total = members.count { ($0.participation ?? .beneficiary) == .beneficiary }
    for group in demand.groups {
      var found = Group()
      for (index, member) in members.enumerated() {
        guard demand.counting.contains(member.participation ?? .beneficiary) else { continue }
        let body = group.bodies.outcome(for: member)
        let place = MemberCount.place(of: member, in: group, on: day)
        if body == .unmet || place == .unmet { continue }
        found.possible.append(index)
        if body == .met, place == .met { found.certain.append(index) }
      }
      groups.append(found)
    }
  }

  private static func place(of member: ApplicantFacts, in group: MembersDemand.Group, on day: Day) -> Outcome
  {
    if group.places.isEmpty, !group.isAbroad { return group.hasUnknownPlaces ? .undecided : .met }
    guard let country = member.country else { return .undecided }
    if group.places.contains(where: { $0.contains(country, on: day) }) { return .met }
    return group.hasUnknownPlaces && !(group.isAbroad && country.isMemberState) ? .undecided : .unmet
  }

  /// Whether every group, and all together, are reached.
  func isReached(by reading: Reading) -> Bool {
    for (asked, found) in zip(demand.groups, groups) where !reaches(found[reading], asked, reading) {
      return false
    }
    guard let together = demand.together else { return true }
    // The organisations that the kinds spell out are the ones that come from so many countries.
    let named = zip(demand.groups, groups).filter { !$0.0.bodies.isAny || demand.groups.count == 1 }
    var all = Set<Int>()
    for (_, found) in named { all.formUnion(found[reading]) }
    let placed = all.sorted().filter {
      switch MemberCount.place(of: members[$0], in: together, on: day) {
      case .met: true
      case .undecided: reading == .possible
      case .unmet: false
      }
    }
    return spreads(placed, countries: together.countries, memberStates: together.memberStates, reading)
  }

  private func reaches(_ found: [Int], _ asked: MembersDemand.Group, _ reading: Reading) -> Bool {
    let isEnough = asked.isShare ? found.count * 100 >= asked.minimum * total : found.count >= asked.minimum
    return isEnough && spreads(found, countries: asked.countries, memberStates: asked.memberStates, reading)
  }

  /// Whether members are from so many countries; one whose country is unknown may be from another.
  private func spreads(_ places: [Int], countries: Int, memberStates: Int, _ reading: Reading) -> Bool {
    let known = Set(places.compactMap { members[$0].country })
    let unknown = reading == .possible ? places.count { members[$0].country == nil } : 0
    return known.count + unknown >= countries && known.count(where: \.isMemberState) + unknown >= memberStates
  }

  /// Whether the groups are reached by different members: an assignment of members to the places that are asked for.
  ///
  /// A group of any bodies is made of the others.
  func areDistinct(_ reading: Reading) -> Bool {
    let named = demand.groups.indices.filter { !demand.groups[$0].bodies.isAny && !demand.groups[$0].isShare }
    guard named.count > 1 else { return true }
    var holder: [Int: Int] = [:]
    func place(_ group: Int, _ seen: inout Set<Int>) -> Bool {
      for member in groups[group][reading] where seen.insert(member).inserted {
        guard let other = holder[member] else {
          holder[member] = group
          return true
        }
        if other != group, place(other, &seen) {
          holder[member] = group
          return true
        }
      }
      return false
    }
    for group in named {
      for _ in 0..<demand.groups[group].minimum {
        var seen: Set<Int> = []
        if !place(group, &seen) { return false }
      }
    }
    return true
  }
}
