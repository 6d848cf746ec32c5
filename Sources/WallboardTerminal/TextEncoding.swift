import CNcurses
import Glibc
import WallboardScreen

extension TextEncoding {
  /// Adopts the character set of the person's locale. Only that: other parts of a locale would
  /// change how every C library in the process reads numbers.
  static func adoptFromEnvironment() -> TextEncoding {
    // A locale that is named but not installed says nothing against UTF-8, unless its name does.
    if unsafe setlocale(LC_CTYPE, "") == nil, isUTF8Wanted {
      unsafe setlocale(LC_CTYPE, "C.UTF-8")
    }
    guard let name = unsafe nl_langinfo(Int32(CODESET)) else { return .ascii }
    let set = unsafe String(cString: name)
    return set == "UTF-8" ? .utf8 : ofSingleBytes(isASCII: set.hasPrefix("ANSI"))
  }

  /// Whether the person's locale says that what lines are drawn with takes two columns, as one for
  /// East Asian fonts may: then the terminal does so too.
  static var isAmbiguousWide: Bool { wcwidth(0x2500) == 2 }

  /// The locale's own set, where that has one byte a character; of others only ASCII is used.
  private static func ofSingleBytes(isASCII: Bool) -> TextEncoding {
    guard !isASCII, wallboard_longest_character() == 1 else { return .ascii }
    return .singleByte(
      (0x80...0xFF).map { (byte: Int32) in
        guard let scalar = Unicode.Scalar(btowc(byte)),
          wcwidth(wchar_t(bitPattern: scalar.value)) == 1
        else { return nil }
        return scalar
      })
  }

  // setlocale(3): the first of these that is set counts. A name is language_country.set@variant.
  private static var isUTF8Wanted: Bool {
    let name =
      ["LC_ALL", "LC_CTYPE", "LANG"].lazy.map(Terminal.variable).first { !$0.isEmpty } ?? ""
    guard let dot = name.firstIndex(of: ".") else { return true }
    let set = name[dot...].dropFirst().prefix { $0 != "@" }
    return ["utf-8", "utf8"].contains(set.lowercased())
  }
}
