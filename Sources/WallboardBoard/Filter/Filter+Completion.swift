extension Filter {
  /// What was typed with the name of a field at its end completed, as far as it is clear which one
  /// is meant; `nil` where there is nothing to complete.
  static func completed(_ text: String, for panel: Panel) -> String? {
    let beginning = text.reversed().prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
    let typed = String(beginning.reversed()).lowercased()
    let names = panel.filterNames.filter { $0.hasPrefix(typed) }
    let before = text.dropLast(typed.count)
    guard !typed.isEmpty, let first = names.first, before.last?.standsBeforeName != false else {
      return nil
    }
    if names.count == 1 || names.contains(typed) {
      let name = names.count == 1 ? first : typed
      return before + name + (panel.isNumeric(name) ? ">" : ":")
    }
    let common = names.reduce(first) { $0.commonPrefix(with: $1) }
    return common == typed ? nil : before + common
  }
}

extension Panel {
  fileprivate func isNumeric(_ name: String) -> Bool {
    guard case .field(let field) = filterName(name) else { return false }
    return field.isNumeric
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}

extension Character {
  fileprivate var standsBeforeName: Bool { isWhitespace || "(-!".contains(self) }
}
