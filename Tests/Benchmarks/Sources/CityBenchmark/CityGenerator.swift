/// Makes cities with portfolios, the same of a seed on every machine.
struct CityGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A city as its two files.
  struct City {
    var facts: String
    var items: String
  }

  /// A city of a number, which every fact but the least needed may be missing from.
  mutating func makeCity(_ number: Int, items count: Int) -> City {
    let place = CityWords.places[pick(CityWords.places.count)]
    var facts = """
      id: city-\(number)
      name: { en: City \(number), fr: Ville \(number) }
      country: \(place.country)
      nuts: \(place.region)
      applicant: local-authority
      currency: EUR
      vat: non-recoverable
      capacity: { own-contribution: { 2027: \((1 + pick(20)) * 100_000) }, applications: \(1 + pick(5)) }

      """
    if !oneIn(8) { facts += "population: \(5_000 + pick(600_000))\n" }
    if !oneIn(4) { facts += "region-category: \(CityWords.categories[pick(3)])\n" }
    let partners = pick(4)
    if partners > 0 {
      facts += "partners:\n"
      for partner in 0..<partners {
        let seat = CityWords.places[pick(CityWords.places.count)]
        let applicant = CityWords.applicants[pick(CityWords.applicants.count)]
        facts +=
          "  - { id: p\(partner), name: Partner \(partner), country: \(seat.country), applicant: \(applicant) }\n"
      }
    }
    var items = "id,title,description,measures,component,site,start,end,cost,vat,priority,partners\n"
    for item in 0..<count { items += makeItem(item, isFrench: place.country == "FR", partners: partners) }
    return City(facts: facts, items: items)
  }

  /// A line of `items.csv`.
  private mutating func makeItem(_ number: Int, isFrench: Bool, partners: Int) -> String {
    let work = CityWords.works[pick(CityWords.works.count)]
    let words = isFrench ? CityWords.french : CityWords.english
    let site = words.sites[pick(words.sites.count)]
    let title = "\(isFrench ? work.french : work.english) \(words.at) \(site)"
    var sentences = [words.sentences[pick(words.sentences.count)]]
    sentences.append(
      "\(words.near) \(words.sites[pick(words.sites.count)]) \(words.against) \(words.threats[pick(words.threats.count)])."
    )
    if !oneIn(3) { sentences.append(words.sentences[pick(words.sentences.count)]) }
    var measures = [work.measure]
    if oneIn(4) {
      let other = CityWords.works[pick(CityWords.works.count)].measure
      if other != work.measure { measures.append(other) }
    }
    let year = 2027 + pick(2)
    let cost = (2 + pick(300)) * 10_000
    let names = (0..<partners).filter { _ in oneIn(2) }.map { "p\($0)" }.joined(separator: "|")
    return "i\(number),\(title),\(sentences.joined(separator: " ")),\(measures.joined(separator: "|")),"
      + "\(oneIn(2) ? "prevention" : "protection"),,\(year)-01-01,\(year + pick(3))-12-31,\(cost),\(cost / 5),"
      + "\(1 + pick(5)),\(names)\n"
  }

  private mutating func oneIn(_ count: Int) -> Bool { pick(count) == 0 }

  /// A number below a limit (SplitMix64).
  private mutating func pick(_ limit: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}
