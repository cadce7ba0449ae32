public import ParapetModel
import ParapetSearching

/// What decides of an answer beside the texts of an opportunity and of its instruments: how its dates and rules stand on a
/// day.
///
/// An answer that was given on one day holds on another where this is the same and neither the item, the opportunity nor
/// our data changed: fit counts whole steps of days, and rules are looked up in law that begins and ends on a day.
public struct OfferFacts {
  /// The number of each tree's line.
  private var rules: [Key: TextHash.Value] = [:]
  private let day: Day

  private struct Key: Hashable {
    var tree: ObjectIdentifier
    var day: Day
  }

  /// The facts of a day.
  public init(on day: Day) { self.day = day }

  /// How its dates stand on the day, as one line.
  public func dates(of offer: Offer) -> String {
    let opportunity = offer.opportunity
    let status = opportunity.status(on: day)
    let next = opportunity.nextDeadline(on: day)
    let points = Fit.timeAndEffort(offer, status, day)
    return "\(status.rawValue) \(next?.day.description ?? "-") \(next?.time ?? "-") \(points)"
  }

  /// What beside its dates decides whether a list has the offer at all, while it is not closed.
  public mutating func lasting(of offer: Offer) -> String {
    let judged = max(day, offer.opportunity.openingDate ?? day)
    let key = Key(tree: ObjectIdentifier(offer.tree.identity), day: judged)
    let rule = rules[key] ?? OfferFacts.number(of: offer.tree, on: judged)
    rules[key] = rule
    return "\(offer.hasOwnConditions) \(offer.opportunity.isLeftOver(on: day)) \(rule.first) \(rule.second)"
  }

  /// The number of the line of a tree: a line is long, and many offers share it.
  private static func number(of tree: Tree, on day: Day) -> TextHash.Value {
    var hash = TextHash()
    hash.add(line(of: tree, on: day))
    return hash.value
  }

  /// Which rules are in force. A rule that asks whether an item is over by the day (`CompletionKind`) is not told here:
  /// it is for who keeps answers to see that no item has ended meanwhile.
  private static func line(of tree: Tree, on day: Day) -> String {
    var line = ""
    // From then on no group of countries has changed.
    if let last = CountryGroup.lastChange, day < last { line = day.description }
    for leaf in tree.leaves {
      line += (leaf.citation.holds(on: day) ? " +" : " -") + leaf.id
      // What was read from running text is of the program that read it.
      for parameter in leaf.parameters {
        line += " " + parameter.name
        for (name, value) in parameter.attributes.sorted(by: { $0.key < $1.key }) {
          line += " \(name)=\(value)"
        }
      }
    }
    return line
  }
}
