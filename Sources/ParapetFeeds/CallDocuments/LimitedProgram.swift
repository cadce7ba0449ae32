import Glibc

/// A program of another package that is run on a file from outside, under limits of time, memory and output.
///
/// It inherits no environment and no file that is open here. Its arguments are handed over one by one and never as a
/// line of a shell.
struct LimitedProgram {
  /// What it may use.
  struct Limits {
    /// Seconds until it is ended.
    var seconds = 60
    /// Bytes of memory.
    var memory = 1_500 << 20
    /// Bytes of output.
    var output = 64 << 20
  }

  /// Why it gave no output.
  enum Mishap: Error, Hashable {
    /// It is not installed.
    case missing
    /// It went on for too long.
    case overran
    /// It wrote more than it may.
    case tooMuch
    /// It ended with this code, or by a signal with none, and said this.
    case failed(code: Int32?, said: String)
  }

  /// Its name in the usual folders of programs.
  var name: String
  var limits = Limits()

  /// What it writes to its standard output.
  func output(of arguments: [String]) throws(Mishap) -> [UInt8] {
    var out: [Int32] = [-1, -1]
    var said: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &out) == 0 else { throw .missing }
    guard socketpair(AF_UNIX, kind, 0, &said) == 0 else {
      closeAll(out)
      throw .missing
    }
    guard let child = spawn(arguments, output: out[1], errors: said[1]) else {
      closeAll(out + said)
      throw .missing
    }
    closeAll([out[1], said[1]])
    defer { closeAll([out[0], said[0]]) }
    let (bytes, words, mishap) = read(out[0], said[0])
    if mishap != nil { kill(-child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    if let mishap { throw mishap }
    let code: Int32? = status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
    guard code != 0 else { return bytes }
    // The shell's word for a program that it does not find.
    if code == 127 { throw .missing }
    // What uses up its time is told so by a signal.
    if code == nil, status & 0x7F == SIGXCPU || status & 0x7F == SIGKILL { throw .overran }
    throw .failed(code: code, said: String(decoding: words.prefix(500), as: UTF8.self))
  }

  /// Sets the limits and becomes the program; the words of this line are the same for every file.
  private static let script = "ulimit -v \"$1\" && ulimit -t \"$2\" && ulimit -c 0 && shift 2 && exec \"$@\""

  private func spawn(_ arguments: [String], output: Int32, errors: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETPGROUP))
    let words =
      ["sh", "-c", LimitedProgram.script, "sh", "\(limits.memory / 1024)", "\(limits.seconds)", name]
      + arguments
    var list: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    var environment: [UnsafeMutablePointer<CChar>?] = [
      strdup("PATH=/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin"), strdup("LC_ALL=C.UTF-8"), nil,
    ]
    defer { for text in list + environment { free(text) } }
    list.append(nil)
    var child: pid_t = 0
    return posix_spawn(&child, "/bin/sh", &actions, &attributes, &list, &environment) == 0 ? child : nil
  }

  /// Reads both streams to their end, or until a limit is reached.
  private func read(_ out: Int32, _ said: Int32) -> (out: [UInt8], said: [UInt8], mishap: Mishap?) {
    let deadline = ContinuousClock.now + .seconds(limits.seconds)
    var streams = [pollfd(fd: out, events: Int16(POLLIN), revents: 0)]
    streams.append(pollfd(fd: said, events: Int16(POLLIN), revents: 0))
    var texts: [[UInt8]] = [[], []]
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while streams.contains(where: { $0.fd >= 0 }) {
      let left = deadline - ContinuousClock.now
      guard left > .zero else { return (texts[0], texts[1], .overran) }
      let milliseconds = Int32(min(left.components.seconds, 100) * 1_000 + 10)
      guard poll(&streams, 2, milliseconds) > 0 else { continue }
      for index in streams.indices where streams[index].fd >= 0 && streams[index].revents != 0 {
        let count = Glibc.read(streams[index].fd, &block, block.count)
        if count > 0 {
          // Nobody reads a thousand complaints.
          if index == 0 || texts[1].count < 4_096 { texts[index] += block[..<count] }
        } else if count == 0 || errno != EINTR {
          streams[index].fd = -1
        }
      }
      if texts[0].count > limits.output { return (texts[0], texts[1], .tooMuch) }
    }
    return (texts[0], texts[1], nil)
  }

  private func closeAll(_ files: [Int32]) { for file in files { close(file) } }
}
