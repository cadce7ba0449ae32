import Foundation

/// The reader that is fuzzed, by name in the environment: one build serves them all.
private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["PARAPET_FUZZ_TARGET"] ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    FileHandle.standardError.write(
      Data(
        "PARAPET_FUZZ_TARGET is none of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))\n".utf8
      ))
    exit(64)
  }
  return target
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  if let complaint = target.complaint(about: UnsafeRawBufferPointer(start: start, count: count)) {
    fatalError(complaint)
  }
  return 0
}
