import ParapetModel
import ParapetPlanning

extension PlanChoice {
  /// The bytes that a night keeps.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(word: question)
    writer.write(UInt64(chosen.count))
    for pair in chosen { writer.write(Int64(pair)) }
    return writer.bytes
  }

  /// A choice that was kept; nothing where its bytes are damaged.
  init?(_ bytes: [UInt8]) {
    let read = bytes.withUnsafeBytes { bytes -> PlanChoice? in
      do throws(ByteFault) {
        var reader = ByteReader(bytes)
        var choice = PlanChoice(question: try reader.word(), chosen: [])
        for _ in 0..<(try reader.count()) { choice.chosen.append(Int(try reader.signed())) }
        return choice
      } catch {
        return nil
      }
    }
    guard let read else { return nil }
    self = read
  }
}
