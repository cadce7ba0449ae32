import ParapetModel

/// A topic as the portal's own files have it: the file of one topic, or an entry of the file of all.
///
/// What the search wraps in texts and lists stands here as it is, under names of its own; it is brought into the
/// shape of a hit, so that all that is known of the portal's ways is said once. A field of an unexpected type
/// costs itself only.
struct SEDIATopic: Decodable {
  private(set) var hit = SEDIAHit()

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    var metadata: [String: LenientList] = [:]
    for (field, name) in Self.texts {
      guard let list = try? container.decode(LenientList.self, forKey: Key(field)) else { continue }
      metadata[name] = list
    }
    for (field, name) in Self.codes {
      guard let code = try? container.decode(Code.self, forKey: Key(field)),
        let value = code.number ?? code.short
      else { continue }
      metadata[name] = LenientList([value])
    }
    let kinds = (try? container.decode([Code].self, forKey: Key("topicActions"))) ?? []
    metadata["typesOfAction"] = LenientList(kinds.compactMap(\.label))
    let divisions = (try? container.decode([Code].self, forKey: Key("programmeDivision"))) ?? []
    metadata["programmeDivision"] = LenientList(divisions.compactMap(\.number))
    let actions = (try? container.decode([SEDIAAction].self, forKey: Key("actions"))) ?? []
    let budget = try? container.decode(SEDIABudget.self, forKey: Key("budgetOverviewJSONItem"))
    hit.inner = SEDIAHit.Inner(actions: actions, budget: budget)
    hit.metadata = metadata
    // The files are in English; those of the search alone come in every language.
    hit.language = LenientText("en")
    hit.reference = LenientText(metadata["ccm2Id"]?.values.first)
  }
}

extension SEDIATopic {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// A code as the portal writes it; at times only its text.
  private struct Code: Decodable {
    var number: String?
    var short: String?
    var label: String?

    private enum CodingKeys: CodingKey {
      case id, abbreviation, description
    }

    init(from decoder: any Decoder) throws {
      guard let container = try? decoder.container(keyedBy: CodingKeys.self) else {
        label = try decoder.singleValueContainer().decode(String.self).stated
        short = label
        return
      }
      number = try? container.decode(LenientText.self, forKey: .id).text
      short = try? container.decode(LenientText.self, forKey: .abbreviation).text
      let description = try? container.decode(LenientText.self, forKey: .description).text
      label =
        [short, description == short ? nil : description].compactMap(\.self).joined(separator: " ").stated
    }
  }

  /// Fields of texts and numbers, and what the search calls them.
  private static let texts = [
    ("type", "type"), ("ccm2Id", "ccm2Id"), ("identifier", "identifier"), ("title", "title"),
    ("callIdentifier", "callIdentifier"), ("callTitle", "callTitle"),
    ("destinationDescription", "destinationDescription"), ("keywords", "keywords"), ("tags", "tags"),
    ("description", "descriptionByte"), ("conditions", "topicConditions"), ("supportInfo", "supportInfo"),
    ("publicationDateLong", "publicationDate"), ("plannedOpeningDateLong", "startDate"),
    ("deadlineDatesLong", "deadlineDate"),
  ]

  /// Fields of codes; the file of all grants misspells the procedure, and its spelling is the contract.
  private static let codes = [
    ("frameworkProgramme", "frameworkProgramme"), ("status", "status"),
    ("submissionProcedure", "submissionProcedure"), ("sumbissionProcedure", "submissionProcedure"),
  ]
}
