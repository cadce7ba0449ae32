import ParapetModel

extension English {
  func note(_ note: UnreadNote) -> String {
    switch note {
    case .title(let count):
      return "\(self.count(count, "cell or row", "cells or rows")) of the portfolio could not be read"
    case .meaning(let mark):
      return "What rests on them is not known in full: such figures are marked \(mark.trimmed) (partial). "
        + "Correct the cells and ask again."
    case .place(let place):
      if place.sheet != nil { return place.name }
      return place.file + (place.line.map { ", line \($0)" } ?? "")
        + (place.column.map { ", column \($0)" } ?? "")
    case .more(let count): return "… and \(number(count)) more"
    case .notRead: return "written, but not read"
    case .measure(let isRefused, let suggested):
      let question =
        isRefused
        ? "Which measure is it? What is written could not be read, so what can pay for it stays open."
        : "Which measure is it? None is stated, so what can pay for it stays open."
      return suggested.isEmpty ? question : "\(question) Its words suggest \(or(suggested))."
    }
  }
}
