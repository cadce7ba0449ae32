import ParapetHashing

extension XMLElement {
  /// The SHA-256 of what the element says, in hexadecimal.
  ///
  /// Hashed are names, attributes sorted by name, and folded texts, not the bytes of the file: a record that was
  /// only indented, quoted or encoded differently is the same version. Control characters that XML forbids keep
  /// the parts apart.
  ///
  /// Never inlined, so that the benchmark can tell the hash from the reading.
  @inline(never)
  var contentHash: String { XMLContent.hash { $0.append(self) } }

  /// The SHA-256 of an element of that name, without attributes or text of its own, with these elements inside.
  static func contentHash(of name: String, containing children: [XMLElement]) -> String {
    XMLContent.hash { content in
      content.append(1, name)
      content.append(5, "")
      for child in children { content.append(child) }
      content.append(6, "")
    }
  }
}

/// The bytes of which a hash is made.
private struct XMLContent {
  private var bytes: [UInt8] = []

  static func hash(_ body: (inout XMLContent) -> Void) -> String {
    var content = XMLContent()
    body(&content)
    return content.bytes.withUnsafeBytes { SHA256Digest.hexadecimal(of: $0) }
  }

  /// Adds a mark and a text behind it.
  mutating func append(_ mark: UInt8, _ text: String) {
    bytes.append(mark)
    bytes.append(contentsOf: text.utf8)
  }

  /// Adds an element with all that is inside it.
  mutating func append(_ element: XMLElement) {
    let tree = element.tree
    // About what it takes, so that the room seldom grows.
    bytes.reserveCapacity(bytes.count + tree.bytes.capacity)
    append(element.index, of: tree)
  }

  private mutating func append(_ index: Int, of tree: XMLTree) {
    let node = tree.nodes[index]
    append(1, tree.names[node.name].text)
    if let foreign = node.foreignNamespace { append(2, tree.names[foreign].text) }
    if node.attributes.count > 1 {
      for attribute in tree.attributes[node.attributes].sorted(by: {
        tree.names[$0.name].text < tree.names[$1.name].text
      }) {
        append(attribute, of: tree)
      }
    } else {
      for attribute in node.attributes { append(tree.attributes[attribute], of: tree) }
    }
    bytes.append(5)
    append(node.text, of: tree)
    tree.forEachRunBehindFirst(of: index) {
      bytes.append(0x20)
      append($0, of: tree)
    }
    var child = index + 1
    while child < node.end {
      append(child, of: tree)
      child = tree.nodes[child].end
    }
    bytes.append(6)
  }

  private mutating func append(_ attribute: XMLTree.Attribute, of tree: XMLTree) {
    append(3, tree.names[attribute.name].text)
    bytes.append(4)
    append(attribute.value, of: tree)
  }

  private mutating func append(_ range: Range<Int>, of tree: XMLTree) {
    tree.bytes.withBytes(range) { bytes.append(contentsOf: $0) }
  }
}
