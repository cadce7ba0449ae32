/// Where a desk finds what it works on; of the machine it looks at nothing else.
public struct Places: Hashable, Sendable {
  /// The folder of instruments, calls, measures and words.
  public var data: String
  /// The file of the catalogue, which need not be there.
  public var store: String
  /// The folder in which documents lie from when they are fetched until they are read.
  public var scratch: String
  /// The program of the solver; without it plans are made and not proven.
  public var solver: String
  /// The program that makes PDFs; without it there are none.
  public var printer: String?

  /// Places by their paths.
  public init(data: String, store: String, scratch: String, solver: String, printer: String? = nil) {
    self.printer = printer
    self.data = data
    self.store = store
    self.scratch = scratch
    self.solver = solver
  }
}
