import ParapetModel

@testable import ParapetInput

/// The three files of a portfolio as texts; `⟦` in one of them shows where a finding must land.
struct MarkedPortfolio {
  var portfolio: Portfolio?
  var diagnostics: [Diagnostic]
  /// Where the mark stood.
  var mark: Diagnostic.Place?

  static let city = """
    id: rivemont
    name: { en: Rivemont, fr: Rivemont }
    country: FR
    currency: EUR
    partners:
      - { id: portanova, name: Portanova, country: IT }
      - { id: hafenstadt, country: DE }
    """
  static let measures = MeasureCatalogue(measures: [
    Measure(code: "barriers", component: .protection, serves: [9], costHeadings: [.works]),
    Measure(code: "training", component: .protection, serves: [5], costHeadings: [.subcontracting]),
    Measure(code: "awareness", component: .prevention, serves: [3], costHeadings: [.otherGoods]),
  ])

  init(
    city: String = MarkedPortfolio.city, items: String = "id,title\nb1,Promenade\n", costs: String? = nil,
    measures: MeasureCatalogue? = nil
  ) {
    var mark: Diagnostic.Place?
    func unmarked(_ text: String, _ file: String) -> [UInt8] {
      if let index = text.unicodeScalars.firstIndex(of: "⟦") {
        let lines = text.unicodeScalars[..<index].split(separator: "\n", omittingEmptySubsequences: false)
        mark = Diagnostic.Place(file: file, line: lines.count, column: (lines.last?.count ?? 0) + 1)
      }
      return Array(text.utf8.split(separator: [0xE2, 0x9F, 0xA6], omittingEmptySubsequences: false).joined())
    }
    let result = PortfolioReader.read(
      city: unmarked(city, "p/city.yaml"), items: unmarked(items, "p/items.csv"),
      costs: costs.map { unmarked($0, "p/costs.csv") }, prefix: "p/", measures: measures)
    portfolio = result.portfolio
    diagnostics = result.diagnostics
    self.mark = mark
  }

  /// The names of what was found, in order.
  var ids: [String] { diagnostics.map(\.id) }

  /// The first finding at the mark.
  var atMark: Diagnostic? { diagnostics.first { $0.place == mark } }

  /// The first item.
  var item: Item? { portfolio?.items.first }

  /// The first line of the first item.
  var line: CostLine? { item?.lines.first }
}
