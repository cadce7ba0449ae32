import ParapetMatching
import ParapetModel
import ParapetPlanning

// Who pays beside the city.
extension ActionPlanReport {
  var partnerBlocks: [Block] {
    let shares = plan.partnerShares
    // The eleventh commitment is to the private operators and their forum.
    let hasOperators = plan.cards.contains { $0.commitments.contains(11) }
    guard !shares.isEmpty || hasOperators else { return [] }
    var blocks = [heading(.partnerShares)]
    if !shares.isEmpty { blocks += [paragraph(.partnersMeaning), .table(table(of: shares))] }
    if hasOperators { blocks.append(.list([ListEntry(Phrase(words.sentence(.forumStep)))])) }
    return blocks
  }

  private func table(of shares: [PartnerShare]) -> Table {
    var table = Table(
      caption: words.label(.partnerShares),
      columns: [
        Table.Column(words.label(Label.partners), .prose), Table.Column(words.label(.item), .prose),
        Table.Column(words.label(PlanLabel.year)), column(.promised, .figure), column(.asked, .figure),
        column(.short, .figure),
      ])
    for share in shares {
      let items = words.list(share.items.map { title(of: $0) })
      if share.years.isEmpty {
        table.append([
          .text(share.partner.name), .text(items), .empty, .empty,
          plan.plan == nil ? .empty : .text(words.sentence(.bearsNothing)), .empty,
        ])
      }
      for (place, year) in share.years.enumerated() {
        table.append([
          .text(share.partner.name), .text(place == 0 ? items : nil),
          year.year.map { .year($0) } ?? .text(words.label(PlanLabel.noYear)), .money(year.promised),
          .money(year.asked), .money(year.short),
        ])
      }
    }
    return table
  }
}
