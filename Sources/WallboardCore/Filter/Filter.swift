/// Which rows of a panel are shown (interface, "Filter syntax").
package struct Filter: Equatable, Sendable {
  /// What was typed.
  package let text: String

  /// Reads a filter; throws what is wrong with it, in a sentence for whoever typed it.
  package init(_ text: String) throws(FilterError) {
    self.text = text
  }

  /// Whether everything passes.
  package var isEmpty: Bool { text.isEmpty }
}

/// Why a filter cannot be used; the description names the valid choices.
package struct FilterError: Error, Equatable, CustomStringConvertible {
  package let description: String

  init(_ description: String) {
    self.description = description
  }
}
