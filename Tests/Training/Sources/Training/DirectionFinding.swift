/// Finds the directions along which the rows of a table of counts differ most (latent semantic analysis): the leading
/// right singular vectors, by subspace iteration.
///
/// Only the space that they span matters to an angle within it, so they need not be told apart. The start is fixed, and
/// sums are taken in one order: the same table gives the same directions.
struct DirectionFinding {
  /// The rows: columns with values, each row of length one.
  private let rows: [[(column: Int, value: Double)]]
  private let columns: Int
  private let size: Int

  /// Enough for the space to settle: what changes after them is less than a component's step.
  private static let rounds = 40

  init(rows: [[(column: Int, value: Double)]], columns: Int, size: Int) {
    self.rows = rows.map { row in
      let length = row.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
      return length > 0 ? row.map { ($0.column, $0.value / length) } : []
    }
    self.columns = columns
    self.size = size
  }

  /// The components of each column, column after column.
  func directions() -> [Double] {
    var basis = start()
    orthonormalise(&basis)
    for _ in 0..<DirectionFinding.rounds {
      basis = multiplied(basis)
      orthonormalise(&basis)
    }
    return basis
  }

  private func start() -> [Double] {
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15
    return (0..<columns * size).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(Int32(truncatingIfNeeded: state >> 32)) / Double(Int32.max)
    }
  }

  /// The table, transposed, times the table times the basis.
  private func multiplied(_ basis: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: basis.count)
    var sums = [Double](repeating: 0, count: size)
    for row in rows {
      for place in 0..<size { sums[place] = 0 }
      for (column, value) in row {
        for place in 0..<size { sums[place] += value * basis[column * size + place] }
      }
      for (column, value) in row {
        for place in 0..<size { result[column * size + place] += value * sums[place] }
      }
    }
    return result
  }

  /// Makes the components independent and of length one (Gram and Schmidt, each taken off at once).
  private func orthonormalise(_ basis: inout [Double]) {
    for place in 0..<size {
      for before in 0..<place {
        var product = 0.0
        for column in 0..<columns { product += basis[column * size + place] * basis[column * size + before] }
        for column in 0..<columns { basis[column * size + place] -= product * basis[column * size + before] }
      }
      var square = 0.0
      for column in 0..<columns { square += basis[column * size + place] * basis[column * size + place] }
      let length = square.squareRoot()
      for column in 0..<columns {
        basis[column * size + place] = length > 1e-9 ? basis[column * size + place] / length : 0
      }
    }
  }
}
