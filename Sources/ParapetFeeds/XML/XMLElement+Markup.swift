extension XMLElement {
  /// What stands inside in the order of the document, as HTML: the tags without attributes, texts escaped.
  ///
  /// The texts of a record and of what is inside it lie in one buffer in the order of the document, so that their
  /// places there tell what comes first. Of an element without any bytes only its neighbours tell.
  var markup: String {
    var text = ""
    writeMarkup(to: &text)
    return text
  }

  /// The text of everything inside in the order of the document, a space between two pieces but before a full stop.
  var wholeText: String {
    var pieces: [String] = []
    writePieces(to: &pieces)
    return pieces.reduce(into: "") { text, piece in
      let isClosing = piece.first.map { ".,;:)".contains($0) } ?? true
      text += (text.isEmpty || isClosing ? "" : " ") + piece
    }
  }

  private func writeMarkup(to text: inout String) {
    walk { run in
      let piece = tree.string(run).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      text += (text.isEmpty || text.last == ">" ? "" : " ") + piece + " "
    } child: { child in
      text += "<\(child.name)>"
      child.writeMarkup(to: &text)
      text += "</\(child.name)>"
    }
  }

  private func writePieces(to pieces: inout [String]) {
    walk {
      pieces.append(tree.string($0))
    } child: {
      $0.writePieces(to: &pieces)
    }
  }

  /// Hands out the runs of its own text and its children, in the order of the document.
  private func walk(run: (Range<Int>) -> Void, child visit: (XMLElement) -> Void) {
    var runs = tree.nodes[index].text.isEmpty ? [] : [tree.nodes[index].text]
    tree.forEachRunBehindFirst(of: index) { runs.append($0) }
    var rest = runs[...]
    for child in children {
      // Between two runs stands at least one child.
      if let next = rest.first, child.firstByte.map({ next.lowerBound < $0 }) ?? true {
        run(next)
        rest.removeFirst()
      }
      visit(child)
    }
    rest.forEach(run)
  }

  /// Where the first bytes of the element or of what is inside it lie.
  private var firstByte: Int? {
    for node in tree.nodes[index..<tree.nodes[index].end] {
      var first = node.text.isEmpty ? nil : node.text.lowerBound
      for attribute in node.attributes where !tree.attributes[attribute].value.isEmpty {
        first = min(first ?? .max, tree.attributes[attribute].value.lowerBound)
      }
      if let first { return first }
    }
    return nil
  }
}
