/// Which rows of a panel are shown (interface, "Filter syntax").
package struct Filter: Equatable, Sendable {
  /// What was typed.
  package let text: String
  private let expression: FilterExpression<String>

  /// Reads a filter for every panel that has all its fields; throws what is wrong with it, in a
  /// sentence for whoever typed it, also where there is no such panel.
  package init(_ text: String) throws(FilterError) {
    self.init(text, try FilterExpression(text))
    var errors: [FilterError] = []
    for panel in Panel.allCases {
      do { _ = try resolved(for: panel) } catch { errors.append(error) }
    }
    if errors.count == Panel.allCases.count, let error = errors.first { throw error }
  }

  /// Reads a filter of that panel; throws what is wrong with it, in a sentence for whoever typed it.
  package init(_ text: String, for panel: Panel) throws(FilterError) {
    self.init(text, try FilterExpression(text))
    _ = try resolved(for: panel)
  }

  private init(_ text: String, _ expression: FilterExpression<String>) {
    self.text = text
    self.expression = expression
  }

  /// Reads a filter that somebody is typing: what is not complete yet lets everything pass. There
  /// is a problem where something is missing or wrong, and no filter where it is wrong.
  static func typed(_ text: String, for panel: Panel) -> (filter: Filter?, problem: String?) {
    do throws(FilterError) {
      let (expression, problem) = try FilterExpression.typed(text)
      let filter = Filter(text, expression)
      _ = try filter.resolved(for: panel)
      return (filter, problem)
    } catch {
      return (nil, error.description)
    }
  }

  /// Whether the panel has all the fields that are asked for.
  package func fits(_ panel: Panel) -> Bool {
    (try? resolved(for: panel)) != nil
  }

  /// Whether everything passes.
  package var isEmpty: Bool { expression.isEmpty }

  /// The filter with the panel's fields; throws where the panel lacks one.
  func resolved(for panel: Panel) throws(FilterError) -> FilterExpression<FilterName> {
    try expression.named { (name, test) throws(FilterError) in
      guard let found = panel.filterName(name) else {
        let names = panel.filterNames.joined(separator: ", ")
        throw FilterError("There is no \(name) in \(panel.rawValue), but \(names)")
      }
      if case .field(let field) = found, field.isNumeric, !test.isNumeric {
        throw FilterError("\(name) is held against a number or a time, such as 90s, 5m or 1h30m")
      }
      return found
    }
  }
}
