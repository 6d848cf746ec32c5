extension Color {
  /// Reads a colour as a theme file names it; nil when it is none.
  package init?(name: String) {
    if name == "default" {
      self = .terminalDefault
    } else if let color = AnsiColor.allCases.first(where: { $0.name == name }) {
      self = .ansi(color)
    } else if let color = RGB(hexadecimal: name) {
      self = .rgb(color)
    } else if let index = UInt8(name) {
      self = .indexed(index)
    } else {
      return nil
    }
  }

  /// What may be written for a colour.
  static var choices: String {
    let names = AnsiColor.allCases.map(\.name).joined(separator: ", ")
    return "default, \(names), 0 to 255, #rrggbb"
  }
}

extension RGB {
  fileprivate init?(hexadecimal text: String) {
    guard text.hasPrefix("#"), text.utf8.count == 7, !text.contains("+") else { return nil }
    guard let value = UInt32(text.dropFirst(), radix: 16) else { return nil }
    self.init(
      red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }
}
