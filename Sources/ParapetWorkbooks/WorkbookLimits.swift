/// What is the most that a workbook may hold; a table of a city has a thousandth of it.
package enum WorkbookLimits {
  /// The most entries of the archive.
  package static let entries = 4_096
  /// The most bytes of one entry, unfolded.
  package static let entry = 64 << 20
  /// The most bytes of all entries that are read, unfolded.
  package static let total = 160 << 20
  /// Above so many bytes an entry may unfold to `ratio` times its size at most; honest sheets reach a hundred.
  package static let smallEntry = 4 << 20
  /// The most times its size that a large entry may unfold to.
  package static let ratio = 300
  /// The most sheets that are read.
  package static let sheets = 64
  /// The most rows of a sheet.
  package static let rows = 200_001
  /// The most columns that are read of a sheet.
  package static let columns = 256
  /// The most cells that hold anything, over all sheets.
  package static let cells = 4_000_000
  /// The most bytes of text over all cells, a shared text counted each time that it is used.
  package static let text = 256 << 20
}
