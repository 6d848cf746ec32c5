import WallboardSimulator

extension JSON {
  var elements: [JSON] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }
}
