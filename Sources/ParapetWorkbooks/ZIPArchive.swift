import CLibZip

/// The entries of a ZIP archive in memory, read under limits: what unfolds to too much is never unfolded whole.
///
/// A class, since it owns the archive that libzip opened.
final class ZIPArchive {
  private let archive: OpaquePointer
  private let copy: UnsafeMutableRawPointer
  private var left = WorkbookLimits.total

  /// Opens an archive.
  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    guard bytes.starts(with: [0x50, 0x4B]) else { throw .notAnArchive }
    copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
    copy.copyMemory(from: bytes, byteCount: bytes.count)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 0, &error) else {
      copy.deallocate()
      throw .notAnArchive
    }
    guard let opened = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      copy.deallocate()
      throw .notAnArchive
    }
    archive = opened
    guard zip_get_num_entries(archive, 0) <= WorkbookLimits.entries else { throw .tooLarge }
  }

  deinit {
    zip_discard(archive)
    copy.deallocate()
  }

  /// The bytes of an entry, or nothing where there is none of that name.
  func entry(_ name: String) throws(WorkbookFault) -> [UInt8]? {
    let index = zip_name_locate(archive, name, 0)
    guard index >= 0 else { return nil }
    var status = zip_stat_t()
    guard zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0 else { throw .damaged(name) }
    guard status.encryption_method == ZIP_EM_NONE else { throw .protectedOrOld }
    guard status.size <= WorkbookLimits.entry else { throw .tooLarge }
    guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else { throw .damaged(name) }
    defer { zip_fclose(file) }
    // The sizes that the archive states are not believed: what comes out is counted.
    let most = min(WorkbookLimits.entry, left)
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip_fread(file, &piece, zip_uint64_t(piece.count))
      guard count >= 0 else { throw .damaged(name) }
      if count == 0 { break }
      result += piece[..<Int(count)]
      let swells =
        result.count > WorkbookLimits.smallEntry
        && result.count / WorkbookLimits.ratio > Int(clamping: status.comp_size)
      guard result.count <= most, !swells else { throw .tooLarge }
    }
    left -= result.count
    return result
  }
}
