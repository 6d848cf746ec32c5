/// A side of a rectangle.
package enum Edge: CaseIterable, Sendable {
  case top, bottom, left, right
}
