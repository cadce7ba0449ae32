/// How texts name countries and groups of countries.
enum PlaceLexicon {
  /// The places named in a run of words, and whether some word of it is a place that is not known.
  ///
  /// - Parameter end: where the run ends; it ends before that at the first word that belongs to no list of places.
  static func list(_ words: [ConditionWord], from start: Int) -> (places: PlaceList, end: Int)? {
    var codes: [String] = []
    var hasUnknown = false
    var isAbroad = true
    var index = start
    var end = start
    var announces = false
    while index < words.count {
      if let (found, next) = match(words, at: index) {
        if found == ["HE-AC"], isAnnounced(words, before: index) {
          // `the following associated countries: …` are those that follow.
          index = next
          end = next
          announces = true
          continue
        }
        if announces { announces = false }
        // Other lists of countries of low and middle income are longer than that of Horizon Europe.
        codes += found.filter { $0 != "?" && !codes.contains($0) }
        if found.isEmpty || found.contains("?") {
          hasUnknown = true
          isAbroad = isAbroad && abroad.contains(words[index..<next].map(\.stem).joined(separator: " "))
        }
        index = next
        end = next
      } else if joints.contains(words[index].stem) {
        index += 1
      } else {
        break
      }
    }
    guard end > start else { return nil }
    let list = PlaceList(
      codes: codes, hasUnknown: hasUnknown || announces, isAbroad: hasUnknown && isAbroad && !announces)
    return (list, end)
  }

  private static func isAnnounced(_ words: [ConditionWord], before index: Int) -> Bool {
    words[max(0, index - 2)..<index].contains { $0.stem == "following" }
  }

  /// One name of a place; no codes where it is a group that the text leaves open.
  static func match(_ words: [ConditionWord], at index: Int) -> ([String], Int)? {
    guard index < words.count, let candidates = byFirst[words[index].stem] else { return nil }
    for (name, codes) in candidates where index + name.count <= words.count {
      if zip(name, words[index...]).allSatisfy({ $0 == $1.stem }) { return (codes, index + name.count) }
    }
    return nil
  }

  private static let joints: Set<String> = [
    ",", "and", "or", "/", "&", "the", "in", "following", "additional", "eu", "european", "union", "other",
    "any",
    "of", "a", "an", "different", "eligible", ":", ";", "well", "as", "also", "horizon", "europe", "all",
    "respective", "another",
  ]

  private static let groups: [(String, [String])] = [
    ("member state", ["EU"]), ("eu member state", ["EU"]), ("ms", ["EU"]), ("union", ["EU"]),
    ("member state of the european union", ["EU"]), ("eu", ["EU"]),
    ("oct", ["OCT"]), ("oversea country and territory", ["OCT"]),
    ("associated country", ["HE-AC"]), ("horizon europe associated country", ["HE-AC"]),
    ("country associated to horizon europe", ["HE-AC"]), ("associated state", ["HE-AC"]),
    ("associated country to horizon europe", ["HE-AC"]),
    ("eea country", ["EEA"]), ("eea", ["EEA"]), ("efta country", ["EEA", "CH"]),
    ("widening country", ["WIDENING"]), ("horizon europe widening country", ["WIDENING"]),
    ("african union member state", ["AFRICAN-UNION"]), ("africa union member state", ["AFRICAN-UNION"]),
    ("african union", ["AFRICAN-UNION"]), ("oecd country", ["OECD"]), ("oecd", ["OECD"]),
    ("mercosur country", ["MERCOSUR"]), ("mercosur", ["MERCOSUR"]),
    ("low or lower upper middle income country", ["HE-LMIC", "?"]),
    ("low and middle income country", ["HE-LMIC", "?"]),
    ("low or lower / upper middle income country", ["HE-LMIC", "?"]),
    ("low to middle income country", ["HE-LMIC", "?"]),
    ("low income country", ["HE-LMIC", "?"]), ("middle income country", ["HE-LMIC", "?"]),
    ("sub saharan african country", []), ("african country", []), ("africa", []), ("sub saharan africa", []),
    ("latin america", []), ("latin american country", []), ("asia", []), ("asian country", []),
    ("south east asia", []), ("far east", []), ("pacific", []), ("caribbean", []),
    ("latin america and the caribbean", []), ("western balkan", []), ("western balkan country", []),
    ("country of the western balkan", []), ("mediterranean partner country", []),
    ("non associated third country", ["THIRD"]), ("third country", ["THIRD"]),
    ("eligible country", ["any"]), ("country", ["any"]), ("state", ["any"]),
    ("candidate country", []), ("participating state", []), ("region", []), ("world region", []),
    ("country or region", []), ("emerging innovator", []), ("outermost region", []),
  ]

  /// Names of regions that are not known here by their countries, none of which is a Member State.
  private static let abroad: Set<String> = [
    "low or lower upper middle income country", "low and middle income country",
    "low or lower / upper middle income country", "low to middle income country", "low income country",
    "middle income country", "sub saharan african country", "african country", "africa", "sub saharan africa",
    "latin america", "latin american country", "asia", "asian country", "south east asia", "far east",
    "pacific", "caribbean", "latin america and the caribbean", "western balkan", "western balkan country",
    "country of the western balkan",
  ]

  private static let countries: [(String, String)] = [
    ("austria", "AT"), ("belgium", "BE"), ("bulgaria", "BG"), ("croatia", "HR"), ("cyprus", "CY"),
    ("czechia", "CZ"),
    ("czech republic", "CZ"), ("denmark", "DK"), ("estonia", "EE"), ("finland", "FI"), ("france", "FR"),
    ("germany", "DE"), ("greece", "EL"), ("hungary", "HU"), ("ireland", "IE"), ("italy", "IT"),
    ("latvia", "LV"),
    ("lithuania", "LT"), ("luxembourg", "LU"), ("malta", "MT"), ("netherland", "NL"), ("poland", "PL"),
    ("portugal", "PT"), ("romania", "RO"), ("slovakia", "SK"), ("slovenia", "SI"), ("spain", "ES"),
    ("sweden", "SE"),
    ("albania", "AL"), ("armenia", "AM"), ("bosnia and herzegovina", "BA"), ("bosnia herzegovina", "BA"),
    ("canada", "CA"), ("egypt", "EG"), ("faroe island", "FO"), ("georgia", "GE"), ("iceland", "IS"),
    ("israel", "IL"),
    ("kosovo", "XK"), ("liechtenstein", "LI"), ("moldova", "MD"), ("montenegro", "ME"), ("morocco", "MA"),
    ("new zealand", "NZ"), ("north macedonia", "MK"), ("norway", "NO"), ("republic of korea", "KR"),
    ("south korea", "KR"), ("korea", "KR"), ("serbia", "RS"), ("switzerland", "CH"), ("tunisia", "TN"),
    ("türkiye", "TR"), ("turkey", "TR"), ("ukraine", "UA"), ("united kingdom", "UK"), ("japan", "JP"),
    ("singapore", "SG"), ("australia", "AU"), ("brazil", "BR"), ("chile", "CL"), ("india", "IN"),
    ("mexico", "MX"),
    ("united state of america", "US"), ("united state", "US"), ("usa", "US"), ("china", "CN"),
    ("russia", "RU"),
    ("belarus", "BY"), ("south africa", "ZA"), ("argentina", "AR"), ("taiwan", "TW"), ("kenya", "KE"),
  ]

  private static let byFirst: [String: [(name: [String], codes: [String])]] = {
    var table: [String: [(name: [String], codes: [String])]] = [:]
    for (name, codes) in groups + countries.map({ ($0.0, [$0.1]) }) {
      let words = name.split(separator: " ").map(String.init)
      if let first = words.first { table[first, default: []].append((words, codes)) }
    }
    return table.mapValues { $0.sorted { $0.name.count > $1.name.count } }
  }()
}
