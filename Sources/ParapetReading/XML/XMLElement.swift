import ParapetModel

/// One element with everything inside it: the unit that is read, judged and let go of.
struct XMLElement {
  /// The local name.
  let name: String
  /// The namespace, where it is not that of the document's root.
  let foreignNamespace: String?
  /// The attributes in the order of the file.
  let attributes: [XMLAttribute]
  /// The line of the `<`, from 1.
  let line: Int
  /// The column of the `<` in Unicode scalars, from 1.
  let column: Int
  /// The text directly inside, white space folded and trimmed.
  var text = ""
  /// The elements directly inside.
  var children: [XMLElement] = []

  /// The value of an attribute.
  subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// The elements of a name directly inside.
  func children(named name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// Where it stands in a file.
  func place(in file: String) -> Diagnostic.Place {
    Diagnostic.Place(file: file, line: line, column: column)
  }
}

/// One attribute; the name keeps a prefix, as in `xml:lang`.
struct XMLAttribute: Hashable {
  let name: String
  let value: String
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
