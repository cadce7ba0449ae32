import ParapetModel

/// Reads `glossary/directions.xml`: which words and concepts calls use together, one direction an element.
///
/// A component is one character: the digits, the capitals, the small letters and the hyphen stand for -31 to 31.
struct DirectionsReader: DataReader {
  let rootName = "directions"
  var findings: XMLFindings
  private(set) var directions: TermDirections?

  /// More components would cost more than they tell.
  static let mostComponents = 256

  init(file: String) { findings = XMLFindings(file: file) }

  mutating func open(_ root: XMLElement) {
    findings.expect(root, attributes: ["version", "components", "xml:lang"], text: false)
    let size = findings.required("components", of: root).flatMap { findings.count($0, of: root) }
    guard let language = findings.required("xml:lang", of: root), let size else { return }
    guard size <= DirectionsReader.mostComponents else {
      return findings.note(
        "unknown-value", root,
        Message("a direction has at most \(DirectionsReader.mostComponents) components"))
    }
    directions = TermDirections(language: language, size: size)
  }

  mutating func read(_ element: XMLElement) {
    guard findings.accept(element, in: rootName, known: ["word", "concept"]) else { return }
    let name = element.name == "word" ? "stem" : "ref"
    findings.expect(element, attributes: [name, "step"], text: true)
    let step = findings.required("step", of: element).flatMap { findings.count($0, of: element) }
    guard let term = findings.required(name, of: element), let step, let size = directions?.size else {
      return
    }
    guard let components = DirectionsReader.components(element.text), components.count == size else {
      return findings.note(
        "unknown-value", element, Message("'\(term)' has no direction of \(size) components"))
    }
    let direction = TermDirections.Direction(term: term, step: step, components: components)
    if element.name == "word" {
      directions?.words.append(direction)
    } else {
      directions?.concepts.append(direction)
    }
  }

  private static func components(_ text: String) -> [Int8]? {
    var components: [Int8] = []
    components.reserveCapacity(text.utf8.count)
    for letter in text.utf8 {
      switch letter {
      case 0x30...0x39: components.append(Int8(letter) - 0x30 - TermDirections.largest)
      case 0x41...0x5a: components.append(Int8(letter) - 0x41 + 10 - TermDirections.largest)
      case 0x61...0x7a: components.append(Int8(letter) - 0x61 + 36 - TermDirections.largest)
      case 0x2d: components.append(TermDirections.largest)
      default: return nil
      }
    }
    return components
  }
}
