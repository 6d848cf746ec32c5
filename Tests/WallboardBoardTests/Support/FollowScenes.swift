import DequeModule
import OrderedCollections

@testable import WallboardBoard
@testable import WallboardEvents

extension Scene {
  /// A board with the calls in order, of which the first is followed and heard, and its story asked for.
  static func following(_ call: CallSID = "A", beside others: CallSID...) -> Scene {
    var scene = Scene()
    for other in [call] + others { scene.tell(.started(other), at: 0) }
    scene.frame(at: 0)
    scene.intend(.open)
    scene.observe(.open, at: 0)
    scene.frame(at: 0)
    return scene
  }

  /// What the observer of a call tells, one event a second from that second on.
  mutating func hear(_ events: ObserverEvent..., on call: CallSID = "A", from seconds: Int64 = 1) {
    for (index, event) in events.enumerated() {
      let at = second(seconds + Int64(index))
      act(.observed(ReceivedObserverEvent(callSID: call, at: at, event: event, size: 100)))
    }
  }

  @discardableResult
  mutating func observe(
    _ phase: ObserverPhase, on call: CallSID = "A", at seconds: Int64
  ) -> [Effect] {
    act(.observer(ObserverChange(call, phase, at: second(seconds))))
  }

  /// The connection is lost, and comes again.
  mutating func interruptObserver(of call: CallSID = "A", from loss: Int64, to return: Int64) {
    let next = second(`return`)
    observe(.waiting(until: next, attempt: 1, reason: "1006"), on: call, at: loss)
    observe(.connecting(attempt: 1), on: call, at: `return`)
    observe(.open, on: call, at: `return`)
  }

  /// A frame in which the panes come to stand there.
  @discardableResult
  mutating func frame(at seconds: Int64, panes: [CallSID: PanePosition]) -> [Effect] {
    act(.frame(Frame(now: second(seconds), panes: panes)))
  }

  func observation(of call: CallSID = "A") -> Observation? { board.observations[call] }

  func facts(of call: CallSID = "A") -> ObservedFacts? { observation(of: call)?.facts }

  /// The time line in words.
  func story(of call: CallSID = "A") -> [String] {
    observation(of: call)?.timeline.entries.map(\.story) ?? []
  }

  func entries(of call: CallSID = "A") -> [TimelineEntry] {
    observation(of: call).map { Array($0.timeline.entries) } ?? []
  }
}

extension TimelineEntry {
  /// The entry in words, its marks included.
  var story: String {
    switch content {
    case .utterance(let line): line.story
    case .tool(let run): run.story
    case .turn(let stages): "turn: \(stages.story)"
    case .event(let event): event.name
    case .malformed(let reason): "malformed: \(reason)"
    case .degraded(let name, let faults): "\(name): \(faults.summary)"
    case .leftOut(let turns, let parts): "left out: \(turns) turns, \(parts) parts"
    case .gap(let seconds): "gap of \(seconds) s"
    case .ended(let ending):
      "ended: \(ending.reason?.word ?? "?") \(ending.duration.map { "\($0) s" } ?? "?")"
    }
  }
}

private let everything = Privacy(mode: .open, pseudonyms: PseudonymKey(1, 2)).output

extension Utterance {
  fileprivate var story: String {
    var parts = ["\(speaker.role): \(text.map { $0.reveal(everything)?.string ?? "▒" } ?? "?")"]
    switch state {
    case .speaking: parts.append("speaking")
    case .partial: parts.append("partial")
    case .cutOff: parts.append("cut off")
    case .final: break
    }
    if isInterrupted { parts.append("interrupted") }
    if isBargeIn { parts.append("bargeIn") }
    if let filler { parts.append("filler \(filler)") }
    parts += unspoken.map { "not said: \($0.reveal(everything)?.string ?? "▒")" }
    return parts.joined(separator: " | ")
  }
}

extension TurnStages {
  /// What is known of it, such as `caller 1200, answer 800`.
  var story: String {
    let known: [(String, Double?)] = [
      ("caller", callerSpeech), ("answer", answer), ("engine", engine), ("navigation", navigation),
      ("rendering", rendering), ("audio", firstAudio),
    ]
    let lengths =
      known + tools.map { ($0.name?.string ?? "?", $0.milliseconds) } + [("AI", agentSpeech)]
    return lengths.compactMap { name, length in length.map { "\(name) \(Int($0))" } }
      .joined(separator: ", ")
  }
}

extension ToolRun {
  fileprivate var story: String {
    var parts = [String(repeating: "- ", count: depth) + (name?.string ?? "?"), status.rawValue]
    if let durationMilliseconds { parts.append("\(Int(durationMilliseconds)) ms") }
    if let failure { parts.append(failure.reveal(everything)?.string ?? "▒") }
    return parts.joined(separator: " | ")
  }
}
