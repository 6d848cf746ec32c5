@testable import WallboardScreen

/// The sixteen colours as a kind of terminal shows them, from black to bright white, and what it
/// writes on.
struct UsualPalette: CustomStringConvertible, Sendable {
  static let all = [
    xterm, tango, campbell, console, editor, solarized, solarizedLight, foot, alacritty, konsole,
  ]

  let description: String
  /// What it writes on.
  let ground: RGB
  private let colors: [RGB]

  init(_ name: String, on ground: String = "000000", _ colors: String) {
    description = name
    self.ground = RGB(hexadecimal: ground)
    self.colors = colors.split(separator: " ").map(RGB.init(hexadecimal:))
  }

  subscript(color: AnsiColor) -> RGB { colors[Int(color.rawValue)] }

  static let xterm = UsualPalette(
    "xterm and st",
    """
    000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 \
    7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff
    """)
  static let tango = UsualPalette(
    "GNOME (Tango)",
    """
    2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf \
    555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec
    """)
  static let campbell = UsualPalette(
    "Windows Terminal (Campbell)", on: "0c0c0c",
    """
    0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc \
    767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2
    """)
  static let console = UsualPalette(
    "Linux console and Xfce Terminal",
    """
    000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa \
    555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff
    """)
  static let editor = UsualPalette(
    "Visual Studio Code",
    """
    000000 cd3131 0dbc79 e5e510 2472c8 bc3fbc 11a8cd e5e5e5 \
    666666 f14c4c 23d18b f5f543 3b8eea d670d6 29b8db e5e5e5
    """)
  static let foot = UsualPalette(
    "foot", on: "242424",
    """
    242424 f62b5a 47b413 e3c401 24acd4 f2affd 13c299 e6e6e6 \
    616161 ff4d51 35d450 e9e836 5dc5f8 feabf2 24dfc4 ffffff
    """)
  static let alacritty = UsualPalette(
    "Alacritty", on: "181818",
    """
    181818 ac4242 90a959 f4bf75 6a9fb5 aa759f 75b5aa d8d8d8 \
    6b6b6b c55555 aac474 feca88 82b8c8 c28cb8 93d3c3 f8f8f8
    """)
  static let konsole = UsualPalette(
    "Konsole (Breeze)", on: "232627",
    """
    232627 ed1515 11d116 f67400 1d99f3 9b59b6 1abc9c fcfcfc \
    7f8c8d c0392b 1cdc9a fdbc4b 3daee9 8e44ad 16a085 ffffff
    """)
  private static let solarizedColors = """
    073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 \
    002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3
    """
  static let solarized = UsualPalette("Solarized, dark", on: "002b36", solarizedColors)
  static let solarizedLight = UsualPalette("Solarized, light", on: "fdf6e3", solarizedColors)
}

extension RGB {
  init(hexadecimal text: some StringProtocol) {
    let value = UInt32(text, radix: 16) ?? 0
    self.init(
      red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }
}

extension Color {
  /// What is seen of it on a terminal of that palette; `nil` for the terminal's own.
  func seen(in palette: UsualPalette) -> RGB? {
    switch self {
    case .terminalDefault: nil
    case .ansi(let color): palette[color]
    case .indexed(let index): AnsiColor(rawValue: index).map { palette[$0] } ?? Palette.rgb(index)
    case .rgb(let color): color
    }
  }
}
