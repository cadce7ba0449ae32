extension City {
  /// The answers about a pair, one for each question: the narrowest, and of equals the latest.
  public func answers(about item: String, _ opportunity: Opportunity) -> [GivenAnswer] {
    guard !answers.isEmpty else { return [] }
    var best: [String: Answer] = [:]
    for answer in answers where answer.isAbout(item, opportunity) {
      let known = best[answer.question]
      if let known, (known.narrowness, known.on) > (answer.narrowness, answer.on) { continue }
      best[answer.question] = answer
    }
    return best.values.sorted { $0.question < $1.question }.map { GivenAnswer($0, about: opportunity) }
  }
}
