import WallboardEvents

/// By what the rows of a panel are sorted, instead of by urgency.
package struct SortOrder: Hashable, Codable, Sendable {
  package var field: Field
  package var isDescending: Bool

  /// That order.
  package init(_ field: Field, isDescending: Bool = false) {
    self.field = field
    self.isDescending = isDescending
  }

  /// The way round in which people want to see the field first: the longest wait before the others.
  package init(firstBy field: Field) {
    self.init(field, isDescending: field.startsDescending)
  }
}

/// What a row is sorted by.
private enum SortKey: Comparable {
  case number(Double)
  case text(FoldedText)

  /// The key of a field's value; `nil` where there is none.
  init?(_ value: FieldValue, of field: Field) {
    switch value {
    case .none: return nil
    case .number(let number):
      guard !number.isNaN else { return nil }
      self = .number(number)
    case .seconds(let seconds): self = .number(Double(seconds))
    case .text(let words):
      let word = words.prefix { $0 != "\n" }
      guard let ranks = field.wordsInOrder else {
        self = .text(FoldedText(String(word)))
        return
      }
      self = .number(Double(ranks.firstIndex(of: String(word)) ?? ranks.count))
    }
  }
}

extension Field {
  /// The words of a field that have an order of their own, the most urgent or the first first.
  fileprivate var wordsInOrder: [String]? {
    switch self {
    case .state: Self.states
    case .status: Self.statuses
    case .stage: Self.stages
    case .severity: Self.severities
    case .risk: Self.risks
    case _: nil
    }
  }

  /// How a call stands, then how an alert does.
  private static let states =
    [CallState.waiting, .withOperator, .handback, .listened, .new, .live].map(\.word)
    + ["open", "acknowledged", "over"]

  private static let statuses =
    [OperatorStatus.busy, .online, .offline].map(\.spoken) + ["unknown"]

  private static let severities = Severity.allCases.reversed().map(\.word)

  private static let risks = [RiskLevel.critical, .high, .medium, .low].map(\.rawValue)

  private static let stages = [
    SurfaceStage.created, .delivered, .opened, .inProgress, .submitted, .pendingReview, .approved,
    .rejected, .archived,
  ].map(\.spoken)
}

extension SortOrder {
  /// The order as `config.toml` has it: a field, and `asc` or `desc` behind it; without either the
  /// smallest comes first.
  package var words: String { field.rawValue + (isDescending ? " desc" : "") }

  /// Reads such words; `nil` for others.
  package init?(_ words: String) {
    let parts = words.split(separator: " ")
    guard (1...2).contains(parts.count), let field = Field(rawValue: String(parts[0])) else {
      return nil
    }
    switch parts.dropFirst().first {
    case nil, "asc": self.init(field)
    case "desc": self.init(field, isDescending: true)
    case .some: return nil
    }
  }
}

extension Board {
  /// The rows in that order. What has no value comes last, whichever way they are sorted; rows of
  /// the same value stand as they stood.
  func rows(_ rows: [RowID], sortedBy order: SortOrder, _ disclosure: Disclosure) -> [RowID] {
    var sorted: [(key: SortKey, place: Int)] = []
    var absent: [RowID] = []
    for (place, row) in rows.enumerated() {
      let value = value(of: order.field, in: row, disclosure)
      if let key = SortKey(value, of: order.field) {
        sorted.append((key, place))
      } else {
        absent.append(row)
      }
    }
    sorted.sort { left, right in
      if left.key == right.key { return left.place < right.place }
      return (left.key < right.key) != order.isDescending
    }
    return sorted.map { rows[$0.place] } + absent
  }
}

extension WallboardState {
  /// Sorts the focused panel by its next column; after the last by urgency again.
  mutating func sortByNextColumn() {
    let columns = ColumnChoice(view.focus, view.panels[view.focus]?.columns).shown
    let current = view.panels[view.focus]?.sort.flatMap { columns.firstIndex(of: $0.field) }
    let isSorted = view.panels[view.focus]?.sort != nil
    // A column that is hidden now has no next one.
    let next = isSorted ? current.map { $0 + 1 } ?? 0 : 0
    sort(view.focus, in: columns.indices.contains(next) ? SortOrder(firstBy: columns[next]) : nil)
  }

  mutating func reverseSort() {
    view.panels[view.focus, default: PanelView()].reverse()
    rearrange(view.focus)
  }

  /// Sorts the panel by that field, or the other way round where it is sorted by it; by urgency
  /// where it is `nil`. A field that the panel lacks changes nothing.
  mutating func sort(_ panel: Panel, by field: Field?) {
    guard let field else { return sort(panel, in: nil) }
    guard panel.fields.contains(field) else { return }
    if let order = view.panels[panel]?.sort, order.field == field {
      sort(panel, in: SortOrder(field, isDescending: !order.isDescending))
    } else {
      sort(panel, in: SortOrder(firstBy: field))
    }
  }

  private mutating func sort(_ panel: Panel, in order: SortOrder?) {
    view.panels[panel, default: PanelView()].sort = order
    view.panels[panel]?.isUrgencyReversed = false
    rearrange(panel)
  }
}

extension PanelView {
  fileprivate mutating func reverse() {
    if sort == nil { isUrgencyReversed.toggle() } else { sort?.isDescending.toggle() }
  }
}
