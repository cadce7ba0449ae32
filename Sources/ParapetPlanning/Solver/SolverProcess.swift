import Glibc
import Synchronization

/// A running solver program, with our end of the pair of sockets that are its standard input and output.
final class SolverProcess: Sendable {
  private let number: pid_t
  private let socket: Int32
  /// Whether the next question can be asked: the last one was answered to its end.
  private let isWell = Atomic(true)

  /// Starts a program, which inherits nothing but the socket: no environment, and no file that is open here.
  init(_ path: String) throws(SolverMishap) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .missing }
    defer { close(ends[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var child: pid_t = 0
    let isStarted = path.withCString { name in
      var arguments: [UnsafeMutablePointer<CChar>?] = [UnsafeMutablePointer(mutating: name), nil]
      var environment: [UnsafeMutablePointer<CChar>?] = [nil]
      return posix_spawn(&child, name, &actions, &attributes, &arguments, &environment) == 0
    }
    guard isStarted else {
      close(ends[0])
      throw .missing
    }
    number = child
    socket = ends[0]
  }

  /// Whether the next question can be asked of it.
  var isAlive: Bool { isWell.load(ordering: .relaxed) }

  /// Ends it: it goes when its input ends, and is made to where it does not listen.
  func end() {
    close(socket)
    if !isAlive { kill(number, SIGKILL) }
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0, errno == EINTR {}
  }

  /// Asks a question and waits for the answer.
  func answer(_ question: SolverQuestion, patience: Duration) throws(SolverMishap) -> SolverAnswer {
    isWell.store(false, ordering: .relaxed)
    let deadline = ContinuousClock.now + .seconds(10 * Int(question.seconds)) + patience
    try send(question.bytes, until: deadline)
    let bytes = try receive(SolverAnswerHead.size, until: deadline)
    let head: SolverAnswerHead
    do throws(SolverMishap) {
      head = try SolverAnswerHead(bytes)
    } catch {
      // What it says of a search says that the program itself is well.
      isWell.store(error != .rubbish, ordering: .relaxed)
      throw error
    }
    let size = head.sizeBehind(columns: question.lower.count)
    let answer = try head.answer(values: try receive(size, until: deadline))
    isWell.store(true, ordering: .relaxed)
    return answer
  }
}

// MARK: The socket

extension SolverProcess {
  private func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) throws(SolverMishap) {
    var sent = 0
    while sent < bytes.count {
      try wait(for: Int16(POLLOUT), until: deadline)
      let count = bytes.withUnsafeBytes { bytes in
        Glibc.send(
          socket, bytes.baseAddress.map { $0 + sent }, bytes.count - sent,
          Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      }
      if count > 0 { sent += count } else if errno != EINTR && errno != EAGAIN { throw .died }
    }
  }

  private func receive(
    _ size: Int, until deadline: ContinuousClock.Instant
  ) throws(SolverMishap) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size)
    var received = 0
    while received < size {
      try wait(for: Int16(POLLIN), until: deadline)
      let count = bytes.withUnsafeMutableBytes { bytes in
        recv(socket, bytes.baseAddress.map { $0 + received }, size - received, Int32(MSG_DONTWAIT))
      }
      if count > 0 {
        received += count
      } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
        throw .died
      }
    }
    return bytes
  }

  /// Waits until the socket is ready, or the other end has gone.
  private func wait(for events: Int16, until deadline: ContinuousClock.Instant) throws(SolverMishap) {
    while true {
      let left = deadline - ContinuousClock.now
      guard left > .zero else { throw .overran }
      var waiting = pollfd(fd: socket, events: events, revents: 0)
      let milliseconds = min(left.components.seconds, 1_000) * 1_000 + 1
      if poll(&waiting, 1, Int32(milliseconds)) > 0 { return }
    }
  }
}
