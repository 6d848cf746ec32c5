import WallboardBoard
import WallboardScreen

/// Signs that the help explains on one line.
struct HelpSigns {
  let signs: [Sign]
  let text: String
  /// Whether a wall shows them.
  let isOnWall: Bool

  private init(_ signs: [Sign], _ text: String, isOnWall: Bool = false) {
    self.signs = signs
    self.text = text
    self.isOnWall = isOnWall
  }

  func label(_ glyphs: GlyphSet) -> String {
    signs.map { $0.text(glyphs) }.joined(separator: " ")
  }

  /// All of them, the most urgent first.
  static let all: [HelpSigns] = [
    HelpSigns(
      [.critical, .warning], "Critical, and a warning: of numbers, waits and alerts alike",
      isOnWall: true),
    HelpSigns([.waiting], "A caller waits for an operator, and has not waited for too long"),
    HelpSigns(
      [.operatorSpeaks, .monitored, .backWithAI, .otherState],
      "Calls: an operator speaks, listens, has given it back to the AI; another state"),
    HelpSigns(
      [.available, .busy, .offline, .otherStatus],
      "Operators: available, busy, offline, another status"),
    HelpSigns([.toReview, .approved, .rejected], "Forms: to review, approved, rejected"),
    HelpSigns(
      [.progress, .fieldsSaved], "How far a form has come, and how many of its fields are saved"),
    HelpSigns([.acknowledged, .over], "Alerts: acknowledged, over"),
    HelpSigns([.problem, .fault], "A problem, or something that could not be understood"),
    HelpSigns([.gap, .reconnected], "Events are missing here; the connection is back"),
    HelpSigns([.new, .changed, .beginning], "A row that is new, or has changed, for some seconds"),
    HelpSigns([.endedWell, .endedBadly, .ended], "A call that ended well, badly, or nobody knows"),
    HelpSigns([.followed], "A call that you follow: its pane has the same number"),
    HelpSigns([.selected], "The row that keys act upon"),
    HelpSigns([.inbound, .outbound], "An inbound call, an outbound one"),
    HelpSigns([.trend], "How a number went in the last hour, the newest at the right"),
    HelpSigns(
      [.caller, .ai, .operatorOnCall, .somebody],
      "In a followed call: the caller, the AI, an operator, somebody else", isOnWall: true),
    HelpSigns(
      [.speaking, .provisional, .interrupted],
      "Somebody is speaking; the words may still change; interrupted", isOnWall: true),
    HelpSigns(
      [.toolRunning, .toolDone, .toolFailed, .toolUnfinished],
      "A tool: running, done, failed, unfinished", isOnWall: true),
    HelpSigns(
      [.step, .transfer, .transferFailed], "The AI's next step, a transfer, one that failed",
      isOnWall: true),
    HelpSigns(
      [.joined, .left, .muted, .unmuted], "Somebody joined, left, was muted, is heard again",
      isOnWall: true),
    HelpSigns([.aboutCall, .technical], "About the call as a whole; technical", isOnWall: true),
    HelpSigns(
      [.atLeast, .untold, .unknown], "At least so long; none yet; it cannot be known",
      isOnWall: true),
    HelpSigns([.hidden], "Words that are not shown here", isOnWall: true),
  ]
}
