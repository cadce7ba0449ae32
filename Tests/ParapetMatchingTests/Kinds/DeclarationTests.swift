import Foundation
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Facts and kinds of criteria are declared once")
struct DeclarationTests {
  @Test("the schema of our files lists the kinds that can be written, and no other")
  func kinds() throws {
    let type = try part(of: "simpleType", named: "CriterionKind")
    let listed = type.matches(of: /<xs:enumeration value="([^"]+)"/).map { String($0.1) }
    #expect(listed == CriterionKind.written.map(\.rawValue))
  }

  @Test("the schema of our files lets an example state each fact that can be stated as a word, and no other")
  func examples() throws {
    let type = try part(of: "complexType", named: "Example")
    let listed = type.matches(of: /<xs:attribute name="([^"]+)"/).map { String($0.1) }
    #expect(Set(listed) == Set(Fact.allCases.compactMap(\.attribute) + ["outcome", "asOf"]))
  }

  @Test("each list of codes is that of the schema", arguments: CodeList.allCases)
  func codes(_ list: CodeList) throws {
    let names: [CodeList: String] = [
      .applicantClasses: "ApplicantClass", .regionCategories: "RegionCategory",
      .previousAwards: "PreviousAward", .specialPurposes: "SpecialPurpose", .costCategories: "CostCategory",
      .aims: "Aim", .bodyRoles: "BodyRole",
    ]
    guard let codes = list.codes else { return }
    let type = try part(of: "simpleType", named: #require(names[list], "no schema type for \(list)"))
    #expect(type.matches(of: /<xs:enumeration value="([^"]+)"/).map { String($0.1) } == codes)
  }

  @Test(
    "the schemas of what is printed list every fact wherever a fact is named",
    arguments: ["shortlist", "explain"])
  func facts(schema: String) throws {
    let text = try String(
      contentsOfFile: ShippedData.folder + "/schema/\(schema).schema.json", encoding: .utf8)
    // Whose turn it is may be the call's document, too, which is no list of facts.
    let lists = text.matches(of: /\[[^\[\]]*"call-document"[^\[\]]*\]/).filter {
      $0.output.contains("\"nuts\"")
    }
    #expect(lists.count == 2)
    for list in lists {
      #expect(
        list.output.matches(of: /"([^"]+)"/).map { String($0.1) } == Fact.allCases.map(\.rawValue))
    }
  }

  @Test("a fact is read from an example under its own name, and what is not of its form is refused")
  func reading() throws {
    for fact in Fact.allCases {
      guard let attribute = fact.attribute else { continue }
      #expect(Fact(attribute: attribute) == fact)
      let sample = try #require(DeclarationTests.samples[attribute], "no sample for \(attribute)")
      let subject = try #require(Subject([attribute: sample]), "\(attribute)=\(sample)")
      #expect(subject[fact] == FactValue(sample, as: fact.declaration.form), "\(attribute)")
      #expect(Subject([attribute: ""]) == nil, "\(attribute)")
    }
  }

  @Test("a kind without code of its own is about a fact of its form")
  func forms() {
    for kind in CriterionKind.allCases {
      switch kind.form {
      case .list(let fact, _): #expect(fact.declaration.form.codes != nil, "\(kind)")
      case .range(let fact, _):
        guard case .number = fact.declaration.form else {
          Issue.record("\(kind) is about \(fact), which is no number")
          continue
        }
      case .truth(let fact): #expect(fact.declaration.form == .truth, "\(kind)")
      case .own, .derived: break
      }
    }
  }

  private static let samples = [
    "applicant": "local-authority", "country": "FR", "nuts": "FRL03", "population": "18000",
    "regionCategory": "transition", "measures": "barriers|lighting", "partners": "IT:research|ES",
    "coordinator": "research", "awards": "none", "trl": "4", "purposes": "military",
    "costHeadings": "C2|W", "aims": "justice|culture", "subject": "Lamps along the quay",
    "roles": "police|customs", "genderEqualityPlan": "yes",
    "territorialStrategy": "no",
    "start": "2027-01-01", "end": "2028-12-31",
  ]

  private func part(of element: String, named name: String) throws -> Substring {
    let text = try String(
      contentsOfFile: ShippedData.folder + "/schema/funding-opportunity.xsd", encoding: .utf8)
    let start = try #require(text.range(of: "<xs:\(element) name=\"\(name)\""), "\(name)")
    let end = try #require(text.range(of: "</xs:\(element)>", range: start.upperBound..<text.endIndex))
    return text[start.lowerBound..<end.upperBound]
  }
}
