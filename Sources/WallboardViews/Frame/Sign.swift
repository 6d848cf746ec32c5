import WallboardBoard
import WallboardEvents
import WallboardScreen

/// A sign that stands in a row, in the order of urgency. What draws it and what explains it are this
/// one value, so that no sign is explained as another.
enum Sign: Int, CaseIterable, Comparable, Sendable {
  case critical, warning, waiting, problem, fault, gap
  // Of calls.
  case withOperator, backWithAI, monitored, otherState
  // Of forms and alerts.
  case toReview, rejected, approved, acknowledged, over
  // Of operators.
  case busy, available, offline, otherStatus
  // Of a followed call.
  case toolFailed, toolRunning, toolDone, toolUnfinished
  case transferFailed, muted, interrupted
  case caller, ai, operatorOnCall, somebody
  case speaking, provisional
  case callerSpeech, navigationTime, renderingTime, engineTime, audioTime, toolTime, aiSpeech
  case step, transfer, joined, left, unmuted, aboutCall, technical
  // Of rows.
  case followed, new, changed, endedBadly, endedWell, ended, reconnected
  case beginning, inbound, outbound
  case progress, fieldsSaved, trend, history
  case atLeast, untold, unknown, hidden
  case selected

  static func < (left: Sign, right: Sign) -> Bool { left.rawValue < right.rawValue }

  /// As it is drawn; of one that is a row of signs, or has a number, an example.
  func text(_ glyphs: GlyphSet) -> String {
    switch self {
    case .critical: String(Severity.critical.mark(glyphs))
    case .warning, .problem, .fault: String(Severity.warning.mark(glyphs))
    case .waiting: String(glyphs.waiting)
    case .gap, .reconnected: String(repeating: glyphs.gap, count: 4)
    case .withOperator, .available: String(glyphs.filledDot)
    case .backWithAI, .otherState, .toReview, .busy, .toolRunning: String(glyphs.halfDot)
    case .monitored, .acknowledged, .offline, .toolUnfinished, .somebody, .left:
      String(glyphs.hollowDot)
    case .approved, .over, .toolDone: String(glyphs.check)
    case .rejected, .endedBadly, .toolFailed, .transferFailed, .muted: String(glyphs.failure)
    case .otherStatus, .interrupted, .joined, .unmuted, .aboutCall, .changed, .ended, .beginning:
      String(glyphs.bullet)
    case .endedWell: String(glyphs.wellEnded)
    case .caller, .selected: String(glyphs.pointer)
    case .ai: String(glyphs.pointerBack)
    case .operatorOnCall: String(glyphs.diamond)
    case .followed: "\(glyphs.diamond)1"
    case .speaking: String(glyphs.caret)
    case .provisional: String(glyphs.ellipsis)
    case .step, .transfer: String(glyphs.arrowRight)
    case .technical: String(glyphs.separator)
    case .callerSpeech: fill(0, glyphs)
    case .navigationTime: fill(1, glyphs)
    case .renderingTime: fill(2, glyphs)
    case .engineTime: fill(3, glyphs)
    case .audioTime: fill(4, glyphs)
    case .toolTime: fill(5, glyphs)
    case .aiSpeech: fill(6, glyphs)
    case .new: "+"
    case .inbound: String(glyphs.arrowDown)
    case .outbound: String(glyphs.arrowUp)
    case .progress: String([glyphs.filledDot, glyphs.halfDot, glyphs.hollowDot])
    case .fieldsSaved: String([glyphs.gaugeFull, glyphs.gaugeEmpty])
    case .trend, .history: String([glyphs.levels.first, glyphs.levels.last].compactMap(\.self))
    case .atLeast: "≥"
    case .untold: "–"
    case .unknown: "?"
    case .hidden: Privacy.mask
    }
  }

  private func fill(_ index: Int, _ glyphs: GlyphSet) -> String {
    String(glyphs.fills.dropFirst(index).prefix(1))
  }

  /// The style that it has, where its row has no other.
  var role: StyleRole {
    switch self {
    case .critical: Severity.critical.role
    case .warning, .problem, .fault: Severity.warning.role
    case .waiting: .waiting
    case .gap: .gap
    case .withOperator: .withOperator
    case .backWithAI, .monitored, .step, .trend: .info
    case .otherState, .transfer, .muted, .unmuted, .joined, .left, .changed: .notice
    case .toReview: .surfaceReview
    case .rejected: .surfaceRejected
    case .approved: .surfaceDone
    case .acknowledged: .alertAcknowledged
    case .available: .operatorOnline
    case .busy: .operatorBusy
    case .offline: .operatorOffline
    case .toolRunning: .toolRunning
    case .toolDone: .toolSucceeded
    case .toolFailed: .toolFailed
    case .toolUnfinished, .transferFailed: .warning
    case .interrupted: .interrupted
    case .caller, .callerSpeech: .speakerCaller
    case .ai, .speaking, .followed, .aiSpeech: .speakerAgent
    case .navigationTime, .renderingTime, .engineTime: .info
    case .audioTime: .notice
    case .toolTime: .toolRunning
    case .operatorOnCall: .speakerOperator
    case .provisional: .provisional
    case .new, .beginning: .new
    case .endedWell, .endedBadly, .ended: .ended
    case .inbound: .inbound
    case .outbound: .outbound
    case .progress: .surfaceActive
    case .fieldsSaved: .gaugeFull
    case .atLeast: .time
    case .hidden: .masked
    case .selected: .titleFocused
    case .otherStatus: .text
    case .somebody: .value
    case .over, .reconnected, .aboutCall, .technical, .history, .untold,
      .unknown:
      .muted
    }
  }

  /// What it means, in a legend.
  var word: String {
    switch self {
    case .critical: Severity.critical.word
    case .warning: Severity.warning.word
    case .waiting: "waiting"
    case .problem: "problem"
    case .fault: "not understood"
    case .gap: "events missing"
    case .withOperator: "with operator"
    case .backWithAI: "back with AI"
    case .monitored: "monitored"
    case .otherState: "another state"
    case .toReview: "to review"
    case .rejected: "rejected"
    case .approved: "approved"
    case .acknowledged: "acknowledged"
    case .over: "over"
    case .available: "available"
    case .busy: "busy"
    case .offline: "offline"
    case .otherStatus: "another status"
    case .toolRunning: "running"
    case .toolDone: "done"
    case .toolFailed: "failed"
    case .toolUnfinished: "unfinished"
    case .transferFailed: "transfer failed"
    case .muted: "muted"
    case .unmuted: "heard again"
    case .interrupted: "interrupted"
    case .caller: "caller"
    case .ai: "AI"
    case .operatorOnCall: "operator"
    case .somebody: "somebody else"
    case .speaking: "speaking"
    case .provisional: "not final"
    case .callerSpeech: "caller speaks"
    case .navigationTime: "navigation"
    case .renderingTime: "rendering"
    case .engineTime: "engine"
    case .audioTime: "first audio"
    case .toolTime: "tools"
    case .aiSpeech: "AI speaks"
    case .step: "next step"
    case .transfer: "transfer"
    case .joined: "joined"
    case .left: "left"
    case .aboutCall: "about the call"
    case .technical: "technical"
    case .followed: "followed"
    case .new: "new"
    case .changed: "changed"
    case .endedBadly: "ended badly"
    case .endedWell: "ended well"
    case .ended: "ended"
    case .reconnected: "connected again"
    case .beginning: "just began"
    case .inbound: "inbound"
    case .outbound: "outbound"
    case .progress: "how far"
    case .fieldsSaved: "fields saved"
    case .trend: "last hour"
    case .history: "as it went"
    case .atLeast: "at least"
    case .untold: "none yet"
    case .unknown: "not known"
    case .hidden: "hidden"
    case .selected: "selected"
    }
  }
}
