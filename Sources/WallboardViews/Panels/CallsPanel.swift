import OrderedCollections
import WallboardCore
import WallboardScreen

extension Scene {
  func drawCalls(in frame: PanelFrame, on page: inout Page) {
    drawTable(.calls, CallColumns.all, in: frame, on: &page.canvas, drawn: &page.calls) { row in
      guard case .call(let id) = row else { return nil }
      return board.calls[id]
    }
  }
}

/// The columns of the calls.
enum CallColumns {
  static let all: [Column<Call>] = [
    Column("STATE", 16, rank: 0) { call, scene in
      CallStanding(call, at: scene.now).phrase(scene.glyphs)
    },
    Column("TIME", 7, to: 8, rank: 1, alignment: .right, phrase: duration),
    Column("DIRECTION", 10, rank: 6, phrase: direction),
    Column("SERVICE", 12, to: 24, rank: 3) { call, scene in
      Phrase(scene.board.serviceName(of: call) ?? "")
    },
    Column("CALLER", 11, to: 14, rank: 5, phrase: caller),
    Column("OPERATOR", 10, to: 20, rank: 2, phrase: operators),
    Column("MODE", 8, rank: 8, phrase: mode),
    Column("WHY", 16, to: 80, rank: 4, phrase: why),
    Column("CALL", 7, rank: 7) { call, _ in Phrase(call.callSID.short, .muted) },
  ]

  private static func duration(_ call: Call, _ scene: Scene) -> Phrase {
    let time = Durations.stopwatch(scene.now.seconds(since: call.since))
    // Of a call that was only inferred nobody saw the beginning.
    return Phrase(call.startedAt == nil ? "≥" + time : time, .time)
  }

  private static func direction(_ call: Call, _ scene: Scene) -> Phrase {
    switch call.direction {
    case .known(.inbound): Phrase("\(scene.glyphs.arrowDown) inbound", .inbound)
    case .known(.outbound): Phrase("\(scene.glyphs.arrowUp) outbound", .outbound)
    case .known(.playground), .known(.simulated), .known(.test), .other:
      Phrase(call.direction?.word ?? "", .muted)
    case nil: .empty
    }
  }

  private static func caller(_ call: Call, _ scene: Scene) -> Phrase {
    guard let caller = call.callerID, !caller.isEmpty else { return .empty }
    return Phrase(
      caller.label("caller", scene.disclosure),
      scene.disclosure.identifiers ? .identifier : .masked)
  }

  private static func operators(_ call: Call, _ scene: Scene) -> Phrase {
    guard let first = call.operators.first else { return .empty }
    let others = call.operators.count > 1 ? " +\(call.operators.count - 1)" : ""
    return Phrase(scene.board.name(of: first.operatorID) + others)
  }

  private static func mode(_ call: Call, _ scene: Scene) -> Phrase {
    Phrase(call.operators.first?.mode?.word ?? "", .muted)
  }

  private static func why(_ call: Call, _ scene: Scene) -> Phrase {
    let words = CallReasons(call, scene.disclosure).words
    return Phrase(words.joined(separator: " \(scene.glyphs.separator) "), call.riskRole)
  }
}

extension Call {
  var riskRole: StyleRole {
    switch riskLevel {
    case .known(.critical): .critical
    case .known(.high): .warning
    case .known(.low), .known(.medium), .other, nil: .text
    }
  }
}
