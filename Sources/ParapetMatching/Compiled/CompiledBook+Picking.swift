import ParapetModel

/// Which rows an item picks.
extension CompiledBook {
  /// Notes for each column where its rows are, and puts together those that no row of the book holds.
  func pickRows(
    _ facts: CompiledFacts, _ answer: inout CompiledAnswer, _ anyOpen: inout Bool, _ asking: (Int) -> Outcome
  ) {
    rows.withUnsafeBufferPointer { rows in
      columns.withUnsafeBufferPointer { columns in
        for index in columns.indices {
          let column = columns[index]
          answer.open[index] = nil
          let word = column.form == .asked ? 0 : facts.words[column.fact]
          let isKnown = facts.known >> UInt64(column.fact) & 1 == 1
          // Nothing is not a value: a set without one is met by no list, and that is for the criterion to say.
          let isSet = column.form == .every || column.form == .any
          guard isKnown, column.form != .asked, word != 0 || !isSet else {
            ask(column, index, rows, &answer, asking)
            anyOpen = anyOpen || answer.open[index] != nil
            continue
          }
          switch column.form {
          case .range:
            let step = step(of: Int64(bitPattern: word), in: column.bounds)
            answer.failing[index] = column.failingRow + step * width
          case .any:
            guard word & (word &- 1) == 0 else {
              answer.failing[index] = common(word, column.failingRow, index * 2, rows, &answer)
              continue
            }
            answer.failing[index] = column.failingRow + word.trailingZeroBitCount * width
          case .none where word == 0: answer.failing[index] = emptyRow
          case .none:
            answer.failing[index] = either(word, column.failingRow, index * 2, rows, &answer)
          case .every:
            guard word & (word &- 1) == 0 else {
              answer.failing[index] = common(word, column.failingRow, index * 2, rows, &answer)
              answer.open[index] = common(word, column.metRow, index * 2 + 1, rows, &answer)
              leaveOpen(column, index, rows, &answer)
              anyOpen = true
              continue
            }
            answer.failing[index] = column.failingRow + word.trailingZeroBitCount * width
            if column.leavesOpen {
              answer.open[index] = column.openRow + word.trailingZeroBitCount * width
              anyOpen = true
            }
          case .asked: break
          }
        }
      }
    }
  }

  /// How many bounds lie at or below a number.
  private func step(of number: Int64, in range: Range<Int>) -> Int {
    bounds.withUnsafeBufferPointer { bounds in
      var first = range.lowerBound
      var length = range.count
      while length > 0 {
        let half = length / 2
        if bounds[first + half] <= number {
          first += half + 1
          length -= half + 1
        } else {
          length = half
        }
      }
      return first - range.lowerBound
    }
  }

  /// The rules that have a bit in the rows of all of an item's values.
  private func common(
    _ values: UInt64, _ first: Int, _ slot: Int, _ rows: UnsafeBufferPointer<Vector>,
    _ answer: inout CompiledAnswer
  ) -> Int {
    join(values, first, slot, rows, &answer) { $0 & $1 }
  }

  /// The rules that have a bit in the row of one of an item's values.
  private func either(
    _ values: UInt64, _ first: Int, _ slot: Int, _ rows: UnsafeBufferPointer<Vector>,
    _ answer: inout CompiledAnswer
  ) -> Int {
    join(values, first, slot, rows, &answer) { $0 | $1 }
  }

  @inline(__always)
  private func join(
    _ values: UInt64, _ first: Int, _ slot: Int, _ rows: UnsafeBufferPointer<Vector>,
    _ answer: inout CompiledAnswer, _ operation: (Vector, Vector) -> Vector
  ) -> Int {
    let width = width
    return answer.scratch.withUnsafeMutableBufferPointer { scratch in
      guard let book = rows.baseAddress, let base = scratch.baseAddress else { return 0 }
      let target = base + slot * width
      var left = values
      let row = book + first + left.trailingZeroBitCount * width
      target.update(from: row, count: width)
      left &= left &- 1
      while left != 0 {
        let row = book + first + left.trailingZeroBitCount * width
        for place in 0..<width { target[place] = operation(target[place], row[place]) }
        left &= left &- 1
      }
      return -(slot * width) - 1
    }
  }

  /// Turns the second scratch row of a column from what is met into what is neither met nor unmet.
  private func leaveOpen(
    _ column: CompiledColumn, _ index: Int, _ rows: UnsafeBufferPointer<Vector>,
    _ answer: inout CompiledAnswer
  ) {
    let failing = index * 2 * width
    for place in 0..<width {
      let decided = answer.scratch[failing + place] | answer.scratch[failing + width + place]
      answer.scratch[failing + width + place] = rows[column.presentRow + place] & ~decided
    }
  }

  /// Asks each criterion of a column itself.
  private func ask(
    _ column: CompiledColumn, _ index: Int, _ rows: UnsafeBufferPointer<Vector>,
    _ answer: inout CompiledAnswer, _ asking: (Int) -> Outcome
  ) {
    let failing = index * 2 * width
    for place in failing..<(failing + 2 * width) { answer.scratch[place] = .zero }
    var hasOpen = false
    for question in questions[column.questions] {
      switch asking(question.number) {
      case .met: continue
      case .unmet:
        for place in 0..<width { answer.scratch[failing + place] |= rows[question.row + place] }
      case .undecided:
        hasOpen = true
        for place in 0..<width { answer.scratch[failing + width + place] |= rows[question.row + place] }
      }
    }
    answer.failing[index] = -failing - 1
    answer.open[index] = hasOpen ? -(failing + width) - 1 : nil
  }
}
