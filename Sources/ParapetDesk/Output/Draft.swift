import Foundation

/// A file in the making, which takes the place of another when it is whole.
///
/// It has no name before, so that nothing of it stays where the program is ended by a signal; where the file system
/// knows no such files it has one of its own beside the target.
struct Draft {
  private let descriptor: Int32
  private let target: String
  private let name: String
  private let isNamed: Bool
  private let failure: (Int32) -> Failure

  /// A file that nobody sees in the folder of its target.
  init(
    beside target: String, in folder: String, mode: mode_t, _ failure: @escaping (Int32) -> Failure
  ) throws(Failure) {
    self.target = target
    self.failure = failure
    // Short, since the target's own name may be as long as a name can be.
    name = folder + "/.parapet-\(getpid()).part"
    let nameless = open(folder, O_WRONLY | Draft.temporary | O_CLOEXEC, mode)
    isNamed = nameless < 0
    descriptor = isNamed ? open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode) : nameless
    guard descriptor >= 0 else { throw failure(errno) }
  }

  /// `O_TMPFILE`, as Linux defines it.
  private static let temporary: Int32 = 0o20_000_000 | O_DIRECTORY

  /// Writes all parts and puts the file in its place; what fails leaves nothing behind.
  func write(_ parts: (_ write: ([UInt8]) throws -> Void) throws -> Void) throws {
    var isOpen = true
    var given = isNamed ? name : nil
    do {
      try parts { bytes in
        if let number = OutputFile.write(bytes, to: descriptor) { throw failure(number) }
      }
      if !isNamed {
        // Where nothing has the target's name yet, the file gets it at once.
        given = link(to: target) ? target : nil
        if given == nil {
          // A file of the other's name may be in the way, which a run that was killed has left.
          guard link(to: name) || (unlink(name) == 0 && link(to: name)) else { throw failure(errno) }
          given = name
        }
      }
      // What failed to be closed is closed all the same.
      isOpen = false
      guard close(descriptor) == 0, given == target || rename(name, target) == 0 else { throw failure(errno) }
    } catch {
      if isOpen { close(descriptor) }
      if let given { unlink(given) }
      throw error
    }
  }

  /// Gives the file without a name one; whether it has it.
  private func link(to path: String) -> Bool {
    linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0
  }
}
