import Foundation

@testable import WallboardScreen

/// Kinds of colour vision: what is left of light when one kind of cone is missing.
enum ColorVision: CaseIterable, Sendable {
  case protanopia, deuteranopia, tritanopia

  /// How unlike two colours look to such eyes: the distance in CIELAB, of which 2 can just be told
  /// apart side by side.
  func distance(_ left: RGB, _ right: RGB) -> Double {
    let (left, right) = (perceived(left), perceived(right))
    return sqrt(zip(left, right).map { ($0 - $1) * ($0 - $1) }.reduce(0, +))
  }

  /// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
  /// Deficiency" (2009), severity 1.0, on linear light.
  private var matrix: [[Double]] {
    switch self {
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  private func perceived(_ color: RGB) -> [Double] {
    let light = [color.red, color.green, color.blue].map(Self.linear)
    let seen = matrix.map { row in
      min(1, max(0, zip(row, light).map { $0 * $1 }.reduce(0, +)))
    }
    return Self.lab(seen)
  }

  private static func linear(_ component: UInt8) -> Double {
    let value = Double(component) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  /// CIE 1976, of linear sRGB with its white point D65.
  private static func lab(_ rgb: [Double]) -> [Double] {
    let toXYZ = [
      [0.4124 / 0.95047, 0.3576 / 0.95047, 0.1805 / 0.95047], [0.2126, 0.7152, 0.0722],
      [0.0193 / 1.08883, 0.1192 / 1.08883, 0.9505 / 1.08883],
    ]
    let roots = toXYZ.map { row -> Double in
      let value = zip(row, rgb).map { $0 * $1 }.reduce(0, +)
      return value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116
    }
    return [116 * roots[1] - 16, 500 * (roots[0] - roots[1]), 200 * (roots[1] - roots[2])]
  }
}

/// The sixteen colours as a kind of terminal shows them, from black to bright white, and what it
/// writes on.
struct UsualPalette: CustomStringConvertible, Sendable {
  let description: String
  private let colors: [RGB]

  init(_ name: String, _ colors: String) {
    description = name
    self.colors = colors.split(separator: " ").map(RGB.init(hexadecimal:))
  }

  subscript(color: AnsiColor) -> RGB { colors[Int(color.rawValue)] }

  static let xterm = UsualPalette(
    "xterm",
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
    "Windows Terminal (Campbell)",
    """
    0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc \
    767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2
    """)
  static let console = UsualPalette(
    "Linux console",
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
  static let solarized = UsualPalette(
    "Solarized",
    """
    073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 \
    002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3
    """)
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
