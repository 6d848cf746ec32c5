/// Where text stands in a field that is wider than the text.
package enum Alignment: Sendable {
  case left, right, center
}
