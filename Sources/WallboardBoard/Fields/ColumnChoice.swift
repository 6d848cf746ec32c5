/// Which of a panel's fields are shown as columns, and in which order. At least one always is.
package struct ColumnChoice: Equatable, Sendable {
  private let panel: Panel
  /// The columns in their order.
  package private(set) var shown: [Field]

  /// What the person chose, as far as the panel has such fields; the default columns where nothing
  /// of it is left, and for `nil`.
  package init(_ panel: Panel, _ columns: [Field]?) {
    self.panel = panel
    var others = Set(panel.fields)
    let known = (columns ?? []).filter { others.remove($0) != nil }
    shown = known.isEmpty ? panel.defaultColumns : known
  }

  /// All fields of the panel as a list to choose from: a hidden one stands behind the one that it
  /// follows by default, so that the list stays as it is when a column is shown or hidden.
  package var listed: [Field] {
    var list = shown
    for (before, field) in zip([nil] + panel.fields, panel.fields) where !shown.contains(field) {
      let place = before.flatMap { list.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      list.insert(field, at: place)
    }
    return list
  }

  /// The choice as it is remembered; `nil` for the default one.
  var columns: [Field]? { shown == panel.defaultColumns ? nil : shown }

  /// Shows a hidden column where the list has it, hides a shown one.
  mutating func toggle(_ field: Field) {
    guard let index = shown.firstIndex(of: field) else {
      let before = listed.prefix { $0 != field }
      return shown.insert(field, at: before.filter(shown.contains).count)
    }
    if shown.count > 1 { shown.remove(at: index) }
  }

  /// Moves a shown column so many places to the end; to the front where it is negative.
  mutating func move(_ field: Field, by step: Int) {
    guard let index = shown.firstIndex(of: field) else { return }
    let (sum, overflow) = index.addingReportingOverflow(step)
    let target = overflow ? (step < 0 ? 0 : .max) : sum
    shown.remove(at: index)
    shown.insert(field, at: min(max(0, target), shown.count))
  }
}

extension Panel {
  /// The columns that are shown unless a person chooses others, as far as there is room.
  package var defaultColumns: [Field] {
    switch self {
    case .calls:
      [.state, .time, .wait, .direction, .service, .caller, .operator, .mode, .why, .call]
    case .operators: [.status, .since, .name, .mode, .time, .service, .call]
    case .surfaces, .activity, .alerts, .numbers: fields
    }
  }
}
