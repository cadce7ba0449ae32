import ParapetFeeds
import ParapetModel

/// Parapet's own reader, through the public API.
enum ParapetVariant {
  static func read(_ file: String) -> Summary {
    var summary = Summary()
    do {
      try FeedSource.read(file) { event in
        switch event {
        case .record(let record): summary.add(record)
        case .remark, .precedent, .rates: break
        case .rejected(let finding), .broken(let finding):
          FeedBenchmark.fail("line \(finding.place.line ?? 0): \(finding.message)")
        }
      }
    } catch {
      FeedBenchmark.fail(error.said.english)
    }
    return summary
  }
}

extension Summary {
  fileprivate mutating func add(_ record: FeedRecord) {
    let opportunity = record.opportunity
    records += 1
    lines += record.place.line ?? 0
    nameBytes += opportunity.identifier.utf8.count
    for identifier in opportunity.otherIdentifiers { nameBytes += identifier.value.utf8.count }
    for text in opportunity.titles { add(text: text.text, language: text.language) }
    for text in opportunity.descriptions { add(text: text.text, language: text.language) }
    for text in opportunity.keywords { add(text: text.text, language: text.language) }
    for link in opportunity.partOf {
      nameBytes += link.ref?.utf8.count ?? 0
      for text in link.titles { add(text: text.text, language: text.language) }
    }
    for document in opportunity.documents {
      addressBytes += document.url.utf8.count
      for text in document.titles { add(text: text.text, language: text.language) }
    }
    addressBytes += opportunity.landingPage?.utf8.count ?? 0
    if let code = opportunity.programme {
      add(code: code.code, vocabulary: code.vocabulary, label: code.label)
    }
    for code in opportunity.typesOfAction {
      add(code: code.code, vocabulary: code.vocabulary, label: code.label)
    }
    for day in [opportunity.publicationDate, opportunity.openingDate, opportunity.lastModified] {
      days += Int(day?.number ?? 0)
    }
    for deadline in opportunity.deadlines {
      deadlines += 1
      days += Int(deadline.day.number)
      stages += deadline.stage ?? 0
    }
    add(opportunity.funding)
    for criterion in opportunity.requirements?.criteria ?? [] { add(criterion) }
    notStated += opportunity.notStated.count
  }

  private mutating func add(_ funding: Funding) {
    for available in funding.available { money += Int(available.amount.minorUnits) }
    money += Int(funding.minimumGrant?.value.minorUnits ?? 0)
    money += Int(funding.maximumGrant?.value.minorUnits ?? 0)
    grants += funding.expectedGrants?.value ?? 0
    for rate in funding.rates { rates += Int(rate.maximum.millionths) }
  }

  private mutating func add(_ criterion: Criterion) {
    criteria += 1
    criterionBytes += criterion.id.utf8.count + criterion.kind.utf8.count
    for parameter in criterion.parameters { parameters += parameter.attributes.count }
    for example in criterion.examples { facts += example.facts.count }
    citationBytes += criterion.citation.source.utf8.count
  }
}
