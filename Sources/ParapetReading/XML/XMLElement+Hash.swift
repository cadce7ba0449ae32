extension XMLElement {
  /// The SHA-256 of what the element says, in hexadecimal.
  ///
  /// Hashed are names, attributes sorted by name, and folded texts, not the bytes of the file: a record that was
  /// only indented, quoted or encoded differently is the same version. Control characters that XML forbids keep
  /// the parts apart.
  var contentHash: String {
    var bytes: [UInt8] = []
    appendContent(to: &bytes)
    return bytes.withUnsafeBytes { SHA256Digest.hexadecimal(of: $0) }
  }

  private func appendContent(to bytes: inout [UInt8]) {
    bytes.append(1)
    bytes.append(contentsOf: name.utf8)
    if let foreignNamespace {
      bytes.append(2)
      bytes.append(contentsOf: foreignNamespace.utf8)
    }
    for attribute in attributes.sorted(by: { $0.name < $1.name }) {
      bytes.append(3)
      bytes.append(contentsOf: attribute.name.utf8)
      bytes.append(4)
      bytes.append(contentsOf: attribute.value.utf8)
    }
    bytes.append(5)
    bytes.append(contentsOf: text.utf8)
    for child in children { child.appendContent(to: &bytes) }
    bytes.append(6)
  }
}
