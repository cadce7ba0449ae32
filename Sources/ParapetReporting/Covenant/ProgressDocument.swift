import ParapetModel
import ParapetPlanning

extension ProgressReport {
  /// The JSON document, by the schema `progress`.
  public var json: String {
    let body = Body(
      portfolio: city.id, since: OrNull(wrappedValue: review.since?.description),
      keptReport: OrNull(wrappedValue: review.kept?.asOf), restated: review.restatements.map(restated),
      missing: review.lacks.map { lack in words.sentence(.lack(lack, names: names(in: lack))) },
      duties: OrNull(wrappedValue: review.duties.map { DutiesPart($0, on: review.asOf) }),
      totals: TotalsPart(
        planned: Amount(review.sum(\.planned)), granted: Amount(review.sum(\.granted)),
        spent: Amount(review.sum(\.spent)), spentSince: Amount(review.sum(\.spentSince))),
      items: review.items.map(part), lost: review.lost.map(\.item.id), slipped: review.slipped.map(\.item.id),
      commitments: review.coverage.map { coverage in
        let items = review.items(serving: coverage)
        return CommitmentPart(
          number: coverage.commitment.number, items: coverage.items,
          done: items.filter { $0.meaning == .done }.map(\.item.id),
          slipped: items.filter { $0.slip != nil }.map(\.item.id))
      })
    return JSONDocument("progress", edition, in: words.language, body).text
  }

  private func part(_ progress: ItemProgress) -> ItemPart {
    ItemPart(
      item: progress.item.id, title: progress.item.title,
      state: OrNull(wrappedValue: progress.current?.state), stateText: name(of: progress.current?.state),
      day: OrNull(wrappedValue: progress.current?.day.description),
      before: OrNull(wrappedValue: progress.before?.state),
      planned: OrNull(wrappedValue: progress.planned.map { Amount($0) }),
      granted: OrNull(wrappedValue: progress.granted.map { Amount($0) }),
      spent: OrNull(wrappedValue: progress.spent.map { Amount($0) }),
      lateDays: OrNull(wrappedValue: progress.slip?.days), note: OrNull(wrappedValue: progress.current?.note),
      indicators: progress.indicators.map { indicator in
        IndicatorPart(
          id: indicator.indicator.id, unit: indicator.indicator.unit,
          direction: indicator.indicator.direction.rawValue,
          baseline: quantity(indicator.indicator.baseline), target: quantity(indicator.indicator.target),
          reading: quantity(indicator.last?.value),
          day: OrNull(wrappedValue: indicator.last?.day.description), trend: indicator.trend.rawValue)
      })
  }

  private func quantity(_ value: Int64?) -> OrNull<String> {
    OrNull(wrappedValue: value.map { Typography.tenThousandths($0, separator: "", mark: ".") })
  }

  private struct Body: Encodable {
    var portfolio: String
    var since: OrNull<String>
    var keptReport: OrNull<String>
    var restated: [String]
    var missing: [String]
    var duties: OrNull<DutiesPart>
    var totals: TotalsPart
    var items: [ItemPart]
    var lost: [String]
    var slipped: [String]
    var commitments: [CommitmentPart]
  }

  private struct TotalsPart: Encodable {
    var planned: Amount
    var granted: Amount
    var spent: Amount
    var spentSince: Amount
  }

  private struct ItemPart: Encodable {
    var item: String
    var title: String
    var state: OrNull<String>
    var stateText: String
    var day: OrNull<String>
    var before: OrNull<String>
    var planned: OrNull<Amount>
    var granted: OrNull<Amount>
    var spent: OrNull<Amount>
    var lateDays: OrNull<Int>
    var note: OrNull<String>
    var indicators: [IndicatorPart]
  }

  private struct IndicatorPart: Encodable {
    var id: String
    var unit: String
    var direction: String
    var baseline: OrNull<String>
    var target: OrNull<String>
    var reading: OrNull<String>
    var day: OrNull<String>
    var trend: String
  }

  private struct CommitmentPart: Encodable {
    var number: Int
    var items: [String]
    var done: [String]
    var slipped: [String]
  }
}
