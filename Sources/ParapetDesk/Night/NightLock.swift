import Foundation
import ParapetModel

/// Keeps a second night from the same catalogue; the lock goes with the process, however that ends.
struct NightLock: ~Copyable {
  private let descriptor: Int32

  /// - Throws: `Failure`, `busy` where another night is at work, `unwritable` where the lock cannot be made.
  init(beside store: String) throws(Failure) {
    let path = store + ".night"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Failure(.unwritable, .unwritable(path, String(cString: strerror(errno))))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw Failure(
        .busy,
        Message(
          en: "another night is at work on the catalogue '\(store)'; try again later",
          fr: "une autre nuit travaille sur le catalogue « \(store) » ; réessayez plus tard"))
    }
  }

  deinit { close(descriptor) }
}
