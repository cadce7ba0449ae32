/// The elements of one record in one piece: nodes in the order of their start tags, texts and values in one buffer.
///
/// A record has some sixty elements. Held as objects of their own, each would cost four allocations and a release of
/// each part; here the whole costs four.
final class XMLTree {
  /// One element. What is inside it follows it, up to `end`.
  struct Node {
    /// The name, as an index into `names`.
    let name: Int
    /// The namespace where it is not that of the root, as an index into `names`.
    let foreignNamespace: Int?
    let line: Int
    let column: Int
    /// The attributes, as a range of `attributes`.
    let attributes: Range<Int>
    /// The node behind the last one inside.
    var end: Int
    /// The first run of text directly inside, as a range of `bytes`.
    var text = 0..<0
    /// The runs of text behind the first, as the first and the last index into `moreText`.
    var moreText: (first: Int, last: Int)?
    /// How many bytes all runs have, with a space between two.
    var textCount = 0

    /// Takes a run of text as the first, or says that there is one.
    mutating func begin(text run: Range<Int>) -> Bool {
      guard textCount == 0 else { return false }
      (text, textCount) = (run, run.count)
      return true
    }
  }

  /// One attribute: the name as an index into `names`, the value as a range of `bytes`.
  struct Attribute {
    let name: Int
    let value: Range<Int>
  }

  /// A run of text behind a child element, and the next of the same element.
  struct Run {
    let text: Range<Int>
    var next: Int?
  }

  let nodes: [Node]
  let attributes: [Attribute]
  let moreText: [Run]
  let bytes: ByteRoom
  let names: [XMLName]

  /// A tree of what was gathered, which is copied: the gatherer keeps its room.
  init(nodes: [Node], attributes: [Attribute], moreText: [Run], bytes: ByteRoom, names: [XMLName]) {
    self.nodes = nodes.withUnsafeBufferPointer { Array($0) }
    self.attributes = attributes.withUnsafeBufferPointer { Array($0) }
    self.moreText = moreText.withUnsafeBufferPointer { Array($0) }
    self.bytes = bytes
    self.names = names
  }

  /// The text of a range of bytes.
  func string(_ range: Range<Int>) -> String {
    range.isEmpty ? "" : bytes.withBytes(range) { String(decoding: $0, as: UTF8.self) }
  }

  /// The whole text directly inside an element, a space between two runs.
  func text(of node: Int) -> String {
    var text = string(nodes[node].text)
    forEachRunBehindFirst(of: node) { text += " " + string($0) }
    return text
  }

  /// Hands out each run of an element's text but for the first.
  func forEachRunBehindFirst(of node: Int, _ body: (Range<Int>) -> Void) {
    var next = nodes[node].moreText?.first
    while let run = next {
      body(moreText[run].text)
      next = moreText[run].next
    }
  }
}
