public import ParapetModel

/// Holds the costs of a portfolio against what the same has cost elsewhere.
///
/// A benchmark is an orientation from a few published figures, so that only what lies far outside is worth a word, and
/// a word is all it is worth. Currencies are never converted: a figure in another one says nothing.
public enum BenchmarkCheck {
  /// How many times above the highest or below the lowest figure a cost must lie to be remarked upon.
  public static let farOutside: Int64 = 5

  /// A warning for each cost far outside its benchmark, in the order of the portfolio.
  ///
  /// A price by the piece is held against lines whose unit is the benchmark's own word. The price of a project is held
  /// against items that consist of that measure alone, since of several nobody knows each one's share.
  public static func findings(in portfolio: Portfolio, against benchmarks: [Benchmark]) -> [Diagnostic] {
    portfolio.items.flatMap { item in
      benchmarks.filter { item.measures.contains($0.measure) }.flatMap { benchmark -> [Diagnostic] in
        switch benchmark.basis {
        case .unit(let words):
          return item.lines.filter { words.contains($0.unit.lowercased()) }.compactMap { line in
            finding(line.unitCost, of: item, benchmark, at: line.place)
          }
        case .project:
          guard Set(item.measures).count == 1, let cost = total(of: item) else { return [] }
          return finding(cost, of: item, benchmark, at: item.place).map { [$0] } ?? []
        }
      }
    }
  }

  /// The net cost of an item, or nothing where it is unknown, of several currencies or beyond all counting.
  private static func total(of item: Item) -> Money? {
    guard let first = item.lines.first else { return item.cost }
    var sum: Int64 = 0
    for line in item.lines {
      guard line.cost.currency == first.cost.currency else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(line.cost.minorUnits)
      guard !overflow else { return nil }
      sum = next
    }
    return Money(minorUnits: sum, currency: first.cost.currency)
  }

  private static func finding(
    _ cost: Money, of item: Item, _ benchmark: Benchmark, at place: Diagnostic.Place
  ) -> Diagnostic? {
    let figures = benchmark.figures
    guard let low = figures.min(by: { $0.low.minorUnits < $1.low.minorUnits }),
      let high = figures.max(by: { $0.high.minorUnits < $1.high.minorUnits }),
      low.low.currency == cost.currency, cost.minorUnits > 0
    else { return nil }
    // Divided, not multiplied, so that no amount can overflow.
    if cost.minorUnits / farOutside > high.high.minorUnits {
      return .outside(cost, isAbove: true, high.high, high, benchmark, item, at: place)
    }
    if cost.minorUnits < low.low.minorUnits / farOutside {
      return .outside(cost, isAbove: false, low.low, low, benchmark, item, at: place)
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func outside(
    _ cost: Money, isAbove: Bool, _ amount: Money, _ figure: Benchmark.Figure, _ benchmark: Benchmark,
    _ item: Item, at place: Place
  ) -> Diagnostic {
    let what =
      switch benchmark.basis {
      case .unit(let words):
        Message(
          en: "a price of \(cost) for one '\(words[0])'", fr: "un prix de \(cost) pour un « \(words[0]) »")
      case .project: Message(en: "a cost of \(cost) for a project", fr: "un coût de \(cost) pour un projet")
      }
    let source =
      "\(figure.place) \(figure.year), grade \(figure.citation.grade.rawValue), \(figure.citation.source)"
    let times = BenchmarkCheck.farOutside
    return Diagnostic(
      .warning, id: "cost-outside-benchmark", at: place,
      Message(
        en:
          "item '\(item.id)': \(what.english) of measure '\(benchmark.measure)' is more than \(times) times "
          + "\(isAbove ? "above" : "below") \(amount) (\(source))",
        fr:
          "projet « \(item.id) » : \(what.french) de la mesure « \(benchmark.measure) » est plus de \(times) fois "
          + "\(isAbove ? "au-dessus" : "au-dessous") de \(amount) (\(source))"),
      suggestion: Message(
        en: "check the amount, its unit and its currency; the benchmark is an orientation, not a rule",
        fr: "vérifiez le montant, son unité et sa monnaie ; le repère est une orientation, pas une règle"))
  }
}
