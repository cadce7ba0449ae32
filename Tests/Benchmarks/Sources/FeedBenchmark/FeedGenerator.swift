import Foundation

/// Writes a feed in canonical XML, the same for the same seed: topics as long as the portal's, in five languages.
///
/// A topic has about 15 kB and 60 elements: texts in English and French, one of four further languages, dates,
/// amounts, keywords and documents; every second has a requirement tree.
struct FeedGenerator {
  private var state: UInt64
  private var texts: [String: [String]] = [:]
  /// How many texts of a language are made; topics take them in turn, so that a gigabyte is quickly written.
  private static let poolSize = 400

  init(seed: UInt64) {
    state = seed
    for (language, words) in FeedWords.all {
      texts[language] = (0..<FeedGenerator.poolSize).map { _ in description(of: words, language) }
    }
  }

  /// Writes topics for as long as a condition on their number and the bytes so far holds.
  mutating func write(while goesOn: (_ topics: Int, _ bytes: Int) -> Bool, _ write: (Data) -> Void) {
    var buffer =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<fundingOpportunities xmlns=\"urn:parapet:funding:1\" version=\"1\" xml:lang=\"en\">\n"
    var written = 0
    var topics = 0
    while goesOn(topics, written + buffer.utf8.count) {
      append(topic: topics, to: &buffer)
      topics += 1
      guard buffer.utf8.count > 1 << 20 else { continue }
      write(Data(buffer.utf8))
      written += buffer.utf8.count
      buffer = ""
    }
    write(Data((buffer + "</fundingOpportunities>\n").utf8))
  }
}

extension FeedGenerator {
  private mutating func append(topic number: Int, to feed: inout String) {
    let programme = pick(FeedWords.programmes)
    let year = 2024 + random(4)
    let call = "\(programme.prefix)-\(year)-\(number / 40)"
    let third = FeedWords.further[number % FeedWords.further.count]
    feed += "  <opportunity level=\"topic\" lastModified=\"\(day(2024, 2026))\">\n"
    feed += "    <identifier scheme=\"sedia-topic\">\(call)-\(number)</identifier>\n"
    feed += "    <identifier scheme=\"sedia-reference\">\(40_000_000 + number)TOPICSen</identifier>\n"
    feed +=
      "    <programme code=\"\(programme.code)\" vocabulary=\"\(FeedWords.vocabulary)\">\(programme.label)</programme>\n"
    feed +=
      "    <partOf level=\"call\" ref=\"\(call)\"><title xml:lang=\"en\">\(title("en"))</title></partOf>\n"
    for language in ["en", "fr", third] {
      feed += "    <title xml:lang=\"\(language)\">\(title(language))</title>\n"
    }
    for language in ["en", "fr", third] {
      feed += "    <description xml:lang=\"\(language)\">\(pick(texts[language] ?? []))</description>\n"
    }
    feed +=
      "    <status sourceCode=\"\(31_094_501 + random(3))\">\(pick(["open", "forthcoming", "closed"]))</status>\n"
    feed += "    <publicationDate>\(day(2024, 2025))</publicationDate>\n"
    feed += "    <openingDate>\(day(2025, 2026))</openingDate>\n"
    let stages = 1 + random(2)
    feed += "    <deadlineModel>\(stages == 1 ? "single-stage" : "two-stage")</deadlineModel>\n"
    for stage in 1...stages {
      feed += "    <deadline stage=\"\(stage)\">\(day(2026, 2028))T17:00:00</deadline>\n"
    }
    appendFunding(year: year, to: &feed)
    feed +=
      "    <typeOfAction code=\"\(programme.prefix)-\(random(9))\" vocabulary=\"https://ec.europa.eu/info/funding-tenders\">Project Grants</typeOfAction>\n"
    if number % 2 == 0 { appendRequirements(of: call, to: &feed) }
    for _ in 0..<2 + random(7) {
      feed += "    <keyword xml:lang=\"en\">\(pick(FeedWords.english)) \(pick(FeedWords.english))</keyword>\n"
    }
    for document in 0..<1 + random(4) {
      feed +=
        "    <documentLink url=\"https://ec.europa.eu/info/funding-tenders/opportunities/docs/2021-2027/\(call.lowercased())/call-fiche_\(document)_en.pdf?a=\(random(99))&amp;b=1\" format=\"application/pdf\"><title xml:lang=\"en\">\(title("en"))</title></documentLink>\n"
    }
    feed +=
      "    <landingPage>https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/\(call)-\(number)</landingPage>\n"
    feed += "    <notStated>country applicantType indirectCosts</notStated>\n  </opportunity>\n"
  }

  private mutating func appendFunding(year: Int, to feed: inout String) {
    let least = 50_000 * (1 + random(40))
    let most = least * (2 + random(19))
    feed += "    <funding currency=\"EUR\">\n"
    feed +=
      "      <totalAmountAvailable year=\"\(year)\" scope=\"topic\">\(most * (2 + random(29)))</totalAmountAvailable>\n"
    feed += "      <minAwardAmount>\(least)</minAwardAmount>\n"
    feed += "      <maxAwardAmount>\(most)</maxAwardAmount>\n"
    feed += "      <estimatedAwardCount>\(1 + random(30))</estimatedAwardCount>\n"
    feed += "      <fundingRate max=\"\(pick(["50", "67.96", "80", "90", "100"]))\"/>\n    </funding>\n"
  }

  private mutating func appendRequirements(of call: String, to feed: inout String) {
    let cited =
      "grade=\"call\" source=\"https://ec.europa.eu/info/funding-tenders/opportunities/docs/\(call).pdf\" validFrom=\"\(day(2024, 2025))\""
    let least = 2 + random(3)
    feed += "    <requirements>\n      <all>\n"
    feed += "        <criterion id=\"\(call)-territory\" kind=\"territory\" \(cited)>\n          "
    feed += "<include group=\"EU\"/><exclude country=\"DK\"/>\n          "
    feed += "<example outcome=\"met\" country=\"FR\"/><example outcome=\"unmet\" country=\"DK\"/>"
    feed += "<example outcome=\"undecided\"/>\n        </criterion>\n"
    feed += "        <criterion id=\"\(call)-consortium\" kind=\"consortium\" \(cited)>\n          "
    feed += "<minimum entities=\"\(least)\" countries=\"2\" memberStates=\"1\"/>\n          "
    feed += "<example outcome=\"met\" country=\"FR\" applicant=\"local-authority\" partners=\"IT:research\"/>"
    feed += "<example outcome=\"unmet\" country=\"FR\" applicant=\"local-authority\" partners=\"none\"/>"
    feed += "<example outcome=\"undecided\" country=\"FR\"/>\n        </criterion>\n"
    feed += "        <criterion id=\"\(call)-applicant\" kind=\"applicant-class\" \(cited)>\n"
    for applicant in FeedWords.applicants.prefix(2 + random(3)) {
      feed += "          <include applicant=\"\(applicant)\"/>\n"
    }
    feed += "          <otherwise outcome=\"undecided\"/>\n          "
    feed += "<example outcome=\"met\" applicant=\"local-authority\"/><example outcome=\"undecided\"/>\n"
    feed += "        </criterion>\n      </all>\n    </requirements>\n"
  }

  /// Paragraphs, one a line, some escaped and some in CDATA as portals export them.
  private mutating func description(of words: [String], _ language: String) -> String {
    let length = language == "en" || language == "fr" ? 2500 + random(4000) : 1000 + random(2000)
    let isRaw = random(3) == 0
    var text = ""
    while text.utf8.count < length {
      if !text.isEmpty { text += "\n" }
      for sentence in 0..<2 + random(4) {
        if sentence > 0 { text += " " }
        for index in 0..<8 + random(15) {
          let word = pick(words)
          if index == 0 { text += word.prefix(1).uppercased() + word.dropFirst() } else { text += " " + word }
          if random(90) == 0 { text += isRaw ? " R&D" : " R&amp;D" }
        }
        text += "."
      }
    }
    return isRaw ? "<![CDATA[" + text + "]]>" : text
  }

  private mutating func title(_ language: String) -> String {
    let words = FeedWords.all.first { $0.language == language }?.words ?? []
    return (0..<6 + random(8)).map { _ in pick(words) }.joined(separator: " ")
  }

  private mutating func day(_ first: Int, _ last: Int) -> String {
    let (month, day) = (1 + random(12), 1 + random(28))
    return "\(first + random(last - first + 1))-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element { list[random(list.count)] }

  /// A number below another (SplitMix64).
  private mutating func random(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
