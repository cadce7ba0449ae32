import ParapetModel
import Testing

@Suite("Codes of regions that ended")
struct NUTSTests {
  @Test(
    "an old code is that of the same region today, at every level and over several versions",
    arguments: [
      ("FR301", "FRE11"), ("FR30", "FRE1"), ("FR825", "FRL05"), ("FR718", "FRK28"), ("FRA40", "FRY40"),
      ("FRA5", "FRY5"), ("PL127", "PL911"), ("PL31", "PL81"), ("LT00A", "LT011"), ("HU101", "HU110"),
      ("HR041", "HR050"), ("HR04E", "HR028"), ("ITG29", "ITG2D"), ("EE007", "EE00A"), ("PT16E", "PT192"),
      ("PT185", "PT1D3"), ("NL31", "NL35"), ("NL310", "NL350"), ("NL338", "NL365"), ("NL339", "NL366"),
      ("FI197", "FI19B"), ("SI018", "SI038"), ("EL12", "EL52"),
    ])
  func replaced(old: String, new: String) {
    #expect(NUTS.current(old) == new)
    // What is in force stays.
    #expect(NUTS.succession(of: new) == .current)
    if case .replaced(let successor, let year) = NUTS.succession(of: old) {
      #expect(successor == new && (2013...2024).contains(year))
    } else {
      Issue.record("\(old) is not called old")
    }
  }

  @Test(
    "a region that was divided lies in one of several",
    arguments: [
      ("PT170", ["PT1A0", "PT1B0"]), ("PL12", ["PL91", "PL92"]), ("HU10", ["HU11", "HU12"]),
      ("LT00", ["LT01", "LT02"]),
      ("FR6", ["FRI1", "FRI2", "FRJ2"]), ("IE011", ["IE041", "IE062"]),
    ])
  func divided(old: String, parts: [String]) {
    guard case .divided(let into, _) = NUTS.succession(of: old) else {
      Issue.record("\(old) is not called divided")
      return
    }
    #expect(into == parts)
    #expect(NUTS.current(old) == old)
    for part in parts { #expect(NUTS.succession(of: part) == .current) }
  }

  @Test(
    "codes in force are left alone",
    arguments: ["FR", "FR1", "FR10", "FR101", "FRL03", "DE212", "PL22A", "HR03", "", "X"])
  func current(code: String) {
    #expect(NUTS.succession(of: code) == .current)
    #expect(NUTS.current(code) == code)
  }
}
