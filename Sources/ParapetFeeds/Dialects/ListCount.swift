/// How long a list says that it is, and how much of it was read.
public struct ListCount: Hashable, Sendable {
  /// How many records the list says that it has, in all its pages; nothing where it does not say.
  public var stated: Int?
  /// How many of its records were read, whatever became of them.
  public var read: Int

  /// A count.
  public init(stated: Int?, read: Int) {
    self.stated = stated
    self.read = read
  }

  /// Adds another page of the same list, whose total may have moved by some while the pages were fetched.
  public mutating func add(_ page: ListCount) {
    read += page.read
    if let other = page.stated { stated = max(stated ?? 0, other) }
  }

  /// Whether fewer records were read than the list says that it has.
  public var isShort: Bool { stated.map { read < $0 } ?? false }
}
