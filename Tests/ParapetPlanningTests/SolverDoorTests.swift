import Foundation
import Testing

@testable import ParapetPlanning

@Suite("The solver's program")
struct SolverDoorTests {
  /// Two whole columns of which one fits: the dearer is worth 3.
  static var question: SolverQuestion {
    var question = SolverQuestion()
    question.lower = [0, 0]
    question.upper = [1, 1]
    question.costs = [-2, -3]
    question.isWhole = [true, true]
    question.least = [-.infinity]
    question.most = [1]
    question.starts = [0, 1, 2]
    question.indices = [0, 0]
    question.factors = [1, 1]
    question.settings = "log 0"
    question.seconds = 5
    return question
  }

  /// What came of a question.
  private static func outcome(
    of question: SolverQuestion = question, behind door: SolverDoor
  ) -> Result<SolverAnswer, SolverMishap> {
    do throws(SolverMishap) { return .success(try door.answer(question)) } catch { return .failure(error) }
  }

  /// Asks a program that is a script of the shell, waiting so long beyond what it gives itself.
  private static func outcome(
    ofScript script: String, seconds: UInt32 = 0, patience: Duration = .seconds(10)
  ) throws -> Result<SolverAnswer, SolverMishap> {
    let file = FileManager.default.temporaryDirectory.appending(path: "solver-\(UUID().uuidString)")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file.path)
    var question = question
    question.seconds = seconds
    // While another test's program that is being started holds the file open, nobody can start it (ETXTBSY).
    for _ in 0..<100 {
      let outcome = outcome(of: question, behind: .program(at: file.path, patience: patience))
      guard outcome == .failure(.missing) else { return outcome }
      usleep(20_000)
    }
    return .failure(.missing)
  }

  @Test("a programme is answered, again and again by the same program")
  func answers() throws {
    for _ in 0..<3 {
      let answer = try SolverDoorTests.outcome(behind: .built).get()
      #expect(answer.values == [0, 1])
      #expect(answer.bound == -3)
      #expect(answer.isOptimal && !answer.isInfeasible)
    }
  }

  @Test("what has no solution is told")
  func infeasible() throws {
    var question = SolverDoorTests.question
    question.least = [3]
    question.most = [4]
    let answer = try SolverDoorTests.outcome(of: question, behind: .built).get()
    #expect(answer.isInfeasible && answer.values == nil)
  }

  @Test("a programme that CBC may not be given is refused, and the next one answered")
  func refused() throws {
    let damages: [(inout SolverQuestion) -> Void] = [
      { $0.indices[1] = 1 }, { $0.indices[0] = -1 }, { $0.starts[1] = 3 }, { $0.starts[0] = 1 },
      { $0.costs[0] = .nan }, { $0.settings = "log\u{7}0" },
    ]
    for damage in damages {
      var question = SolverDoorTests.question
      damage(&question)
      #expect(SolverDoorTests.outcome(of: question, behind: .built) == .failure(.refused))
    }
    #expect(try SolverDoorTests.outcome(behind: .built).get().values == [0, 1])
  }

  @Test("a program that is not there, or is none, is missing")
  func missing() {
    #expect(SolverDoorTests.outcome(behind: .program(at: "/nowhere/parapet-solver")) == .failure(.missing))
    #expect(SolverDoorTests.outcome(behind: .program(at: "/etc/hostname")) == .failure(.missing))
  }

  @Test(
    "a program that ends without an answer, or within it, has died",
    arguments: [
      "exit 1", "kill -ABRT $$", "head -c 24 >/dev/null; kill -SEGV $$", "exec cat /dev/null",
      #"printf 'PSA'"#,
    ])
  func dies(script: String) throws {
    #expect(try SolverDoorTests.outcome(ofScript: script) == .failure(.died))
  }

  @Test(
    "what is no answer is rubbish",
    arguments: [
      "exec cat", "yes", #"printf 'PSA1\005\000\000\000'; cat /dev/zero"#,
      #"printf 'PSA1\000\000\000\000\010'; cat /dev/zero"#,
      #"printf 'PSA1\000\000\000\000\000\000\000\000\377\377\377\377'; cat /dev/zero"#,
    ])
  func rubbish(script: String) throws {
    #expect(try SolverDoorTests.outcome(ofScript: script) == .failure(.rubbish))
  }

  @Test("a program that never answers is ended")
  func hangs() throws {
    let start = ContinuousClock.now
    let outcome = try SolverDoorTests.outcome(ofScript: "exec sleep 300", patience: .milliseconds(200))
    #expect(outcome == .failure(.overran))
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test("a program that died while it waited is started again")
  func again() throws {
    // It answers once, as the true one does, and goes.
    let once = """
      head -c \(SolverDoorTests.question.bytes.count) | '\(SolverDoor.path)'
      """
    let file = FileManager.default.temporaryDirectory.appending(path: "solver-\(UUID().uuidString)")
    try Data("#!/bin/sh\n\(once)\n".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file.path)
    let door = SolverDoor.program(at: file.path)
    // Another test that starts a program at this moment may hold the file open (ETXTBSY).
    for _ in 0..<100 where SolverDoorTests.outcome(behind: door) == .failure(.missing) { usleep(20_000) }
    for _ in 0..<2 { #expect(try SolverDoorTests.outcome(behind: door).get().values == [0, 1]) }
  }
}
