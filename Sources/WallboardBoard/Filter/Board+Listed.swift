package import WallboardEvents

extension Board {
  /// Whether a row passes the filter of its panel; every row where the panel lacks a field that is
  /// asked for.
  package func passes(
    _ row: RowID, _ filter: Filter, of panel: Panel, _ disclosure: Disclosure
  ) -> Bool {
    !rows([row], of: panel, passing: filter, disclosure).isEmpty
  }

  /// The rows that pass the filter of a panel; all of them where the panel lacks a field that is
  /// asked for.
  func rows(
    _ rows: [RowID], of panel: Panel, passing filter: Filter, _ disclosure: Disclosure
  ) -> [RowID] {
    guard let expression = try? filter.resolved(for: panel) else { return rows }
    let fields = panel.fields
    // Made but once a row, and only where a word is looked for.
    var words = FoldedText()
    return rows.filter { row in
      words.removeAll()
      return withFields(of: row, disclosure) { value in
        expression.passes { name in
          switch name {
          case .field(let field): value(field)
          case .key: .text(row.key)
          }
        } hasWord: { word in
          if words.isEmpty { words.append(fields, of: row, value) }
          return words.contains(word)
        }
      } ?? false
    }
  }

  /// The rows in that order. What has no value comes last, whichever way they are sorted; rows of
  /// the same value stand as they stood.
  func rows(_ rows: [RowID], sortedBy order: SortOrder, _ disclosure: Disclosure) -> [RowID] {
    var sorted: [(key: SortKey, place: Int)] = []
    var absent: [RowID] = []
    for (place, row) in rows.enumerated() {
      let value = sortValue(of: order.field, in: row, disclosure)
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

  /// What the field holds. A column shows for how long somebody waited who waits no more: sorted by
  /// it, they stand by that.
  private func sortValue(
    of field: Field, in row: RowID, _ disclosure: Disclosure
  ) -> FieldValue {
    guard field == .wait, case .call(let id) = row else {
      return withFields(of: row, disclosure) { $0(field) } ?? .none
    }
    let waited: Int64? =
      calls.look(at: id) { $0.escalation?.waited(at: now) }
      ?? departed.look(at: id) { $0.call.escalation?.waited(at: $0.since) } ?? nil
    return waited.map(FieldValue.seconds) ?? .none
  }
}

extension FoldedText {
  /// Appends all that may be looked for in a row: its words, plain numbers and its key. How long
  /// something takes is no word.
  fileprivate mutating func append(
    _ fields: [Field], of row: RowID, _ value: (Field) -> FieldValue
  ) {
    append(row.key)
    for field in fields {
      appendNewline()
      switch value(field) {
      case .text(let text): append(text)
      case .number(let number):
        if let number = Int(exactly: number) { append(String(number)) }
      case .none, .seconds: break
      }
    }
  }
}
