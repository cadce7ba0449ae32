extension FixedWidthInteger {
  /// Its decimal digits, with zeros before them up to a width; of a number below nought the sign comes first.
  ///
  /// Figures with so many decimals are whole numbers of their last place: their point stands within these digits.
  public func digits(atLeast width: Int) -> String {
    let digits = String(magnitude)
    return (self < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, width - digits.utf8.count))
      + digits
  }
}
