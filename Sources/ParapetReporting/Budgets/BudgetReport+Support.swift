import ParapetModel

/// The statement that goes with an application: what else pays, or is asked to pay, for the same costs.
extension BudgetReport {
  /// The statement, also where there is nothing to declare.
  var supportStatement: [Block] {
    let heading = Block.heading(level: 2, words.label(.supportStatement))
    let supported = items.flatMap { item in item.support.map { (item: item, support: $0) } }
    guard !supported.isEmpty else { return [heading, .paragraph(Phrase(words.note(.noOtherSupport)))] }
    var table = Table(
      caption: words.label(.supportStatement),
      columns: [
        Table.Column(words.label(.item), .prose), Table.Column(words.label(.supportSource), .prose),
        Table.Column(words.label(.supportKind), .prose), Table.Column(words.label(.supportState)),
        Table.Column(words.label(.supportAmount), .figure),
      ])
    for (item, support) in supported {
      table.append([
        .text(item.title), .text(support.source), .text(words.word(support.kind)),
        .text(words.word(support.state)), .money(support.amount),
      ])
    }
    let union = items.filter { $0.support.contains { $0.kind == .union } }.map(\.title)
    var blocks = [heading, .table(table), .paragraph(Phrase(words.note(.noCostTwice)))]
    if !union.isEmpty { blocks.append(.paragraph(Phrase(words.note(.unionSupports(items: union))))) }
    return blocks
  }
}
