/// What a sentence of a call asks of those who apply together.
enum Demand: Hashable, Sendable {
  /// Bodies that must be among them.
  case members(MemberDemand)
  /// At most so many.
  case atMost(Int)
  /// One applicant alone, where the general rules ask for several or for one.
  case alone
  /// Every beneficiary has its seat in one of these places; `others` where partners without money are bound too.
  case seats(PlaceList, bindsAssociated: Bool)
  /// Seats that the general rules would not have paid.
  case widened(PlaceList)
  /// Nobody paid, or nobody at all, has its seat in one of these places.
  case refused(PlaceList, bindsAssociated: Bool)
  /// Nobody is controlled from one of these places, or from outside the places where one may be.
  case control(refused: PlaceList?)
  /// Nobody is controlled from outside the Union and these places.
  case controlledOnly(from: PlaceList)
  /// Every beneficiary is one of these.
  case everyone(BodyList, PlaceList?)
  /// Whoever leads is one of these, or has its seat there.
  case leader(BodyList?, PlaceList?)
  /// The general rule for how many apply together, of three organisations or of one, where a partnership that may have
  /// rules of its own says that it holds.
  case general(isSingle: Bool)
  /// The general rules for those who buy innovation together.
  case procurers
  /// What the proposal must contain, which binds nobody's seat or kind.
  case content
  /// The rule stands in another document.
  case document
}

/// Bodies of stated kinds, numbers and countries.
struct MemberDemand: Hashable, Sendable {
  /// One kind of body with its number.
  struct Group: Hashable, Sendable {
    /// How many.
    var minimum: Int
    /// Whether the number is a share of all beneficiaries, in per cent.
    var isShare = false
    /// Which bodies count.
    var bodies: BodyList
    /// From where.
    var spread = Spread()
  }

  /// Every kind asked for.
  var groups: [Group] = []
  /// From how many countries all of them together.
  var together: Spread?
  /// Whether affiliated entities count.
  var countsAffiliated = false
  /// Whether associated partners count.
  var countsAssociated = false
  /// Whether one body may count twice; nothing where the text does not say.
  var overlap: Bool?
}

/// Seats in a number of countries.
struct Spread: Hashable, Sendable {
  /// In how many different countries.
  var countries = 0
  /// Of these, how many Member States.
  var memberStates = 0
  /// Where a seat counts; nothing means anywhere.
  var places: PlaceList?
  /// Whether each of them comes from a country of its own.
  var isEach = false

  var isEmpty: Bool { countries == 0 && memberStates == 0 && places == nil }
}

/// Countries and groups of countries, by the codes of the data: `EU`, `HE-AC`, `NO` …
struct PlaceList: Hashable, Sendable {
  /// The codes, in the order of the text.
  var codes: [String]
  /// Whether the text names a place that is not known here, so that nobody surely is outside.
  var hasUnknown = false
  /// Whether what is not known lies outside the Union, as regions of the world do.
  var isAbroad = false
  /// Codes that the text takes out again.
  var refused: [String] = []
}

/// Kinds of body, any of which will do.
struct BodyList: Hashable, Sendable {
  /// Each a class, a role, or several joined by `+`; `any` is every body, `?words` one that is not known here.
  var alternatives: [String]

  /// Whether nothing is said of what kind they are.
  var isAny: Bool { alternatives == ["any"] }

  /// Whether they are any bodies, or only such as nobody can be judged by.
  var saysNothing: Bool { alternatives.allSatisfy { $0 == "any" || $0.hasPrefix("?") || $0 == "any+?" } }
}
