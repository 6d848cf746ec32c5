import WallboardEvents

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
      return (nil, error.brief)
    }
  }

  /// Whether the panel has all the fields that are asked for.
  package func fits(_ panel: Panel) -> Bool {
    (try? resolved(for: panel)) != nil
  }

  /// Whether everything passes.
  package var isEmpty: Bool { expression.isEmpty }

  /// A filter that asks one thing of a field.
  static func asking(_ name: String, _ relation: FilterRelation, _ text: FoldedText) -> Filter {
    let test = FilterTest(relation: relation, operands: [.value(text, nil)])
    return Filter("", .test(name, test))
  }

  /// The filter with the panel's fields; throws where the panel lacks one.
  func resolved(for panel: Panel) throws(FilterError) -> FilterExpression<FilterName> {
    try expression.named { (name, test) throws(FilterError) in
      guard let found = panel.filterName(name) else {
        throw FilterError.unknownField(name, of: panel.things, panel.filterNames)
      }
      if case .field(let field) = found, field.isNumeric, !test.isNumeric {
        throw FilterError("\(name) takes a number or a time, such as 90s, 5m or 1h30m")
      }
      return found
    }
  }
}

/// Why a filter cannot be used; the description names the valid choices.
package struct FilterError: Error, Equatable, CustomStringConvertible {
  package let description: String
  /// The same for whoever is still typing, on a line beside it: what helps, without all choices.
  let brief: String

  /// An error that is told so.
  package init(_ description: String, brief: String? = nil) {
    self.description = description
    self.brief = brief ?? description
  }

  static func unknownField(_ name: String, of things: String, _ names: [String]) -> FilterError {
    let near = NearWords.of(name.lowercased(), among: names).prefix(2)
    let hint =
      near.isEmpty
      ? "try \(names.prefix(3).joined(separator: ", "))"
      : "did you mean \(near.joined(separator: " or "))?"
    return FilterError(
      "Unknown field: \(name). The fields of \(things) are \(names.joined(separator: ", "))",
      brief: "Unknown field: \(name.shortened); \(hint)")
  }
}

/// What a filter of a panel can ask for by its name.
enum FilterName: Hashable, Sendable {
  case field(Field)
  /// The key of the row's thing.
  case key
}

extension Panel {
  /// What a name in a filter stands for; `nil` where the panel has no such field.
  func filterName(_ name: String) -> FilterName? {
    let name = name.lowercased()
    if let field = Field(rawValue: name), fields.contains(field) { return .field(field) }
    return filterAliases.first { $0.alias == name }?.name
  }

  /// The names in a filter of the panel, for whoever mistyped one.
  var filterNames: [String] {
    fields.map(\.rawValue) + filterAliases.map(\.alias)
  }
}

extension Filter {
  /// The words that a row shows if it passes, of a filter that may not be complete yet: no names of
  /// fields, operators, negations and comparisons.
  package static func soughtWords(in text: String) -> [String] {
    text.lowercased().split(separator: " ").compactMap(soughtWord)
  }

  private static func soughtWord(_ term: Substring) -> String? {
    let isOperator = term == "or" || term == "and" || term == "not"
    guard !isOperator, !term.hasPrefix("-"), !term.hasPrefix("!"),
      !term.contains(where: { "<>".contains($0) })
    else { return nil }
    let word = term.firstIndex(of: ":").map { term[term.index(after: $0)...] } ?? term
    let plain = word.filter { !"\"()".contains($0) }
    return plain.isEmpty ? nil : plain
  }
}

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
