import DequeModule
package import WallboardEvents

extension Board {
  /// What a field of the row's thing holds, as far as the disclosure allows: nothing that is not
  /// shown can be filtered or sorted by.
  package func value(
    of field: Field, in row: RowID, _ disclosure: Disclosure
  ) -> FieldValue {
    withFields(of: row, disclosure) { $0(field) }?.shown ?? .none
  }

  /// Finds the row's thing, once, and hands over what its fields hold; `nil` where there is no such
  /// thing any more. Things are looked at where they are: a call is more than a field of it.
  func withFields<Result>(
    of row: RowID, _ disclosure: Disclosure, _ body: ((Field) -> FieldValue) -> Result
  ) -> Result? {
    switch row {
    case .call(let id): withFields(of: id, disclosure, body)
    case .operator(let id):
      operators.look(at: id) { person in body { person.value(of: $0, in: self) } }
    case .surface(let id):
      surfaces.look(at: id) { surface in body { surface.value(of: $0, at: now, disclosure) } }
    case .activity(let sequence):
      activity.entry(sequence).map { entry in
        body { entry.value(of: $0, in: self, disclosure) }
      }
    case .alert(let number):
      alerts.alert(number).map { alert in body { alert.value(of: $0, in: self, disclosure) } }
    case .metric(let metric):
      body { value(of: $0, of: metric) }
    }
  }

  private func withFields<Result>(
    of id: CallSID, _ disclosure: Disclosure, _ body: ((Field) -> FieldValue) -> Result
  ) -> Result? {
    let live = calls.look(at: id) { call in
      body { call.value(of: $0, at: now, in: self, disclosure) }
    }
    return live
      ?? departed.look(at: id) { call in body { call.value(of: $0, in: self, disclosure) } }
  }
}

extension FieldValue {
  /// The words, or nothing where there are none.
  init(_ words: String?) {
    self = words.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none
  }

  /// The value without words that are only looked for.
  fileprivate var shown: FieldValue {
    guard case .text(let words) = self, let end = words.firstIndex(of: "\n") else { return self }
    return .text(String(words[..<end]))
  }
}
