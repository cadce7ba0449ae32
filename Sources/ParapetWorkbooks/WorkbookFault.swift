/// Why the bytes of a workbook were not read.
package enum WorkbookFault: Error, Hashable {
  /// They are no ZIP archive, which every workbook of today is.
  case notAnArchive
  /// They are protected by a password, or a workbook of before 2007.
  case protectedOrOld
  /// They are an archive, and no workbook that we know.
  case notAWorkbook
  /// Something in them is damaged.
  case damaged(String)
  /// They hold more than any table of a city, or unfold to far more than they are.
  case tooLarge
  /// They declare a document type, which no spreadsheet program writes and attacks do.
  case documentType
}
