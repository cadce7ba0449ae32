extension XMLElement {
  /// The SHA-256 of what the element says, in hexadecimal.
  ///
  /// Hashed are names, attributes sorted by name, and folded texts, not the bytes of the file: a record that was
  /// only indented, quoted or encoded differently is the same version. Control characters that XML forbids keep
  /// the parts apart.
  ///
  /// Never inlined, so that the benchmark can tell the hash from the reading.
  @inline(never)
  var contentHash: String {
    let content = [UInt8](unsafeUninitializedCapacity: contentSize) { buffer, count in
      appendContent(to: buffer, &count)
    }
    return content.withUnsafeBytes { SHA256Digest.hexadecimal(of: $0) }
  }

  /// How many bytes are hashed.
  private var contentSize: Int {
    var size = 3 + name.utf8.count + text.utf8.count
    if let foreignNamespace { size += 1 + foreignNamespace.utf8.count }
    for attribute in attributes { size += 2 + attribute.name.utf8.count + attribute.value.utf8.count }
    for child in children { size += child.contentSize }
    return size
  }

  private func appendContent(to buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int) {
    buffer.append(1, name, &count)
    if let foreignNamespace { buffer.append(2, foreignNamespace, &count) }
    for attribute in attributes.count > 1 ? attributes.sorted(by: { $0.name < $1.name }) : attributes {
      buffer.append(3, attribute.name, &count)
      buffer.append(4, attribute.value, &count)
    }
    buffer.append(5, text, &count)
    for child in children { child.appendContent(to: buffer, &count) }
    buffer.append(6, "", &count)
  }
}

extension UnsafeMutableBufferPointer<UInt8> {
  /// Writes a mark and a text behind it at a position, and moves the position on.
  fileprivate func append(_ mark: UInt8, _ text: String, _ count: inout Int) {
    self[count] = mark
    count += 1
    let room = UnsafeMutableBufferPointer(rebasing: self[count...])
    count += room.update(fromContentsOf: text.utf8)
  }
}
