import WallboardEvents

/// Why a row needs somebody now, the most urgent first.
package enum Need: Hashable, Sendable {
  case waiting, criticalRisk, safetyConcern
  case alert(Severity)

  /// Its place among the needs of a panel; 0 is the most urgent.
  fileprivate var rank: Int {
    switch self {
    case .waiting, .alert(.critical): 0
    case .criticalRisk, .alert(.warning): 1
    case .safetyConcern: 2
    }
  }
}

/// A row that needs somebody now.
package struct NeedyRow: Equatable, Sendable {
  package let row: RowID
  package let need: Need
  /// Where it stands among the panel's rows; `nil` where the filter hides it.
  package let place: Int?
}

extension Board {
  /// Which of all the rows of a panel, the most urgent first, need somebody now, those with the same
  /// need together, and where they stand among those that are shown.
  func needyRows(of all: [RowID], in panel: Panel, shown: [RowID]) -> [NeedyRow] {
    let needs = needs(in: panel)
    guard !needs.isEmpty else { return [] }
    var places: [RowID: Int] = [:]
    for (place, row) in shown.enumerated() where needs[row] != nil {
      places[row] = place
      if places.count == needs.count { break }
    }
    let needy = all.lazy.compactMap { row in
      needs[row].map { NeedyRow(row: row, need: $0, place: places[row]) }
    }
    return needy.prefix(needs.count).sorted { $0.need.rank < $1.need.rank }
  }

  private func needs(in panel: Panel) -> [RowID: Need] {
    var needs: [RowID: Need] = [:]
    switch panel {
    case .calls:
      calls.forEachRow { call in
        if let need = call.need { needs[.call(call.callSID)] = need }
      }
    case .alerts:
      alerts.active.forEachRow(where: \.needsAttention) {
        needs[.alert($0.number)] = .alert($0.severity)
      }
    case .operators, .surfaces, .activity, .numbers: break
    }
    return needs
  }
}

extension Call {
  /// Whether its caller waits, or is in danger with no operator at their side.
  fileprivate var need: Need? {
    switch urgency {
    case 0: .waiting
    case 1 where !isTakenCareOf: .criticalRisk
    case 2 where !isTakenCareOf: hasSafetyConcern ? .safetyConcern : nil
    case _: nil
    }
  }
}

extension WallboardState {
  /// Puts the cursor on a row, and the focus on its panel, whose filter goes where it hides the row.
  mutating func reveal(_ row: RowID, in panel: Panel) {
    guard view.overlay == nil else { return }
    let isHidden = view.panels[panel]?.rows.contains(row) == false
    if isHidden, view.panels[panel]?.filter != nil, shown.rows(of: panel).contains(row) {
      setFilter(nil, of: panel)
    }
    select(row, in: panel)
  }
}
