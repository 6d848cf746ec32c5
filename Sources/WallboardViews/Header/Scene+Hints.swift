import WallboardBoard
import WallboardEvents
import WallboardScreen

/// What the line at the bottom says.
struct HintLine: Equatable {
  /// What is being typed.
  var prompt: PromptWords?
  var notice: String?
  var hints: [Hint] = []
  /// Which of the hints tells where all keys are: there is room for it before all others.
  var help: Int?
}

/// A key, and the word for what it asks for.
struct Hint: Equatable {
  let key: Key
  let words: [Phrase]
}

extension Scene {
  /// The keys of what has the focus, the most useful first.
  var hintLine: HintLine {
    let context = KeyContext(view)
    let useful = settings.keymap.bindings.filter {
      $0.contexts.contains(context) && isUseful($0.intent, in: context)
    }
    // What gets out of a view that is held, or out of trouble, comes before all else.
    let bindings = useful.filter(isWayOut) + useful.filter { !isWayOut($0) }
    let shown = view.showsHints || view.prompt != nil ? bindings.filter { hint($0) != nil } : []
    return HintLine(
      prompt: view.prompt.map(words), notice: view.notice?.text ?? settings.notice,
      hints: shown.compactMap(hint), help: shown.firstIndex { $0.intent == .toggleHelp })
  }

  /// Draws as many of the hints as there is room for.
  ///
  /// - Returns: Where they stand.
  @discardableResult
  func draw(
    _ line: HintLine, in area: Rect, on canvas: inout Canvas
  ) -> [(hint: Hint, place: Rect)] {
    var places: [(Hint, Rect)] = []
    var rest = area.inset(horizontal: 1, vertical: 0)
    if let prompt = line.prompt {
      rest = draw(prompt, in: rest, on: &canvas)
    }
    if let notice = line.notice, !rest.isEmpty {
      rest = draw([Phrase(notice, .notice), Phrase("   ")], in: rest, on: &canvas)
    }
    let help = line.help.map { width(of: line.hints[$0].words) + 3 } ?? 0
    for (index, hint) in line.hints.enumerated() {
      let reserved = line.help.map { index < $0 } == true ? help : 0
      let width = width(of: hint.words)
      guard width + reserved <= rest.width else { continue }
      let place = rest.cut(width, from: .left)
      draw(hint.words, in: place, on: &canvas)
      places.append((hint, place))
      _ = rest.cut(3, from: .left)
    }
    return places
  }

  private func isWayOut(_ binding: KeyBinding) -> Bool {
    isHeld && binding.intent == .toggleHold
      || freshness != .live && binding.intent == .retryNow
  }

  private func hint(_ binding: KeyBinding) -> Hint? {
    guard let hint = binding.hint, let key = binding.keys.first else { return nil }
    let words = [
      Phrase(key.name(ascii: lettering.isASCII), .hintKey),
      Phrase(" " + word(for: binding, hint), .hintText),
    ]
    return Hint(key: key, words: words)
  }

  private func word(for binding: KeyBinding, _ hint: (off: String, on: String)) -> String {
    let isPlain = binding.intent == .open && binding.contexts == .panels
    if isPlain, view.focus == .alerts { return "go there" }
    // Enter follows a call; of all else it opens the detail.
    let opensDetail = binding.contexts == .panels && view.focus != .calls
    return isOn(binding.intent) || binding.intent == .open && opensDetail ? hint.on : hint.off
  }

  /// Whether what the intent toggles is on.
  private func isOn(_ intent: Intent) -> Bool {
    switch intent {
    case .toggleZoom: view.isZoomed
    case .toggleHold: isHeld
    case .showIdentifiers: view.identifiersShownUntil != nil
    case .playback(.togglePlaying): view.playback?.isPlaying == true
    case _: false
    }
  }

  /// Whether it is worth a place: retrying is not while everything works.
  private func isUseful(_ intent: Intent, in context: KeyContext) -> Bool {
    switch intent {
    case .retryNow: needsRetry
    case .followEscalation: hasEscalation
    case .acknowledge: live.alerts.active.containsRow(where: \.needsAttention)
    case .openAlert: !live.alerts.active.isEmpty
    case .openBeside: view.focus == .calls && canFollowMore
    case .showDetail: context == .panels && view.focus == .calls
    case .open: context != .pane || hasTool
    case .moveToLast: context == .pane && view.pane?.position.isAtTail == false
    case .nextMatch: view.pane?.query.isEmpty == false
    case .showIdentifiers: view.playback?.isMasked != true
    case _: true
    }
  }

  private var needsRetry: Bool {
    freshness != .live || live.hasFailedRead
      || live.observations.containsRow { $0.phase != .open && $0.ending == nil }
  }

  private var hasEscalation: Bool {
    board.calls.containsRow { $0.escalation?.isActive == true }
  }

  private var canFollowMore: Bool {
    !view.panes.isEmpty && view.panes.count < Limits.followedCalls
  }

  /// The entries among which the newest tool call is worth a hint.
  private static let recentEntries = 64

  /// Whether there is a tool call to unfold.
  private var hasTool: Bool {
    guard let pane = view.pane, let timeline = observation(of: pane.callSID)?.timeline else {
      return false
    }
    if let cursor = pane.position.cursor { return timeline[cursor.entry]?.isTool == true }
    return timeline.entries.suffix(Self.recentEntries).contains(where: \.isTool)
  }
}

extension TimelineEntry {
  fileprivate var isTool: Bool {
    if case .tool = content { true } else { false }
  }
}

extension Board {
  /// Whether the last read of some source failed.
  var hasFailedRead: Bool {
    reads.values.contains { status in
      if case .failed = status.outcome { true } else { false }
    }
  }
}
