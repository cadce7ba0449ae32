/// Codes of regions of the European Union's NUTS, and what became of those that are no longer in force.
///
/// In force are the codes of 2024 (Delegated Regulation (EU) 2023/674, since 2024-01-01). Plans, laws and spreadsheets
/// still write those of 2013 (Regulation (EU) No 1319/2013), 2016 (Regulation (EU) 2016/2066) and 2021 (Delegated
/// Regulation (EU) 2019/1755), all of which amend the annexes of Regulation (EC) No 1059/2003.
public enum NUTS {
  /// What became of a code.
  public enum Succession: Hashable, Sendable {
    /// It is in force, as far as is known here.
    case current
    /// Another code names the same region in the version of that year.
    case replaced(by: String, since: Int)
    /// Its region was divided, or its bounds moved, in the version of that year: it lies in one of these.
    case divided(into: [String], since: Int)
  }

  /// What became of a code of an earlier version; of one that was replaced more than once, what it is today.
  public static func succession(of code: String) -> Succession {
    var last = Succession.current
    var code = code
    // No code was replaced more often than there were versions.
    for _ in 0..<4 {
      guard let (successors, year) = step(from: code) else { return last }
      guard successors.count == 1 else { return .divided(into: successors, since: year) }
      code = successors[0]
      last = .replaced(by: code, since: year)
    }
    return last
  }

  /// The code in force for the same region; the code itself where there is no single one.
  public static func current(_ code: String) -> String {
    if case .replaced(let successor, _) = succession(of: code) { return successor }
    return code
  }
}

extension NUTS {
  /// The successors that the longest part of a code names; what is behind that part stays.
  private static func step(from code: String) -> (successors: [String], year: Int)? {
    for length in stride(from: min(code.utf8.count, 5), through: 3, by: -1) {
      let part = String(code.prefix(length))
      guard let rule = rules[part] else { continue }
      let rest = code.dropFirst(length)
      // Of a region within one that was divided nobody knows here where it lies.
      guard rule.successors.count == 1 else { return rule }
      return (rule.successors.map { $0 + rest }, rule.year)
    }
    return nil
  }

  private static let rules: [String: (successors: [String], year: Int)] = {
    var rules: [String: (successors: [String], year: Int)] = [:]
    for (year, table) in tables {
      for pair in table.split(whereSeparator: \.isWhitespace) {
        let parts = pair.split(separator: ">")
        guard parts.count == 2 else { continue }
        rules[String(parts[0])] = (parts[1].split(separator: "|").map { String($0) }, year)
      }
    }
    return rules
  }()

  /// By the year of the version in which they changed: the old code and its successor, several where it was divided.
  /// What stands behind the old code in a code of a lower level stands behind the new one.
  private static let tables: [(year: Int, pairs: String)] = [
    (
      2013,
      """
      EL11>EL51 EL12>EL52 EL13>EL53 EL14>EL61 EL21>EL54 EL22>EL62 EL23>EL63 EL24>EL64 EL25>EL65
      SI01>SI03 SI02>SI04
      """
    ),
    (
      2016,
      """
      FR2>FRB|FRC|FRD|FRE|FRF FR21>FRF2 FR22>FRE2 FR23>FRD2 FR24>FRB0 FR25>FRD1 FR26>FRC1
      FR3>FRE1 FR30>FRE1 FR4>FRC2|FRF1|FRF3 FR41>FRF3 FR42>FRF1 FR43>FRC2
      FR5>FRG|FRH|FRI3 FR51>FRG0 FR52>FRH0 FR53>FRI3 FR6>FRI1|FRI2|FRJ2 FR61>FRI1 FR62>FRJ2 FR63>FRI2
      FR7>FRK FR71>FRK2 FR72>FRK1 FR8>FRJ1|FRL|FRM FR81>FRJ1 FR82>FRL0 FR83>FRM0
      FRA>FRY FRA1>FRY1 FRA2>FRY2 FRA3>FRY3 FRA4>FRY4 FRA5>FRY5
      PL1>PL7|PL9 PL11>PL71 PL113>PL711 PL114>PL712 PL115>PL713 PL116>PL714 PL117>PL715
      PL12>PL91|PL92 PL127>PL911 PL128>PL921 PL129>PL912 PL12A>PL913 PL12B>PL922 PL12C>PL923 PL12D>PL924
      PL12E>PL925 PL3>PL72|PL8 PL31>PL81 PL32>PL82 PL323>PL821 PL324>PL822 PL325>PL823 PL326>PL824
      PL33>PL72 PL331>PL721 PL332>PL722 PL34>PL84 PL343>PL841 PL344>PL842 PL345>PL843
      IE01>IE04|IE063 IE011>IE041|IE062 IE012>IE063 IE013>IE042
      IE02>IE05|IE06 IE021>IE061 IE022>IE062 IE023>IE051 IE024>IE051|IE052 IE025>IE053
      LT00>LT01|LT02 LT00A>LT011 LT001>LT021 LT002>LT022 LT003>LT023 LT004>LT024 LT005>LT025 LT006>LT026
      LT007>LT027 LT008>LT028 LT009>LT029
      HU10>HU11|HU12 HU101>HU110 HU102>HU120
      DE915>DE91C DE919>DE91C DEB16>DEB1C DEB19>DEB1D
      NL322>NL328 NL326>NL329 NL338>NL33B NL339>NL33C
      """
    ),
    (
      2021,
      """
      HR04>HR02|HR05|HR06 HR041>HR050 HR042>HR065 HR043>HR064 HR044>HR062 HR045>HR063 HR046>HR061 HR047>HR021
      HR048>HR022 HR049>HR023 HR04A>HR024 HR04B>HR025 HR04C>HR026 HR04D>HR027 HR04E>HR028
      ITG25>ITG2D ITG26>ITG2E ITG27>ITG2F|ITG2H ITG28>ITG2G ITG29>ITG2D ITG2A>ITG2E ITG2B>ITG2H ITG2C>ITG2H
      EE006>EE009 EE007>EE00A BE221>BE224 BE222>BE225 BE324>BE328 BE327>BE328
      """
    ),
    (
      2024,
      """
      PT16>PT19|PT1D PT16B>PT1D1 PT16D>PT191 PT16E>PT192 PT16F>PT193 PT16G>PT194 PT16H>PT195 PT16I>PT195|PT1D2
      PT16J>PT196 PT17>PT1A|PT1B PT170>PT1A0|PT1B0 PT18>PT1C|PT1D3 PT181>PT1C1 PT184>PT1C2 PT185>PT1D3
      PT186>PT1C3 PT187>PT1C4
      NL31>NL35 NL310>NL350 NL33>NL35|NL36 NL332>NL361 NL333>NL362 NL337>NL363 NL33A>NL350|NL364 NL33B>NL365
      NL33C>NL366
      FI193>FI198 FI195>FI19A FI197>FI19B FI1C3>FI1C6 FI1C4>FI1C7
      LV006>LV00A LV008>LV00C
      """
    ),
  ]
}
