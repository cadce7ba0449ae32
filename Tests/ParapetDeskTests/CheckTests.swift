import ParapetDesk
import ParapetModel
import Testing

@Suite("checking at the desk")
struct CheckTests {
  @Test("an input that is not there is a finding, and the others are checked all the same")
  func isolation() throws {
    let scene = try Scene([])
    let feed = try scene.write("broken.json", "{\"results\": [")
    let found = try scene.inquiry.check(["/nowhere", feed])
    #expect(found.unusable == .notThere)
    #expect(found.findings.first?.id == "input-not-there")
    #expect(found.findings.contains { $0.place.file == feed && $0.severity == .error })
  }

  @Test("the shipped data and its cities have no error")
  func shipped() throws {
    let scene = try Scene([])
    let found = try scene.inquiry.check([Scene.data, Scene.data + "/portfolios/rivemont"])
    #expect(found.unusable == nil)
    #expect(!found.findings.contains { $0.severity == .error })
    #expect(!found.opportunities.isEmpty)
  }

  @Test("the first data folder among what is checked takes the place of the usual one")
  func dataFolder() {
    let places = Places(data: "/usual", store: "s", scratch: "t", solver: "")
    #expect(places.checking(["a.json", Scene.data]).data == Scene.data)
    #expect(places.checking(["a.json"]).data == "/usual")
  }
}
