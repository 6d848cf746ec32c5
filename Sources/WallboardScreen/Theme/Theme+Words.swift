extension Theme {
  /// How a role looks, in the words of a theme's file. A background is named where it is not that
  /// of the text.
  package func words(for role: StyleRole) -> String {
    let style = style(for: role)
    let ground = self.style(for: .text).background
    var words = [style.foreground.name]
    if role == .text ? ground != .terminalDefault : style.background != ground {
      words += ["on", style.background.name]
    }
    words += TextAttributes.names.filter { style.attributes.contains($0.attribute) }.map(\.name)
    return words.joined(separator: " ")
  }
}

extension Color {
  /// What a theme's file calls it.
  package var name: String {
    switch self {
    case .terminalDefault: "default"
    case .ansi(let color): color.name
    case .indexed(let index): String(index)
    case .rgb(let color): "#" + [color.red, color.green, color.blue].map(Self.digits).joined()
    }
  }

  private static func digits(_ value: UInt8) -> String {
    (value < 16 ? "0" : "") + String(value, radix: 16)
  }
}
