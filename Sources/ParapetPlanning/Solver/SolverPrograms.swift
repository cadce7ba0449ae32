import Glibc
import Synchronization

/// The running solver programs: one for each search that is made at a time, kept for the next.
final class SolverPrograms: Sendable {
  private let path: String
  private let patience: Duration
  private let idle = Mutex<[SolverProcess]>([])

  init(path: String, patience: Duration) {
    self.path = path
    self.patience = patience
  }

  deinit {
    idle.withLock { programs in
      for program in programs { program.end() }
      programs = []
    }
  }

  /// Asks a program that waits, else a new one. One that died while it waited says nothing of the question, which is
  /// then asked of a new one.
  func answer(_ question: SolverQuestion) throws(SolverMishap) -> SolverAnswer {
    if let waiting = idle.withLock({ $0.popLast() }) {
      do throws(SolverMishap) {
        return try ask(waiting, question)
      } catch {
        guard error == .died, !waiting.isAlive else { throw error }
      }
    }
    return try ask(try SolverProcess(path), question)
  }

  private func ask(_ program: SolverProcess, _ question: SolverQuestion) throws(SolverMishap) -> SolverAnswer
  {
    let answer: Result<SolverAnswer, SolverMishap>
    do throws(SolverMishap) {
      answer = .success(try program.answer(question, patience: patience))
    } catch {
      answer = .failure(error)
    }
    if program.isAlive {
      idle.withLock { $0.append(program) }
    } else {
      program.end()
    }
    return try answer.get()
  }
}
