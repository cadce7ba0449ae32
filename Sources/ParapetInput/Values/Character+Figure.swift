extension Character {
  /// Whether it is one of the ten figures that amounts and days are written with, and nothing is added to it: a range of
  /// characters would hold a figure with an accent, too.
  var isFigure: Bool { isASCII && isNumber }
}
