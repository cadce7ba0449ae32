/// Sentences about the work, descriptions and footnotes.
extension ConditionGrammar {
  // MARK: what the proposal contains

  private static let contentNouns: Set<String> = [
    "demonstration", "pilot", "activity", "budget", "consultation", "issue", "approach", "guarantee", "grant",
    "fee",
    "document", "work", "subcontracted", "area", "deliverable", "appraisal",
  ]

  func content(_ sentence: ConditionSentence) -> SentenceMeaning? {
    let once = ["only one proposal", "only one application", "more than one proposal", "one proposal per"]
    if sentence.says(any: once), !sentence.says("consortium") { return .demands([.content]) }
    if sentence.line.hasPrefix(" activity "), sentence.says("not eligible"),
      !sentence.says("entity", "applicant")
    {
      return .demands([.content])
    }
    guard
      let verb = sentence.words.firstIndex(where: { ["must", "shall", "limited", "need"].contains($0.stem) })
    else {
      return nil
    }
    let comma = sentence.words[..<verb].lastIndex { $0.stem == "," || $0.stem == ":" }
    let subject = sentence.words[(comma.map { $0 + 1 } ?? 0)..<verb]
    let isOfWork =
      subject.contains { ConditionGrammar.contentNouns.contains($0.stem) }
      || sentence.says(
        "proposal must apply", "proposal must address", "proposal must demonstrate", "proposal must describe",
        "must include pilot", "must include demonstration", "must include at least one work package",
        "must make use of",
        "must be included in the proposal",
        "must carry out demonstration", "beneficiary must ensure", "must be explicitly identified",
        "must provide as part of the proposal",
        "proposal must include a work package", "must provide a", "be allocated to", "of the proposed budget")
    guard isOfWork,
      !sentence.says("not eligible", "ineligible") || subject.contains(where: { $0.stem == "activity" })
    else {
      return nil
    }
    guard
      sentence.says(
        "in the consortium as beneficiary", "as beneficiary", "part of the consortium",
        "member of the consortium")
    else { return .demands([.content]) }
    guard
      sentence.says(
        "these entity must be included", "they must be included", "must be included in the consortium"),
      let with = sentence.words.firstIndex(where: { $0.stem == "involvement" || $0.stem == "lead" })
    else { return .open }
    return included(sentence, from: with).map { .demands([.content, .members($0)]) } ?? .open
  }

  /// Bodies that a sentence names and then wants among the beneficiaries, one of each at least.
  private func included(_ sentence: ConditionSentence, from start: Int) -> MemberDemand? {
    var members = MemberDemand()
    var index = start
    while index < sentence.words.count, sentence.words[index].stem != "must" {
      if let (found, end) = BodyLexicon.match(sentence.words, at: index), found != ["any"] {
        members.groups.append(MemberDemand.Group(minimum: 1, bodies: BodyList(alternatives: found)))
        index = end
      } else {
        index += 1
      }
    }
    return members.groups.isEmpty ? nil : members
  }

  // MARK: descriptions

  /// A description obliges in hundreds of sentences about the work; only those of who applies are taken.
  func described(_ sentence: ConditionSentence) -> SentenceMeaning {
    let isOfApplicants = sentence.says(any: [
      "proposal must be submitted by", "application must be submitted by", "consortium must be composed of",
      "must be submitted by a consortium", "consortium must include", "consortium must comprise",
      "proposal must be submitted by a consortium", "consortium shall be composed of",
      "consortium must consist of",
      "application must involve", "proposal must involve",
    ])
    if isAlone(sentence), sentence.says("only", "must"), sentence.says("application", "proposal", "applicant")
    {
      return alone(sentence)
    }
    guard isOfApplicants, let (demands, isWhole) = counted(sentence), !demands.isEmpty else {
      return .neutral(.statement)
    }
    return .demands(demands, isWhole: isWhole)
  }

  // MARK: notes

  /// A definition in a footnote narrows the bodies that it defines; a footnote that lets others count widens them.
  func narrowed(_ demand: Demand, by notes: [String]) -> Demand {
    guard case .members(var members) = demand else { return demand }
    for note in notes {
      let sentence = ConditionSentence(StatedSentence(text: note, notes: []))
      if sentence.says("at the national level"), sentence.says("disaster risk", "crisis communication") {
        for index in members.groups.indices {
          let disaster = ["civil-protection", "disaster-response"]
          members.groups[index].bodies.alternatives = members.groups[index].bodies.alternatives.map {
            disaster.contains($0) ? $0 + "+national" : $0
          }
        }
      }
    }
    return .members(members)
  }
}
