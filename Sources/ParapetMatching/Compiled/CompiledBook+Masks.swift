/// What an answer says, read rule by rule or all at once.
extension CompiledBook {
  /// The answer for a rule.
  public func verdict(_ answer: CompiledAnswer, of rule: Int) -> Verdict {
    let (word, bit) = positions[rule].quotientAndRemainder(dividingBy: 64)
    if answer.results[word / 4][word % 4] >> UInt64(bit) & 1 == 1 { return .eligible }
    return answer.results[width + word / 4][word % 4] >> UInt64(bit) & 1 == 1 ? .ineligible : .undecided
  }

  /// The criteria of a rule that are not met, a bit for each column.
  public func failures(_ answer: CompiledAnswer, of rule: Int) -> UInt64 {
    mask(of: rule, answer) { answer.failing[$0] }
  }

  /// The criteria of a rule that are left open, a bit for each column.
  public func openQuestions(_ answer: CompiledAnswer, of rule: Int) -> UInt64 {
    mask(of: rule, answer) { answer.open[$0] }
  }

  private func mask(of rule: Int, _ answer: CompiledAnswer, _ row: (Int) -> Int?) -> UInt64 {
    let (word, bit) = positions[rule].quotientAndRemainder(dividingBy: 64)
    var mask: UInt64 = 0
    for column in columns.indices {
      guard let row = row(column) else { continue }
      let vector = row < 0 ? answer.scratch[-row - 1 + word / 4] : rows[row + word / 4]
      mask |= (vector[word % 4] >> UInt64(bit) & 1) << UInt64(column)
    }
    return mask
  }

  /// How many rules are met, and how many that ask for everything fail by one criterion alone.
  public func counts(_ answer: CompiledAnswer) -> (eligible: Int, nearMisses: Int) {
    var counts = (eligible: 0, nearMisses: 0)
    for place in 0..<width {
      for part in 0..<4 {
        counts.eligible += answer.results[place][part].nonzeroBitCount
        counts.nearMisses += answer.results[2 * width + place][part].nonzeroBitCount
      }
    }
    return counts
  }

  /// The rules that are met, sixty-four to a word, by place; see `positions`.
  public func eligibleWord(_ answer: CompiledAnswer, _ word: Int) -> UInt64 {
    answer.results[word / 4][word % 4]
  }

  /// Writes the mask of failed criteria of every place, for sixteen columns from a first one on.
  ///
  /// Sixteen rules at a time: the sixteen bits of a column are laid out one to a lane.
  ///
  /// - Precondition: `masks` has room for `places` masks.
  public func writeFailures(
    _ answer: CompiledAnswer, from first: Int = 0, into masks: UnsafeMutableBufferPointer<UInt16>
  ) {
    typealias Lanes = SIMD16<UInt16>
    precondition(masks.count >= places, "a mask for every place")
    let last = min(first + 16, columns.count)
    let lanes = Lanes(
      1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768)
    rows.withUnsafeBufferPointer { rows in
      answer.scratch.withUnsafeBufferPointer { scratch in
        guard let book = rows.baseAddress, let target = masks.baseAddress else { return }
        let output = UnsafeMutableRawPointer(target)
        let scratch = scratch.baseAddress ?? book
        withUnsafeTemporaryAllocation(of: UnsafeRawPointer.self, capacity: 16) { picked in
          for column in first..<last {
            let row = answer.failing[column]
            let vectors = row < 0 ? scratch - row - 1 : book + row
            // A row of vectors is a row of quarters of words, the lowest first.
            picked[column - first] = UnsafeRawPointer(vectors)
          }
          for sixteen in 0..<(places / 16) {
            var result = Lanes.zero
            for column in 0..<(last - first) {
              let bits =
                Lanes(repeating: picked[column].load(fromByteOffset: sixteen * 2, as: UInt16.self)) & lanes
              result |= Lanes.zero.replacing(with: 1 << UInt16(column), where: bits .== lanes)
            }
            output.storeBytes(of: result, toByteOffset: sixteen * 32, as: Lanes.self)
          }
        }
      }
    }
  }
}
