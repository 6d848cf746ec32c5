import WallboardBoard
import WallboardEvents
import WallboardScreen

/// A call that its panel lists: one that is live, or one that ended a moment ago.
struct ListedCall {
  let call: Call
  /// How it ended.
  var ending: EndedCall?
}

extension Scene {
  func drawCalls(in frame: PanelFrame, on page: inout Page) {
    drawTable(.calls, CallColumns.all, in: frame, on: &page.canvas, drawn: &page.calls) { row in
      guard case .call(let id) = row else { return nil }
      if let call = board.calls[id] { return ListedCall(call: call) }
      return board.departed[id].map { ListedCall(call: $0.call, ending: $0.ending) }
    }
  }
}

/// The columns of the calls.
enum CallColumns {
  static let all: [Column<ListedCall>] = [
    Column(.state, 16, rank: 0, phrase: state),
    Column(.time, 7, to: 8, rank: 1, alignment: .right, phrase: duration),
    Column(.wait, 6, to: 7, rank: 6, alignment: .right, phrase: wait),
    Column(.direction, 5, rank: 7, title: "DIR") { direction($0.call, $1) },
    Column(.service, 12, good: 15, to: 24, rank: 2) { listed, scene in
      Phrase(scene.board.serviceName(of: listed.call) ?? "")
    },
    Column(.caller, 11, to: 14, rank: 3) { caller($0.call, $1) },
    Column(.operator, 11, good: 13, to: 20, rank: 4) { operators($0.call, $1) },
    Column(.mode, 8, rank: 9) { mode($0.call, $1) },
    Column(.why, 13, good: 26, to: 60, rank: 5) { why($0.call, $1) },
    Column(.risk, 8, rank: 10) { listed, _ in
      Phrase(listed.call.riskLevel?.words ?? "", listed.call.riskRole)
    },
    Column(.emotion, 10, to: 14, rank: 11) { listed, _ in
      Phrase(listed.call.emotion?.string.withoutUnderscores ?? "")
    },
    Column(.turns, 6, rank: 13, alignment: .right) { listed, _ in
      Phrase(listed.call.turnCount.map(String.init) ?? "", .time)
    },
    Column(.graph, 12, to: 24, rank: 12) { listed, _ in
      Phrase(listed.call.currentState?.string.withoutUnderscores ?? "")
    },
    Column(.call, 7, rank: 8) { listed, _ in Phrase(listed.call.callSID.short, .muted) },
  ]

  private static func state(_ listed: ListedCall, _ scene: Scene) -> Phrase {
    let standing =
      listed.ending.map { CallStanding.ended($0.completionReason, gaveUp: $0.gaveUp) }
      ?? CallStanding(listed.call, at: scene.now)
    return standing.phrase(scene.glyphs)
  }

  private static func duration(_ listed: ListedCall, _ scene: Scene) -> Phrase {
    if let ending = listed.ending {
      return Phrase(Durations.seconds(ending.duration).map(Durations.stopwatch) ?? "", .time)
    }
    let time = Durations.stopwatch(scene.now.seconds(since: listed.call.since))
    // Of a call that was only inferred nobody saw the beginning.
    return Phrase(listed.call.startedAt == nil ? "≥" + time : time, .time)
  }

  /// How long the caller waits; of one who waits no more, how long it was.
  private static func wait(_ listed: ListedCall, _ scene: Scene) -> Phrase {
    guard let escalation = listed.call.escalation else { return .empty }
    let isWaiting = escalation.isWaiting && listed.ending == nil
    guard let seconds = escalation.waited(at: scene.now) else {
      return isWaiting ? Phrase("?", .waiting) : .empty
    }
    return Phrase(Durations.wait(seconds), isWaiting ? .waiting : .time)
  }

  private static func direction(_ call: Call, _ scene: Scene) -> Phrase {
    switch call.direction {
    case .known(.inbound): Phrase("\(scene.glyphs.arrowDown) in", .inbound)
    case .known(.outbound): Phrase("\(scene.glyphs.arrowUp) out", .outbound)
    case .known(.playground): Phrase("play", .muted)
    case .known(.simulated): Phrase("sim", .muted)
    case .known(.test), .other: Phrase(call.direction?.words ?? "", .muted)
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
    // Who only listens does not help the caller.
    let mark = first.mode == .known(.listen) ? "\(scene.glyphs.hollowDot) " : ""
    return Phrase(mark + scene.board.name(of: first.operatorID) + others)
  }

  private static func mode(_ call: Call, _ scene: Scene) -> Phrase {
    Phrase(call.operators.first?.mode?.words ?? "", .muted)
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
    case .known(.low), .known(.medium), .other, nil: isAtRisk ? .warning : .text
    }
  }
}
