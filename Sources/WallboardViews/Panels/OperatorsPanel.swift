import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  func drawOperators(in frame: PanelFrame, on page: inout Page) {
    drawTable(
      .operators, OperatorColumns.all, in: frame, on: &page.canvas, drawn: &page.operators
    ) { row in
      guard case .operator(let id) = row else { return nil }
      return board.operators[id]
    }
  }
}

/// The columns of the operators.
enum OperatorColumns {
  static let all: [Column<Operator>] = [
    Column(.status, 9, rank: 0) { $0.statusPhrase($1.glyphs) },
    Column(.since, 6, to: 7, rank: 2, alignment: .right) { person, scene in
      let seconds = person.statusSince.map { scene.now.seconds(since: $0) }
      return Phrase(seconds.map(Durations.coarse) ?? "", .time)
    },
    Column(.name, 18, to: 28, rank: 0) { person, scene in
      let role: StyleRole = person.status == .offline ? .muted : .text
      return Phrase(scene.board.name(of: person.operatorID), role)
    },
    Column(.mode, 8, rank: 1) { person, _ in mode(of: person) },
    Column(.time, 5, to: 8, rank: 3, alignment: .right) { person, scene in
      guard person.callSID != nil, let joinedAt = person.joinedAt else { return .empty }
      return Phrase(Durations.stopwatch(scene.now.seconds(since: joinedAt)), .time)
    },
    Column(.service, 10, to: 26, rank: 4) { person, scene in
      let call = person.callSID.flatMap { scene.board.calls[$0] }
      return Phrase(call.flatMap { scene.board.serviceName(of: $0) } ?? "")
    },
    Column(.type, 8, to: 14, rank: 6) { person, _ in
      Phrase(person.type?.string.withoutUnderscores ?? "", .muted)
    },
    Column(.call, 7, rank: 5) { person, _ in Phrase(person.callSID?.short ?? "", .muted) },
  ]

  private static func mode(of person: Operator) -> Phrase {
    guard person.callSID != nil else { return .empty }
    let role: StyleRole = person.mode == .takeover ? .withOperator : .info
    return Phrase(person.mode?.words ?? "on call", role)
  }
}

extension Operator {
  func statusPhrase(_ glyphs: GlyphSet) -> Phrase {
    switch status {
    case .known(.online): Phrase("\(glyphs.filledDot) online", .operatorOnline)
    case .known(.busy): Phrase("\(glyphs.halfDot) busy", .operatorBusy)
    case .known(.offline): Phrase("\(glyphs.hollowDot) offline", .operatorOffline)
    case .other(let word): Phrase("\(glyphs.bullet) \(word.string.withoutUnderscores)")
    case nil: Phrase("? unknown", .muted)
    }
  }
}
