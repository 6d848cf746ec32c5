/// What a person did with the mouse.
package struct MouseEvent: Hashable, Sendable {
  /// What it was.
  package enum Kind: Hashable, Sendable {
    case press
    /// The second press at one place within ``DoublePress/interval``.
    case doublePress
    case wheelUp
    case wheelDown
  }

  package var kind: Kind
  /// The cell under the pointer.
  package let point: Point

  /// That, there.
  package init(_ kind: Kind, at point: Point) {
    self.kind = kind
    self.point = point
  }
}
