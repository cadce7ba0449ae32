import Foundation

/// How a run of the program ended and what it said.
struct Answer {
  /// Standard output.
  let output: String
  /// Standard error.
  let errors: String
  /// The exit code, or nothing where a signal ended it.
  let code: Int32?

  /// Standard output as JSON.
  var json: Any? { try? JSONSerialization.jsonObject(with: Data(output.utf8)) }
}

/// The built executable, beside the bundle of these tests.
enum Program {
  /// Where it is.
  static let executable: URL = {
    // On macOS the tests are a bundle that another program loads; elsewhere they are a program of their own.
    let bundle = Bundle.allBundles.first { $0.bundleURL.pathExtension == "xctest" }?.bundleURL
    let own = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
    return (bundle ?? own).deletingLastPathComponent().appending(path: "parapet")
  }()
}

extension Scratch {
  /// Runs `parapet` in the folder, as a person would.
  ///
  /// The environment is this and nothing else, so that a setting of the machine changes no test.
  func parapet(
    _ arguments: String..., environment: [String: String] = [:], in place: String = "."
  ) async throws -> Answer {
    try await parapet(arguments, environment: environment, in: place)
  }

  /// Runs `parapet` with a list of arguments.
  func parapet(
    _ arguments: [String], environment: [String: String] = [:], in place: String = "."
  ) async throws -> Answer {
    try await run(Program.executable, arguments, environment: environment, in: place)
  }

  /// Runs any program in the folder.
  func run(
    _ executable: URL, _ arguments: [String], environment: [String: String] = [:], in place: String = "."
  ) async throws -> Answer {
    let run = Process()
    run.executableURL = executable
    run.arguments = arguments
    run.currentDirectoryURL = folder.appending(path: place)
    run.environment = ["HOME": folder.path, "PATH": "/usr/bin:/bin", "PARAPET_STORE": "store/catalogue"]
      .merging(environment) { $1 }
    // Files and not pipes: a pipe that nobody empties stops the program.
    let streams = ["output", "errors"].map { path(".\($0)-\(UUID().uuidString)") }
    for stream in streams { try Data().write(to: URL(filePath: stream)) }
    defer { for stream in streams { try? FileManager.default.removeItem(atPath: stream) } }
    run.standardInput = FileHandle.nullDevice
    run.standardOutput = FileHandle(forWritingAtPath: streams[0])
    run.standardError = FileHandle(forWritingAtPath: streams[1])
    try await run.end()
    let texts = try streams.map { String(decoding: try Data(contentsOf: URL(filePath: $0)), as: UTF8.self) }
    return Answer(
      output: texts[0], errors: texts[1],
      code: run.terminationReason == .exit ? run.terminationStatus : nil)
  }
}

extension Process {
  /// Runs to the end; a test that is out of time ends the program too.
  func end() async throws {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        terminationHandler = { _ in continuation.resume() }
        do { try run() } catch { continuation.resume(throwing: error) }
      }
    } onCancel: {
      if isRunning { terminate() }
    }
  }
}
