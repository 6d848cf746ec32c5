import Glibc

/// How text is written to the terminal.
enum TextEncoding {
  case utf8
  case ascii

  /// Adopts the character set of the person's locale. Only that: other parts of a locale would
  /// change how every C library in the process reads numbers.
  static func adoptFromEnvironment() -> TextEncoding {
    // A locale that is named but not installed says nothing against UTF-8.
    if unsafe setlocale(LC_CTYPE, "") == nil {
      unsafe setlocale(LC_CTYPE, "C.UTF-8")
    }
    guard let name = unsafe nl_langinfo(Int32(CODESET)) else { return .ascii }
    return unsafe String(cString: name) == "UTF-8" ? .utf8 : .ascii
  }
}
