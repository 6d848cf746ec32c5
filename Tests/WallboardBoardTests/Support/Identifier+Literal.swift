import WallboardEvents

extension Identifier: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) {
    guard let identifier = Identifier(value) else { preconditionFailure("no identifier: \(value)") }
    self = identifier
  }
}
