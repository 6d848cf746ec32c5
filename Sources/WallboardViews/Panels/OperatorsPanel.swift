import OrderedCollections
import WallboardCore
import WallboardScreen

extension Scene {
  func drawOperators(in frame: PanelFrame, on page: inout Page) {
    drawTable(
      .operators, OperatorColumns.all, in: frame, on: &page.canvas, drawn: &page.operators
    ) { row in
      guard case .operator(let id) = row else { return nil }
      return board.operators[id].map(seated)
    }
  }

  private func seated(_ person: Operator) -> SeatedOperator {
    let call = person.callSID.flatMap { board.calls[$0] }
    return SeatedOperator(person: person, service: call.flatMap { board.serviceName(of: $0) })
  }
}

/// An operator, and the service of the call that the operator is on.
struct SeatedOperator: Equatable {
  let person: Operator
  let service: String?
}

/// The columns of the operators.
enum OperatorColumns {
  static let all: [Column<SeatedOperator>] = [
    Column("STATUS", 9, rank: 0) { $0.person.statusPhrase($1.glyphs) },
    Column("FOR", 6, to: 7, rank: 2, alignment: .right) { seat, scene in
      let seconds = seat.person.statusSince.map { scene.now.seconds(since: $0) }
      return Phrase(seconds.map(Durations.coarse) ?? "", .time)
    },
    Column("NAME", 18, to: 28, rank: 0) { seat, scene in
      let role: StyleRole = seat.person.status == .offline ? .muted : .text
      return Phrase(scene.board.name(of: seat.person.operatorID), role)
    },
    Column("MODE", 8, rank: 1) { seat, _ in mode(of: seat.person) },
    Column("TIME", 5, to: 8, rank: 3, alignment: .right) { seat, scene in
      guard seat.person.callSID != nil, let joinedAt = seat.person.joinedAt else { return .empty }
      return Phrase(Durations.stopwatch(scene.now.seconds(since: joinedAt)), .time)
    },
    Column("SERVICE", 10, to: 26, rank: 4) { seat, _ in Phrase(seat.service ?? "") },
    Column("CALL", 7, rank: 5) { seat, _ in Phrase(seat.person.callSID?.short ?? "", .muted) },
  ]

  private static func mode(of person: Operator) -> Phrase {
    guard person.callSID != nil else { return .empty }
    let role: StyleRole = person.mode == .takeover ? .withOperator : .info
    return Phrase(person.mode?.word ?? "on call", role)
  }
}

extension Operator {
  func statusPhrase(_ glyphs: GlyphSet) -> Phrase {
    switch status {
    case .known(.online): Phrase("\(glyphs.filledDot) online", .operatorOnline)
    case .known(.busy): Phrase("\(glyphs.halfDot) busy", .operatorBusy)
    case .known(.offline): Phrase("\(glyphs.hollowDot) offline", .operatorOffline)
    case .other(let word): Phrase("\(glyphs.bullet) \(word)")
    case nil: Phrase("? unknown", .muted)
    }
  }
}
