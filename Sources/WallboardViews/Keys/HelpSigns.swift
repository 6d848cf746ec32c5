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

  /// What looks alike stands there once.
  func label(_ glyphs: GlyphSet) -> String {
    signs.map { $0.text(glyphs) }.reduce(into: []) { texts, text in
      if !texts.contains(text) { texts.append(text) }
    }.joined(separator: " ")
  }

  /// All of them, the most urgent first.
  static let all: [HelpSigns] = [
    HelpSigns(
      [.critical, .warning], "Critical, warning: of numbers, waits and alerts", isOnWall: true),
    HelpSigns([.waiting], "A caller is waiting for an operator, not for too long yet"),
    HelpSigns(
      [.withOperator, .monitored, .backWithAI, .otherState],
      "Calls: an operator speaks, listens, gave it back"),
    HelpSigns(
      [.available, .busy, .offline, .otherStatus],
      "Operators: available, busy, offline, another status"),
    HelpSigns([.toReview, .approved, .rejected], "Forms: to review, approved, rejected"),
    HelpSigns([.progress, .fieldsSaved], "How far a form has come, how much of it is saved"),
    HelpSigns([.acknowledged, .over], "Alerts: acknowledged, over"),
    HelpSigns([.problem, .fault], "A problem, something that was not understood"),
    HelpSigns([.gap, .reconnected], "Events are missing here, connected again"),
    HelpSigns([.new, .changed, .beginning], "New, changed, just began: for some seconds"),
    HelpSigns([.endedWell, .endedBadly, .ended], "A call that ended well, badly, or unknown how"),
    HelpSigns([.followed], "A call that you follow; its pane has this number"),
    HelpSigns([.selected], "The row that keys act on"),
    HelpSigns([.inbound, .outbound], "Inbound, outbound; sim, play, test: trial calls"),
    HelpSigns([.trend, .history], "A number's last hour, how it went in a followed call"),
    HelpSigns(
      [.caller, .ai, .operatorOnCall, .somebody],
      "Who speaks: the caller, the AI, an operator, others", isOnWall: true),
    HelpSigns(
      [.speaking, .provisional, .interrupted], "Speaking now, not final yet, interrupted",
      isOnWall: true),
    HelpSigns(
      [.toolRunning, .toolDone, .toolFailed, .toolUnfinished],
      "A tool: running, done, failed, unfinished", isOnWall: true),
    HelpSigns(
      [.callerSpeech, .aiSpeech], "The time of a turn: the caller speaks, the AI speaks",
      isOnWall: true),
    HelpSigns(
      [.navigationTime, .renderingTime, .engineTime, .audioTime, .toolTime],
      "Until it answers: navigation, rendering, engine, audio, tools", isOnWall: true),
    HelpSigns(
      [.step, .transfer, .transferFailed], "The next step, a transfer, one that failed",
      isOnWall: true),
    HelpSigns(
      [.joined, .left, .muted, .unmuted], "Somebody joined, left, is muted, is heard again",
      isOnWall: true),
    HelpSigns([.aboutCall, .technical], "About the call as a whole, technical", isOnWall: true),
    HelpSigns(
      [.atLeast, .untold, .unknown], "At least so long, none yet, not known", isOnWall: true),
    HelpSigns([.hidden], "Words that are not shown here", isOnWall: true),
  ]
}
