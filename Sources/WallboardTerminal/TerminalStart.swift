import CNcurses
import Glibc
package import WallboardScreen

extension Terminal {
  /// Types to try in place of one without a description, the most able first.
  private static let fallbackTypes = ["xterm-256color", "vt100"]

  /// Starts ncurses for the type that TERM names, or for the nearest that has a description.
  static func startCurses(
    on device: TerminalDevice
  ) throws(TerminalError) -> (CursesScreen, notes: [String]) {
    let wanted = terminalType
    // ncurses waits until the terminal has taken what was written before, which one whose output
    // somebody has stopped never does.
    device.takeModes()
    do {
      return (try screen(wanted, on: device), [])
    } catch .unknownType {
      return try startFallback(for: wanted, on: device)
    } catch {
      giveUp(device)
      throw error
    }
  }

  private static func startFallback(
    for wanted: String, on device: TerminalDevice
  ) throws(TerminalError) -> (CursesScreen, notes: [String]) {
    for type in fallbackTypes {
      if let screen = try? screen(type, on: device) {
        let note = "There is no description of the terminal type “\(wanted)”; using \(type)"
        return (screen, [note])
      }
    }
    giveUp(device)
    throw .unknownType(wanted)
  }

  private static func screen(
    _ type: String, on device: TerminalDevice
  ) throws(TerminalError) -> CursesScreen {
    let screen = try CursesScreen(type: type, device: device)
    device.adoptProgramModes()
    return screen
  }

  private static func giveUp(_ device: TerminalDevice) {
    device.giveModesBack()
    SignalHandlers.remove()
  }

  static var terminalType: String { variable("TERM") }

  /// What is known of the colours of the terminal that ncurses was started for.
  static func colorSupport(of curses: CursesScreen) -> ColorSupport {
    colorSupport(colors: curses.colors)
  }

  /// What is known of the colours of the terminal on standard output, for what writes to it without
  /// taking it over.
  package static func outputColorSupport() -> ColorSupport {
    var status: Int32 = 0
    guard isatty(STDOUT_FILENO) == 1, unsafe setupterm(nil, STDOUT_FILENO, &status) == OK else {
      return ColorSupport(colors: 0)
    }
    return unsafe colorSupport(colors: Int(tigetnum("colors")))
  }

  private static func colorSupport(colors: Int) -> ColorSupport {
    ColorSupport(
      colors: colors, isDescribedDirect: Capabilities.hasDirectColor,
      claim: variable("COLORTERM"), isMultiplexed: isMultiplexed)
  }

  /// Whether it is tmux or GNU screen, here or on the way here.
  static var isMultiplexed: Bool {
    terminalType.hasPrefix("screen") || terminalType.hasPrefix("tmux")
      || Multiplexer(environment: variable) != .none
  }

  /// A variable of the environment; empty when it is not set.
  static func variable(_ name: String) -> String {
    guard let value = unsafe getenv(name) else { return "" }
    return unsafe String(cString: value)
  }
}

extension GlyphSet {
  /// The set for a terminal of that type in a locale of that encoding.
  init(for encoding: TextEncoding, terminalType: String) {
    switch encoding {
    case .utf8 where TextEncoding.isAmbiguousWide: self = .ascii.with(.asciiAndWide)
    case .utf8: self = terminalType.hasPrefix("linux") ? .console : .unicode
    case .singleByte: self = .ascii.with(encoding.repertoire)
    }
  }
}

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

  /// Whether the person's locale says that box-drawing characters take two columns, as a locale for
  /// East Asian fonts may: then the terminal does so too.
  static var isAmbiguousWide: Bool { wcwidth(0x2500) == 2 }

  /// The locale's own set where that has one byte a character; of any other, ASCII alone.
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
