/// Why keys cannot be bound so; the description names the valid choices.
package enum KeymapError: Error, Equatable, CustomStringConvertible {
  /// Nothing has that name.
  case unknownName(String)
  /// Two bindings want one key in one place.
  case conflict(key: String, first: String, second: String)

  /// The name of the binding whose line is to be mended.
  package var name: String {
    switch self {
    case .unknownName(let name): name
    case .conflict(_, let first, _): first
    }
  }

  package var description: String {
    switch self {
    case .unknownName(let name):
      "nothing is called “\(name)”; what keys can be bound to is "
        + Keymap.names.joined(separator: ", ")
    case .conflict(let key, let first, let second):
      "\(key) would be both \(first) and \(second): bind \(second) to another key, or to [] for none"
    }
  }
}
