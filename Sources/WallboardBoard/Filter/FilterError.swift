/// Why a filter cannot be used; the description names the valid choices.
package struct FilterError: Error, Equatable, CustomStringConvertible {
  package let description: String

  /// An error that is told so.
  package init(_ description: String) {
    self.description = description
  }
}
