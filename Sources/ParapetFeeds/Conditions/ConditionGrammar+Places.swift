/// Sentences about countries, control, and what everyone or whoever leads must be.
extension ConditionGrammar {
  // MARK: countries and control

  func control(_ sentence: ConditionSentence) -> Demand? {
    guard sentence.says("controlled by", "under the control of", "owned or controlled by"),
      sentence.says(
        "not eligible", "not participate", "cannot participate", "not take part", "ineligible",
        "not be eligible")
    else { return nil }
    guard let by = sentence.words.firstIndex(where: { $0.stem == "controlled" }) else { return nil }
    let rest = Array(sentence.words[(by + 2)...])
    if let (places, _) = PlaceLexicon.list(rest, from: 0), !places.codes.isEmpty, places.codes != ["any"],
      places.codes != ["THIRD"], !sentence.says("other than")
    {
      return .control(refused: places)
    }
    // `controlled by a third country other than …`: control from there is accepted.
    if let than = place(of: "other than", in: sentence),
      let (places, _) = PlaceLexicon.list(sentence.words, from: than), !places.hasUnknown
    {
      return .controlledOnly(from: places)
    }
    return .control(refused: nil)
  }

  func limit(_ sentence: ConditionSentence) -> Demand? {
    let isOpen = sentence.says("open only to", "only open to", "open exclusively to")
    guard isOpen || (sentence.says("participation") && sentence.says("limited to", "restricted to")),
      !sentence.says("coordinator"), let place = place(of: "established in", in: sentence)
    else { return nil }
    guard var (places, end) = PlaceLexicon.list(sentence.words, from: place) else { return nil }
    if let (refused, next) = exception(sentence, from: end) {
      places.refused = refused
      end = next
    }
    var list = places
    // `the following countries: …` may stand in another sentence, and a list that breaks off is not whole.
    if end < sentence.words.count, !sentence.line.contains("euratom") { list.hasUnknown = true }
    let known = list.codes.filter { $0 != "any" && $0 != "THIRD" }
    guard !known.isEmpty else { return nil }
    if list.codes != known { list.hasUnknown = true }
    list.codes = known
    let isOfPaid = sentence.says("as beneficiary", "as a beneficiary", "eligible for funding")
    guard sentence.says("to legal entity", "to entity", "to organisation", "to applicant") else {
      return nil
    }
    return .seats(list, bindsAssociated: !isOfPaid)
  }

  /// The places behind `with the exception of`, and where they end.
  private func exception(_ sentence: ConditionSentence, from start: Int) -> ([String], Int)? {
    let openers = [
      ["with", "the", "exception", "of"], ["except", "for"], ["except"], ["excluding"], ["excluded"],
    ]
    var start = start
    if start < sentence.words.count, sentence.words[start].stem == "," { start += 1 }
    for opener in openers where start + opener.count < sentence.words.count {
      guard zip(opener, sentence.words[start...]).allSatisfy({ $0 == $1.stem }),
        let (places, end) = PlaceLexicon.list(sentence.words, from: start + opener.count), !places.hasUnknown
      else { continue }
      return (places.codes, end)
    }
    return nil
  }

  /// `Legal entities established in … are not eligible`, `may take part as associated partners only`.
  func refusal(_ sentence: ConditionSentence) -> Demand? {
    guard let start = place(of: "established in", in: sentence), !sentence.says("controlled"),
      let (places, end) = PlaceLexicon.list(sentence.words, from: start), !places.codes.isEmpty,
      !places.hasUnknown, !places.codes.contains("any"), places.codes != ["EU"],
      !sentence.says("unless", "except", "not established in", "that", "coordinator", "other than")
    else { return nil }
    let rest = ConditionSentence.line(of: sentence.words[end...])
    if rest.hasPrefix(" are not eligible to participate in any capacity ") {
      return .refused(places, bindsAssociated: true)
    }
    let refusals = [
      " are not eligible ", " is not eligible ", " cannot participate ", " may not participate ",
      " shall not participate ", " are excluded ",
    ]
    if refusals.contains(where: rest.hasPrefix) { return .refused(places, bindsAssociated: false) }
    guard rest.contains(" as associated partner "), rest.contains(" only ") else { return nil }
    return .refused(places, bindsAssociated: false)
  }

  func widening(_ sentence: ConditionSentence) -> Demand? {
    guard
      sentence.says(
        "exceptionally eligible", "exceptionally participate", "is eligible to receive union funding",
        "are eligible to receive union funding",
        "exceptionally be eligible", "eligible for union funding"),
      !sentence.says("not eligible", "not be eligible")
    else { return nil }
    if let place = place(of: "established in", in: sentence) {
      guard let (places, _) = PlaceLexicon.list(sentence.words, from: place), !places.codes.isEmpty else {
        return .widened(PlaceList(codes: [], hasUnknown: true))
      }
      return .widened(places)
    }
    return .widened(PlaceList(codes: sentence.says("international organisation") ? ["INTERNATIONAL"] : []))
  }

  func leader(_ sentence: ConditionSentence) -> SentenceMeaning? {
    if sentence.says("must include a", "must include an"),
      let as_ = place(of: "as coordinator", in: sentence) ?? place(of: "as the coordinator", in: sentence),
      as_ == sentence.words.count, let start = place(of: "must include", in: sentence),
      let phrase = BodyPhrase(sentence.words, from: start), !phrase.isAmbiguous, !phrase.bodies.isAny
    {
      return .demands([.leader(phrase.bodies, nil)])
    }
    let limits = sentence.says("participation as coordinator") && sentence.says("limited to")
    let must = sentence.says(
      "coordinator must be", "coordinator shall be", "coordinator of the project must be",
      "coordinator of the consortium must be")
    guard limits || must else { return nil }
    // A coordinator of a certain earlier project is a name, not a kind.
    let isNamed = sentence.says("have been", "funded under", "has been")
    let start =
      place(of: limits ? "limited to" : "must be", in: sentence) ?? place(of: "shall be", in: sentence)
    let phrase = start.flatMap { BodyPhrase(sentence.words, from: $0) }
    let bodies = phrase.flatMap { $0.isAmbiguous || $0.bodies.saysNothing ? nil : $0.bodies }
    if let place = place(of: "established in", in: sentence) ?? place(of: "located in", in: sentence),
      let (places, _) = PlaceLexicon.list(sentence.words, from: place)
    {
      return .demands([.leader(bodies, places)], isWhole: !isNamed)
    }
    guard !isNamed, let bodies else { return nil }
    return .demands([.leader(bodies, nil)])
  }

  /// `Beneficiaries must be small and medium-sized enterprises established in a Widening country.`
  func everyone(_ sentence: ConditionSentence) -> Demand? {
    if let only = onlyThese(sentence) { return only }
    if let seats = everySeat(sentence) { return seats }
    guard
      [
        "the applicant must be", "applicant shall be", "beneficiary shall be", "all applicant must be",
        "beneficiary must be", "applicant must be", "all beneficiary must be", "participant must be",
        "partner must be",
        "entity eligible for funding shall be", "the beneficiary must be",
      ]
      .contains(where: { sentence.line.hasPrefix(" \($0) ") }),
      let start = place(of: "must be", in: sentence) ?? place(of: "shall be", in: sentence),
      let phrase = BodyPhrase(sentence.words, from: start), !phrase.isAmbiguous, !phrase.bodies.saysNothing,
      !sentence.says("at least", "member of", "part of")
    else { return nil }
    let places = place(of: "established in", in: sentence)
      .flatMap { PlaceLexicon.list(sentence.words, from: $0)?.places }
    return .everyone(phrase.bodies, places)
  }

  /// `Only local authorities are eligible`, `Only entities established in Member States may participate`.
  private func onlyThese(_ sentence: ConditionSentence) -> Demand? {
    guard sentence.line.hasPrefix(" only "),
      sentence.says(
        "are eligible", "is eligible", "may apply", "can apply", "may participate", "can participate",
        "may submit", "can submit", "may take part", "can take part", "may be beneficiary"),
      !sentence.says("consortium", "one", "at least", "coordinator", "proposal that", "application that"),
      let phrase = BodyPhrase(sentence.words, from: 1), !phrase.isAmbiguous
    else { return nil }
    let places = place(of: "established in", in: sentence)
      .flatMap { PlaceLexicon.list(sentence.words, from: $0)?.places }
    if phrase.bodies.isAny {
      guard let places, !places.codes.isEmpty, places.codes != ["any"] else { return nil }
      return .seats(places, bindsAssociated: false)
    }
    return phrase.bodies.saysNothing ? nil : .everyone(phrase.bodies, places)
  }

  /// `All beneficiaries must be established in Member States or Norway.`
  private func everySeat(_ sentence: ConditionSentence) -> Demand? {
    let subjects = ["beneficiary", "applicant", "participant", "entity", "legal entity", "consortium member"]
    let isOfAll = subjects.contains { subject in
      ["", "all ", "each ", "every "].contains { word in
        sentence.line.hasPrefix(" \(word)\(subject) must be established in ")
          || sentence.line.hasPrefix(" \(word)\(subject) shall be established in ")
      }
    }
    guard isOfAll, let start = place(of: "established in", in: sentence),
      var (places, end) = PlaceLexicon.list(sentence.words, from: start)
    else { return nil }
    if let (refused, next) = exception(sentence, from: end) {
      places.refused = refused
      end = next
    }
    places.codes.removeAll { $0 == "any" }
    if end < sentence.words.count { places.hasUnknown = true }
    return places.codes.isEmpty ? nil : .seats(places, bindsAssociated: false)
  }
}
