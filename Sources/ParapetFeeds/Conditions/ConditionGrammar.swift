/// What one sentence of a call's conditions means.
enum SentenceMeaning: Hashable, Sendable {
  /// It asks for something; where not all of it was understood, the rest stays open.
  case demands([Demand], isWhole: Bool = true)
  /// It decides nothing, for a reason that is known.
  case neutral(NeutralSentence)
  /// It says more of what the sentence before asks for.
  case addition(Addition)
  /// It was not understood, and stays open.
  case open

  /// What a sentence adds to the bodies that the one before asks for.
  enum Addition: Hashable, Sendable {
    /// From how many countries they come.
    case spread(Spread)
    /// Whether one body may count twice.
    case overlap(Bool)
  }
}

/// The ways in which the English of calls states a condition: a small grammar of sentences, tried in order.
///
/// It knows the language and no topic. A sentence is taken only where all of its parts were understood; one that
/// obliges somebody and was not stays open with its words.
struct ConditionGrammar {
  /// Where the sentence stands: in a section of conditions, or in a description, where nearly all obligations are of
  /// the work and not of who applies.
  enum Place { case conditions, description }

  let place: Place

  func meaning(of sentence: ConditionSentence) -> SentenceMeaning {
    let meaning = plainMeaning(of: sentence)
    guard case .demands(let demands, let isWhole) = meaning, !sentence.notes.isEmpty else { return meaning }
    return .demands(demands.map { narrowed($0, by: sentence.notes) }, isWhole: isWhole)
  }

  private func plainMeaning(of sentence: ConditionSentence) -> SentenceMeaning {
    if place == .description { return described(sentence) }
    if let pointer = pointer(sentence) { return pointer }
    if let neutral = NeutralSentence(sentence) { return .neutral(neutral) }
    if let demand = control(sentence) ?? refusal(sentence) ?? limit(sentence) ?? everyone(sentence)
      ?? widening(sentence)
    {
      return .demands([demand])
    }
    if let leader = leader(sentence) { return leader }
    if let most = most(sentence) { return .demands([.atMost(most)]) }
    if sentence.says("section h of the general annex")
      || sentence.says("condition for action with pcp / ppi procurement")
    {
      return .demands([.procurers])
    }
    if isWish(sentence) { return .neutral(.statement) }
    if let addition = addition(sentence) { return .addition(addition) }
    if isAlone(sentence) { return alone(sentence) }
    if let content = content(sentence) { return content }
    if let (demands, isWhole) = counted(sentence) {
      return demands.isEmpty ? .open : .demands(demands, isWhole: isWhole)
    }
    if !obliges(sentence) { return .neutral(.statement) }
    return .open
  }

  // MARK: other documents

  private func pointer(_ sentence: ConditionSentence) -> SentenceMeaning? {
    let points =
      sentence.says(
        "describe", "described", "detail", "detailed", "see", "explained", "set out", "established in",
        "fulfil")
      || sentence.words.count < 4
    guard points else { return nil }
    if sentence.says(
      "call document", "call for proposal document", "rule of contest", "rule of the contest",
      "programme guide 2026")
      || (sentence.says("programme guide") && sentence.says("erasmus"))
      || sentence.says(
        "appendix", "eic work programme", "erc work programme", "msca part of the work programme")
      || (sentence.says("fulfil all the admissibility") && sentence.says("of the msca"))
      || sentence.says("msca work programme", "eurohpc ju council regulation", "call management rule")
      || (sentence.says("euratom work programme", "euratom wp") && sentence.says("general annex", "annex b"))
    {
      return .demands([.document])
    }
    if sentence.says("annex b", "general annex"),
      !sentence.says("must", "shall", "exception or amendment", "limited")
    {
      return .neutral(.generalRules)
    }
    return nil
  }

  // MARK: numbers

  func isAlone(_ sentence: ConditionSentence) -> Bool {
    sentence.asides.contains("mono beneficiary")
      || sentence.says(
        "mono beneficiary", "single applicant", "single beneficiary", "one single applicant",
        "a single legal entity",
        "only be submitted by one legal entity", "only be submitted by one applicant", "single entity")
  }

  func alone(_ sentence: ConditionSentence) -> SentenceMeaning {
    if sentence.says(
      "may exceptionally be", "may be composed of a single", "also be submitted by", "are allowed",
      "is allowed"),
      !sentence.says("only")
    {
      // One may apply alone; whether it must be of a kind, the words behind say.
      return sentence.says("which is a", "which is an") ? .open : .demands([.members(MemberDemand())])
    }
    if sentence.says("only", "must") { return .demands([.alone]) }
    return obliges(sentence) ? .open : .neutral(.statement)
  }

  private func addition(_ sentence: ConditionSentence) -> SentenceMeaning.Addition? {
    if sentence.says(
      "simultaneously", "at the same time", "both role", "counting for the overall number", "count for both"),
      sentence.says("can", "may")
    {
      return .overlap(!sentence.says("cannot", "can not", "may not"))
    }
    let line = sentence.line
    let starts = [
      " these beneficiary ", " these participant ", " these entity ", " these organisation ", " they ",
      " each established in ", " each of them ", " such beneficiary ",
    ]
    guard starts.contains(where: line.hasPrefix), !sentence.says("explicitly identified") else { return nil }
    let first = sentence.words.first?.stem == "each" ? 0 : 2
    let spread = SpreadReader.read(
      sentence.words, from: min(first, sentence.words.count), entities: 0, stop: sentence.words.count
    ).spread
    // `each … different`: as many countries as bodies.
    if line.contains(" different "), spread.countries == 0 {
      var all = spread
      all.countries = -1
      return .spread(all)
    }
    return spread.isEmpty ? nil : .spread(spread)
  }

  /// `The number of partners must not exceed five`, `Consortia of more than 8 partners are not eligible`.
  private func most(_ sentence: ConditionSentence) -> Int? {
    let isOfNumber = ["beneficiary", "partner", "participant", "applicant", "consortium member"].contains {
      sentence.line.contains(" number of \($0) ")
    }
    func number(behind phrase: String) -> Int? {
      place(of: phrase, in: sentence).flatMap {
        $0 < sentence.words.count ? sentence.words[$0].number : nil
      }
    }
    if isOfNumber, !sentence.says("at least", "minimum") {
      let limits = [
        "not exceed", "limited to", "limited to a maximum of", "exceed", "at most", "no more than",
      ]
      if let found = limits.lazy.compactMap({ number(behind: $0) }).first { return found }
    }
    guard sentence.says("consortium of more than", "consortium with more than", "consortium larger than"),
      sentence.says("not eligible", "ineligible", "not allowed", "not admissible", "will be rejected")
    else { return nil }
    return number(behind: "more than") ?? number(behind: "larger than")
  }

  /// The words, with `a` as one where the bodies that must be included have no other number.
  private func counting(_ sentence: ConditionSentence) -> [ConditionWord] {
    var words = sentence.words
    guard
      sentence.says(
        "consortium must include a", "consortium must include an", "consortium shall include a",
        "consortium shall include an", "must involve a", "must involve an", "must involve both a",
        "must include both a", "must include both an", "must comprise a", "must comprise an"),
      !words.contains(where: { $0.number != nil })
    else { return words }
    for index in words.indices.dropFirst() where words[index].stem == "a" || words[index].stem == "an" {
      if ["include", "involve", "comprise", "both", "and", ","].contains(words[index - 1].stem) {
        words[index] = ConditionWord("one")
      }
    }
    return words
  }

  /// Counted bodies, or an empty list where a count was seen and not wholly understood; nothing where none is.
  func counted(_ sentence: ConditionSentence) -> (demands: [Demand], isWhole: Bool)? {
    guard obliges(sentence) else { return nil }
    if sentence.says("must include only", "must only include") { return ([], false) }
    let words = counting(sentence)
    guard let first = words.firstIndex(where: { $0.number != nil }) else { return nil }
    let asks = sentence.says(
      "involvement", "participation", "participate", "involve", "include", "comprise", "composed of",
      "consist of", "submitted by", "part of the consortium", "must be", "shall be", "among the", "require",
      "take part", "must have", "consortium with", "submitted jointly by",
      "is mandatory", "be established in", "be from", "minimum number of")
    guard asks, first < words.count else { return nil }
    let bare = sentence.says(
      "require the", "require", "must include", "composed of", "consist of", "participation of",
      "submitted jointly by", "minimum number of")
    var start = 0
    for index in words.indices
    where ["require", "include", "involve", "comprise", "of"].contains(words[index].stem) {
      start = index + 1
      break
    }
    if let least = words.firstIndex(where: { $0.stem == "least" || $0.stem == "minimum" }), least < start {
      start = max(0, least - 1)
    }
    if start > first { start = max(0, first - 2) }
    let counts = CountedBodies(words, in: start..<words.count, bare: bare)
    if counts.isAmbiguous { return ([], false) }
    var groups = counts.groups
    var demands: [Demand] = []
    if let maximum = counts.maximum { demands.append(.atMost(maximum)) }
    let rest = ConditionSentence.line(of: counts.rest)
    let isWhole = !ConditionGrammar.narrowing.contains { rest.contains(" \($0) ") }
    guard !groups.isEmpty else { return (demands, isWhole) }
    // `at least one of the three cities must be one of the 112 cities selected …`
    if !groups.contains(where: \.isShare), let part = partOf(sentence, groups: groups) {
      guard let part else { return ([], false) }
      return ([.members(part)], true)
    }
    let isOfMembers = sentence.says(
      "consortium", "beneficiary", "participation", "involvement", "participate", "applicant",
      "proposal must include", "project must include", "submitted by", "participant", "partner")
    guard isOfMembers || groups.allSatisfy({ !($0.bodies.alternatives.first ?? "?").hasPrefix("?") }) else {
      return ([], false)
    }
    if sentence.says("entity from at least"),
      let cities = groups.firstIndex(where: { $0.bodies.alternatives.contains("lead-city") })
    {
      // Any body of the city will do, which only it can tell.
      groups[cities].bodies.alternatives.append("any+?")
    }
    let doubled = groups
    groups = doubled.enumerated().filter { index, group in
      !doubled[..<index].contains {
        $0.bodies == group.bodies && $0.minimum >= group.minimum && group.spread.isEmpty
      }
    }.map(\.element)
    if sentence.says("member state or associated country", "different country"), groups.count == 1,
      groups[0].spread.isEmpty, sentence.says("each")
    {
      groups[0].spread.countries = groups[0].minimum
    }
    var members = MemberDemand(groups: groups, together: counts.together)
    read(roles: sentence, into: &members)
    // `nine authorities, among which three from …`: the three are of the nine.
    if counts.countsTwice || sentence.says("among which", "of which") { members.overlap = true }
    demands.append(.members(members))
    return (demands, isWhole)
  }

  /// Words behind counted bodies that narrow them further than is read.
  private static let narrowing = [
    "including", "that are", "which are", "provided that", "excluding", "except", "each of them being",
    "among which",
    "of which", "whose", "unless",
  ]

  private func read(roles sentence: ConditionSentence, into members: inout MemberDemand) {
    members.countsAffiliated = sentence.says("or affiliated entity", "and affiliated entity")
    members.countsAssociated = sentence.says("or associated partner", "associated partner")
  }

  /// Which of the bodies asked for must be of another kind; nothing inside where that kind is not known.
  private func partOf(_ sentence: ConditionSentence, groups: [MemberDemand.Group]) -> MemberDemand?? {
    guard
      sentence.says(
        "must be one of the", "must be from one of the", "must be a signatory", "must be from a signatory",
        "must be one of")
        || (sentence.says("of the", "of all", "of beneficiary", "of partner") && sentence.says("must be"))
    else { return nil }
    guard sentence.words.prefix(9).contains(where: { $0.stem == "of" || $0.stem == "in" }),
      !sentence.says("part of the consortium")
    else { return nil }
    var members = MemberDemand()
    // Each clause: [a number] … must be KIND.
    var rest = sentence.words[...]
    var number = 1
    while let must = rest.firstIndex(where: { $0.stem == "must" || $0.stem == "shall" }) {
      number = rest[rest.startIndex..<must].first { $0.number != nil }?.number ?? 1
      let end = rest[(must + 1)...].firstIndex { $0.stem == "must" } ?? rest.endIndex
      let clause = rest[must..<end]
      let line = ConditionSentence.line(of: clause)
      var kinds: [String] = []
      if line.contains(" selected for the eu mission on climate neutral ") || line.contains(" 112 city ")
        || line.contains(" mission city ")
      {
        kinds.append("mission-city")
      }
      if line.contains(" signatory to the adaptation ") || line.contains(" signatory of the adaptation ") {
        kinds.append("adaptation-charter")
      }
      if line.contains(" urban node ") { kinds.append("?urban node") }
      if kinds.isEmpty {
        guard let group = partGroup(clause, of: rest[rest.startIndex..<must], number: number) else {
          return .some(nil)
        }
        members.groups.append(group)
      }
      for kind in kinds {
        members.groups.append(MemberDemand.Group(minimum: number, bodies: BodyList(alternatives: [kind])))
        number = 1
      }
      rest = rest[end...]
    }
    guard !members.groups.isEmpty else { return nil }
    members.overlap = true
    return .some(members)
  }

  /// `at least two of the beneficiaries must be local authorities`, `… must be established in Ukraine`.
  private func partGroup(
    _ clause: ArraySlice<ConditionWord>, of subject: ArraySlice<ConditionWord>, number: Int
  ) -> MemberDemand.Group? {
    let anyone: Set<String> = [
      "beneficiary", "partner", "participant", "organisation", "entity", "applicant", "member",
    ]
    guard let of = subject.lastIndex(where: { $0.stem == "of" }), let last = subject.last else { return nil }
    let words = Array(clause)
    let seat = words.indices.first { ["established", "located", "from"].contains(words[$0].stem) }
    let places = seat.flatMap { PlaceLexicon.list(words, from: $0 + (words[$0].stem == "from" ? 1 : 2)) }
    var bodies = BodyList(alternatives: ["any"])
    if !anyone.contains(last.stem) {
      guard let phrase = BodyPhrase(Array(subject), from: of - subject.startIndex + 1),
        !phrase.isAmbiguous, !phrase.bodies.saysNothing
      else { return nil }
      bodies = phrase.bodies
    }
    guard seat != 2 else {
      guard let places, places.end == words.count else { return nil }
      return MemberDemand.Group(minimum: number, bodies: bodies, spread: Spread(places: places.places))
    }
    guard let phrase = BodyPhrase(words, from: min(2, words.count)), !phrase.isAmbiguous,
      !phrase.bodies.saysNothing, seat == nil || places != nil
    else { return nil }
    return MemberDemand.Group(
      minimum: number, bodies: phrase.bodies, spread: Spread(places: places?.places))
  }

  // MARK: helpers

  /// Whether it says what should be or is expected, which binds nobody.
  private func isWish(_ sentence: ConditionSentence) -> Bool {
    sentence.says("should", "expected to", "encouraged to", "invited to")
      && !sentence.says(
        "must", "shall", "require", "mandatory", "only", "limited to", "not eligible", "ineligible", "may not"
      )
  }

  func obliges(_ sentence: ConditionSentence) -> Bool {
    sentence.says(
      "must", "shall", "require", "mandatory", "only", "limited", "restricted", "exclude", "excluded",
      "not eligible", "ineligible",
      "may not", "cannot", "can not", "not allowed", "need to", "has to", "have to", "at least", "minimum",
      "maximum",
      "at most", "no more", "no less", "not participate", "to be eligible", "is to be", "obliged",
      "condition that", "not be eligible",
      "exclusion", "exclusively", "reserved", "targets only", "prohibited", "will be ineligible",
      "provided that")
  }

  /// Where the words behind a phrase begin.
  func place(of phrase: String, in sentence: ConditionSentence) -> Int? {
    let parts = phrase.split(separator: " ").map(String.init)
    return sentence.words.indices.first { index in
      index + parts.count <= sentence.words.count
        && zip(parts, sentence.words[index...]).allSatisfy { $0 == $1.stem }
    }.map { $0 + parts.count }
  }
}
