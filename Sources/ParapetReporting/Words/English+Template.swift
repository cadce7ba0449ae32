extension English {
  func lines(_ note: TemplateNote) -> [String] {
    switch note {
    case .head:
      [
        "The city. What is not stated is unknown and will be asked about; write it behind the colon where you know it.",
        "The tables items, costs and support are beside this file; only items is needed.",
      ]
    case .tables(let delimiter, let mark):
      [
        "In the tables cells are parted by '\(delimiter)', decimals by '\(mark)'; days are written 2027-01-31.",
        "In items: 'measures' holds one or several of the measures below, joined by |; 'component' is prevention or",
        "protection; 'cost' is net of VAT, 'vat' the tax on it, an amount; 'priority' goes from 1, the highest, to 5.",
      ]
    case .region: ["The region's code (NUTS, such as FRL03) and the number of inhabitants, in figures."]
    case .applicant(let classes): ["What kind of body applies, one of:"] + classes.map { "  " + $0 }
    case .vat: ["Whether VAT is recoverable, non-recoverable, or partly (then vat-recoverable-share: 0.4)."]
    case .category(let categories):
      ["The region's category in 2021–2027, one of:"] + categories.map { "  " + $0 }
        + ["and whether its product per head is below the Union's average, yes or no."]
    case .covenant: ["The day on which the council joined the Covenant, such as { joined: 2026-03-01 }."]
    case .partners:
      [
        "Partners that items can name, a line each below, such as",
        "  - { id: other-city, name: Other City, country: IT, applicant: local-authority }",
      ]
    case .capacity:
      [
        "What the city can pay itself, by year, and how many applications it can write, such as",
        "  { own-contribution: { 2027: 800000, 2028: 700000 }, applications: 4 }",
      ]
    case .measures(let measures):
      ["Measures, by their code or their name:"] + measures.map { "  " + $0 }
    }
  }
}
