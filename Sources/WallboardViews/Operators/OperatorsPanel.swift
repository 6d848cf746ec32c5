import WallboardBoard
import WallboardEvents
import WallboardScreen

struct OperatorRow: TableRow {
  let person: Operator
  /// Without its fraction of a second.
  let now: Timestamp
  let name: String
  /// Of the call that the operator is on.
  let service: String?

  static func columns(in width: Int) -> [Column<OperatorRow>] {
    [
      Column(.status, 11, rank: 0) { $0.person.statusPhrase($1) },
      Column(.since, 6, to: 7, rank: 2, alignment: .right) { row, _ in
        let seconds = row.person.statusSince.map { row.now.seconds(since: $0) }
        return StyledText(seconds.map(Durations.coarse) ?? "", .time)
      },
      Column(.name, 18, to: 28, rank: 0) { row, _ in
        StyledText(row.name, row.person.status == .offline ? .muted : .text)
      },
      Column(.mode, 10, rank: 1) { row, _ in mode(of: row.person) },
      Column(.time, 5, to: 8, rank: 3, alignment: .right) { row, _ in
        guard row.person.callSID != nil, let joinedAt = row.person.joinedAt else { return .empty }
        return StyledText(Durations.stopwatch(row.now.seconds(since: joinedAt)), .time)
      },
      Column(.service, 10, to: 26, rank: 4) { row, _ in StyledText(row.service ?? "") },
      Column(.type, 8, to: 14, rank: 6) { row, _ in
        StyledText(row.person.type?.spoken ?? "", .muted)
      },
      Column(.call, 7, rank: 5) { row, _ in StyledText(row.person.callSID?.short ?? "", .muted) },
    ]
  }

  private static func mode(of person: Operator) -> StyledText {
    guard person.callSID != nil else { return .empty }
    let role: StyleRole = person.mode == .takeover ? .withOperator : .info
    return StyledText(person.mode?.spoken ?? "on call", role)
  }
}

struct OperatorsPanel: PanelContent {
  static let title = "Operators"
  static let shortTitle = "Ops"
  static let emptyTitle = "No operators"
  static let emptyExplanation = "Operators appear here once they have an account."
  static let sources: [SnapshotSource] = [.operators]
  static let isCountedWhileHidden = true

  let context: FrameContext

  var count: Int? { board.operators.count }

  var concern: StyledText? {
    counted(board.operators.count(where: \.isOnline), "available", .operatorOnline)
  }

  func row(_ id: RowID) -> OperatorRow? {
    guard case .operator(let id) = id, let person = board.operators[id] else { return nil }
    let call = person.callSID.flatMap { board.calls[$0] }
    return OperatorRow(
      person: person, now: context.wholeSecond, name: board.name(of: id),
      service: call.flatMap { board.serviceName(of: $0) })
  }

  func detail(of id: RowID) -> (title: String, facts: [Fact])? {
    guard case .operator(let id) = id else { return nil }
    let facts = board.operators[id].map(OperatorDetail(context: context).facts)
    return (
      "Operator \(board.name(of: id))",
      facts ?? Fact.gone("This operator is no longer on the board.")
    )
  }
}

extension Operator {
  fileprivate func statusPhrase(_ glyphs: GlyphSet) -> StyledText {
    switch status {
    case .known(.online): StyledText(.available, glyphs, "available")
    case .known(.busy): StyledText(.busy, glyphs, "busy")
    case .known(.offline): StyledText(.offline, glyphs, "offline")
    case .other(let word): StyledText(.otherStatus, glyphs, word.spoken)
    case nil: StyledText(.unknown, glyphs, "unknown")
    }
  }
}

/// Everything that is known of an operator.
struct OperatorDetail: RegionMaker {
  let context: FrameContext

  func facts(of person: Operator) -> [Fact] {
    var list = FactList(context)
    let status = person.statusPhrase(glyphs)
    list.add("Name", board.name(of: person.operatorID))
    list.add("Status", person.status?.spoken ?? "not known yet", status.role)
    list.add("Since", at: person.statusSince)
    list.add("Type", person.type?.spoken)
    if let callSID = person.callSID {
      list.heading("On a call")
      list.add("Service", board.calls.look(at: callSID) { board.serviceName(of: $0) } ?? nil)
      list.add("Mode", person.mode?.spoken)
      list.add("Joined", at: person.joinedAt)
      list.add("Call", callSID.rawValue, .identifier)
    }
    list.heading("IDs")
    list.add("Operator", person.operatorID.rawValue, .identifier)
    return list.facts
  }
}
