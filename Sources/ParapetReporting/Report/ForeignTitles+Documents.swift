import ParapetModel
import ParapetMatching
import ParapetPlanning

// The titles of opportunities on the pages that have no room for a phrase where they stand.

extension PlanReport {
  /// The titles of what is applied to.
  public var foreign: ForeignTitles { words.foreign(plan.applications.lazy.map(\.offer.opportunity)) }
}

extension BudgetReport {
  /// The title of what is applied to.
  public var foreign: ForeignTitles { words.foreign([offer.opportunity]) }
}

extension ActionPlanReport {
  /// The titles of what pays or may pay for an action.
  public var foreign: ForeignTitles {
    words.foreign(plan.cards.lazy.flatMap(\.sources).map(\.offer.opportunity))
      .merging(words.foreign(plan.cards.lazy.flatMap(\.funding).map(\.offer.opportunity)))
  }
}

extension BriefReport {
  /// The titles of sources.
  public var foreign: ForeignTitles {
    words.foreign(brief.rows.lazy.compactMap { $0.best?.offer.opportunity })
  }
}

extension ShortlistReport {
  /// The titles of what is listed.
  public var foreign: ForeignTitles {
    words.foreign(shortlists.lazy.flatMap(\.items).flatMap(\.matches).map(\.offer.opportunity))
  }
}

extension BookReport {
  /// The titles of instruments and proposals.
  public var foreign: ForeignTitles {
    words.foreign(instruments.lazy.map(\.opportunity)).merging(words.foreign(proposals))
  }
}

extension ShowReport {
  /// The title of the opportunity and of its instruments.
  public var foreign: ForeignTitles {
    words.foreign([text.opportunity] + text.offer.instruments)
  }
}

extension ChangesReport {
  /// The titles of what changed.
  public var foreign: ForeignTitles { words.foreign(titles: changes.lazy.map(\.titles)) }
}

extension DigestReport {
  /// The titles of what changed, and of what is due.
  public var foreign: ForeignTitles {
    var titles = words.foreign(digest.due.lazy.map(\.opportunity))
    for change in digest.changes {
      guard change.titles[words.language.rawValue] == nil else { continue }
      for (language, title) in change.titles { titles.add(title, language) }
    }
    return titles
  }
}
