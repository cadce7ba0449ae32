public import ParapetModel

/// The kernel: an item against all rules. This file and the next work on pointers, and only within one call: each
/// index into a row is below `width`, each row begins where the draft put it, and no pointer is kept.
extension CompiledBook {
  private typealias Row = UnsafePointer<Vector>

  /// Judges an item against every rule.
  ///
  /// - Parameter asking: what a criterion says of the item, by its number; called where a fact is unknown or a
  ///   criterion is not written as bits, at most once for each column that it stands in.
  public func judge(
    _ facts: CompiledFacts, into answer: inout CompiledAnswer, asking: (Int) -> Outcome
  ) {
    var anyOpen = false
    pickRows(facts, &answer, &anyOpen, asking)
    let count = columns.count
    let isWeighed = hasWeakCriteria || anyOpen
    let scratch = answer.scratch
    rows.withUnsafeBufferPointer { rows in
      scratch.withUnsafeBufferPointer { scratch in
        withUnsafeTemporaryAllocation(of: Row.self, capacity: count * 2 + 1) { pointers in
          guard let book = rows.baseAddress, let picked = pointers.baseAddress else { return }
          // Without a column there is no scratch, and no row to pick.
          let scratch = scratch.baseAddress ?? book
          for column in 0..<count {
            let failing = answer.failing[column]
            let open = answer.open[column] ?? emptyRow
            picked[column] = failing < 0 ? scratch - failing - 1 : book + failing
            picked[count + column] = open < 0 ? scratch - open - 1 : book + open
          }
          let item = Picked(failing: picked, open: picked + count, count: count, book: book)
          answer.results.withUnsafeMutableBufferPointer { results in
            guard let results = results.baseAddress else { return }
            for band in bands {
              if let steps = band.steps {
                climb(steps, band.vectors, item, results)
              } else if isWeighed {
                weigh(band.vectors, item, results)
              } else {
                decide(band.vectors, item, results)
              }
            }
          }
        }
      }
    }
  }

  /// The rows of one item: for each column what is not met and what is open.
  private struct Picked {
    var failing: UnsafePointer<Row>
    var open: UnsafePointer<Row>
    var count: Int
    var book: Row
  }

  /// Rules that ask for everything, where nothing is open and every criterion may exclude.
  private func decide(_ vectors: Range<Int>, _ item: Picked, _ results: UnsafeMutablePointer<Vector>) {
    let valid = item.book + validRow
    for place in vectors {
      var once = Vector.zero
      var twice = Vector.zero
      for column in 0..<item.count {
        let fails = item.failing[column][place]
        twice |= once & fails
        once |= fails
      }
      results[place] = valid[place] & ~once
      results[width + place] = once
      results[2 * width + place] = once & ~twice
    }
  }

  /// The same where something is open or a criterion is too weak to exclude.
  private func weigh(_ vectors: Range<Int>, _ item: Picked, _ results: UnsafeMutablePointer<Vector>) {
    let valid = item.book + validRow
    for place in vectors {
      var once = Vector.zero
      var twice = Vector.zero
      var open = Vector.zero
      var excluded = Vector.zero
      for column in 0..<item.count {
        let fails = item.failing[column][place]
        twice |= once & fails
        once |= fails
        open |= item.open[column][place]
        excluded |= fails & strength(of: column, at: place, item)
      }
      results[place] = valid[place] & ~(once | open)
      results[width + place] = excluded
      results[2 * width + place] = once & ~twice
    }
  }

  /// Rules with alternatives or negations, by strong Kleene logic: what is met and what is not are two bits.
  private func climb(
    _ steps: [CompiledRule.Shape.Step], _ vectors: Range<Int>, _ item: Picked,
    _ results: UnsafeMutablePointer<Vector>
  ) {
    let valid = item.book + validRow
    var stack: [(met: Vector, unmet: Vector)] = []
    stack.reserveCapacity(steps.count)
    for place in vectors {
      stack.removeAll(keepingCapacity: true)
      for step in steps {
        switch step {
        case .column(let column, let isNegated):
          let fails = item.failing[column][place]
          let holds = ~(fails | item.open[column][place])
          // A criterion whose grade cannot exclude is undecided where it would.
          let strong = strength(of: column, at: place, item)
          stack.append(isNegated ? (fails, holds & strong) : (holds, fails & strong))
        case .all(let parts):
          var joined = (met: ~Vector.zero, unmet: Vector.zero)
          for part in stack.suffix(parts) {
            joined.met &= part.met
            joined.unmet |= part.unmet
          }
          stack.removeLast(parts)
          stack.append(joined)
        case .any(let parts):
          var joined = (met: Vector.zero, unmet: ~Vector.zero)
          for part in stack.suffix(parts) {
            joined.met |= part.met
            joined.unmet &= part.unmet
          }
          stack.removeLast(parts)
          stack.append(joined)
        }
      }
      let result = stack.last ?? (met: ~Vector.zero, unmet: Vector.zero)
      results[place] = valid[place] & result.met
      results[width + place] = valid[place] & result.unmet
      results[2 * width + place] = .zero
    }
  }

  /// The rules whose criterion in a column may exclude.
  @inline(__always)
  private func strength(of column: Int, at place: Int, _ item: Picked) -> Vector {
    columns[column].strongRow.map { item.book[$0 + place] } ?? ~Vector.zero
  }
}
