import ParapetModel

/// One element with everything inside it, as a place in the tree of its record.
struct XMLElement {
  let tree: XMLTree
  let index: Int

  /// The local name.
  var name: String { tree.names[tree.nodes[index].name].text }

  /// Which element of an opportunity has that name, in whatever namespace.
  var element: OpportunityElement? { tree.names[tree.nodes[index].name].element }

  /// The namespace, where it is not that of the document's root.
  var foreignNamespace: String? { tree.nodes[index].foreignNamespace.map { tree.names[$0].text } }

  /// The attributes in the order of the file.
  var attributes: XMLAttributes { XMLAttributes(tree: tree, indices: tree.nodes[index].attributes) }

  /// The line of the `<`, from 1.
  var line: Int { tree.nodes[index].line }

  /// The column of the `<` in Unicode scalars, from 1.
  var column: Int { tree.nodes[index].column }

  /// The text directly inside, white space folded and trimmed.
  var text: String { tree.text(of: index) }

  /// Whether there is text directly inside.
  var hasText: Bool { tree.nodes[index].textCount > 0 }

  /// The elements directly inside.
  var children: XMLChildren { XMLChildren(tree: tree, parent: index) }

  /// The value of an attribute.
  subscript(attribute: String) -> String? {
    for index in tree.nodes[index].attributes where tree.names[tree.attributes[index].name].text == attribute
    {
      return tree.string(tree.attributes[index].value)
    }
    return nil
  }

  /// The elements of a name directly inside.
  func children(named name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// Where it stands in a file.
  func place(in file: String) -> Diagnostic.Place {
    Diagnostic.Place(file: file, line: line, column: column)
  }
}

/// The elements directly inside one, in their order.
struct XMLChildren: Collection {
  fileprivate let tree: XMLTree
  fileprivate let parent: Int

  // An element's first child follows it, and a sibling follows what is inside the one before.
  var startIndex: Int { parent + 1 }
  var endIndex: Int { tree.nodes[parent].end }
  func index(after index: Int) -> Int { tree.nodes[index].end }
  subscript(index: Int) -> XMLElement { XMLElement(tree: tree, index: index) }
}

/// The attributes of one element, in the order of the file.
struct XMLAttributes: RandomAccessCollection {
  fileprivate let tree: XMLTree
  let indices: Range<Int>

  var startIndex: Int { indices.lowerBound }
  var endIndex: Int { indices.upperBound }
  subscript(index: Int) -> XMLAttribute { XMLAttribute(tree: tree, index: index) }
}

/// One attribute; the name keeps a prefix, as in `xml:lang`.
struct XMLAttribute {
  let tree: XMLTree
  let index: Int

  var name: String { tree.names[tree.attributes[index].name].text }
  var value: String { tree.string(tree.attributes[index].value) }
}

/// What a push parser reports of a document, in its order.
enum XMLEvent {
  /// The document's root, as far as its start tag says.
  case root(XMLElement, namespace: String?)
  /// An element below the root that is no record and may hold some, as far as its start tag says.
  case opened(XMLElement)
  /// A record with all that is in it, and how many bytes it takes.
  case record(XMLElement, bytes: Int)
  /// A record that exceeds a limit.
  case rejected(Diagnostic)
  /// The end of what can be read.
  case broken(Diagnostic)
}

/// Which elements of a document are its records; what is around them is only opened and never held.
enum XMLRecords {
  /// The children of the root.
  case children
  /// The elements of these names, however deep; one inside another belongs to it.
  case named(Set<String>)

  /// Whether a record begins with an element of that name outside of any other.
  func begin(with name: String) -> Bool {
    switch self {
    case .children: true
    case .named(let names): names.contains(name)
    }
  }
}
