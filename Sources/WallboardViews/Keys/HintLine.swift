import WallboardBoard
import WallboardEvents
import WallboardScreen

/// The bottom line: what is typed, a notice, and as many hints as fit.
struct HintLine: Region {
  var prompt: PromptWords?
  var notice: String?
  var hints: [Hint] = []
  /// The index of the hint for the help, which gets room before all others.
  var help: Int?

  /// Where the parts are drawn.
  private struct Places {
    var typed = Rect.zero
    var note = Rect.zero
    var notice = Rect.zero
    var hints: [(hint: Hint, place: Rect)] = []
  }

  func draw(in area: Rect, on canvas: inout Canvas) {
    let places = places(in: area, canvas.lettering)
    if let prompt {
      prompt.drawTyped(in: places.typed, on: &canvas)
      if let note = prompt.note { canvas.draw(note, in: places.note) }
    }
    if let notice { canvas.draw(StyledText(notice, .notice), in: places.notice) }
    for (hint, place) in places.hints { canvas.draw(hint.words, in: place) }
  }

  /// A press on a hint presses its key.
  func targets(in area: Rect, _ glyphs: GlyphSet) -> [PressTarget] {
    places(in: area, Lettering(glyphs)).hints.map {
      PressTarget(place: $0.place, request: .key($0.hint.key))
    }
  }

  private func places(in area: Rect, _ lettering: Lettering) -> Places {
    var places = Places()
    var rest = area.inset(horizontal: 1, vertical: 0)
    if let prompt { (places.typed, places.note, rest) = prompt.places(in: rest, lettering) }
    if let notice {
      places.notice = rest.cut(lettering.width(of: notice), from: .left)
      _ = rest.cut(3, from: .left)
    }
    let helpWidth = help.map { lettering.width(of: hints[$0].words) + 3 } ?? 0
    for (index, hint) in hints.enumerated() {
      let reserved = help.map { index < $0 } == true ? helpWidth : 0
      let width = lettering.width(of: hint.words)
      guard width + reserved <= rest.width else { continue }
      places.hints.append((hint, rest.cut(width, from: .left)))
      _ = rest.cut(3, from: .left)
    }
    return places
  }
}

struct Hint: Equatable {
  let key: Key
  let words: [StyledText]
}

struct HintLineMaker: RegionMaker {
  let context: FrameContext

  /// The hints for the present context, the most useful first.
  var line: HintLine {
    let keys = KeyContext(view)
    let useful = settings.keymap.bindings.filter {
      $0.contexts.contains(keys) && isUseful($0.intent, in: keys)
    }
    // What ends a hold, or a failure, comes first.
    let bindings = useful.filter(isWayOut) + useful.filter { !isWayOut($0) }
    let isShown = view.showsHints || view.prompt != nil
    let hints =
      isShown ? bindings.compactMap { binding in hint(binding).map { (binding, $0) } } : []
    return HintLine(
      prompt: view.prompt.map(PromptWordsMaker(context: context).words),
      notice: view.notice?.text ?? settings.notice,
      hints: hints.map(\.1), help: hints.firstIndex { $0.0.intent == .toggleHelp })
  }

  private func isWayOut(_ binding: KeyBinding) -> Bool {
    isHeld && binding.intent == .toggleHold
      || !freshness.isCurrent && binding.intent == .retryNow
  }

  private func hint(_ binding: KeyBinding) -> Hint? {
    guard let hint = binding.hint, let key = binding.keys.first else { return nil }
    let words = [
      StyledText(key.name(ascii: lettering.isASCII), .hintKey),
      StyledText(" " + word(for: binding, hint), .hintText),
    ]
    return Hint(key: key, words: words)
  }

  private func word(for binding: KeyBinding, _ hint: (off: String, on: String)) -> String {
    let isPlain = binding.intent == .open && binding.contexts == .panels
    if isPlain, view.focus == .alerts { return "go there" }
    // Enter follows a call; for all else it opens the detail.
    let opensDetail = binding.contexts == .panels && !view.focus.listsCalls
    return isOn(binding.intent) || binding.intent == .open && opensDetail ? hint.on : hint.off
  }

  /// Whether what the intent toggles is on.
  private func isOn(_ intent: Intent) -> Bool {
    switch intent {
    case .toggleZoom: view.isZoomed
    case .toggleHold: isHeld
    case .togglePin: view.wall?.isPinned == true
    // The way back from the zoom stands behind it, and there may be room for one of them.
    case .toggleLegend: !view.isZoomed
    case .showIdentifiers: view.identifiersShownUntil != nil
    case .playback(.togglePlaying): view.playback?.isPlaying == true
    case _: false
    }
  }

  /// Whether its hint is useful now: retrying is not while everything works.
  private func isUseful(_ intent: Intent, in keys: KeyContext) -> Bool {
    switch intent {
    case .retryNow: needsRetry
    case .followEscalation: isAnyoneWaiting
    case .acknowledge: live.alerts.active.containsRow(where: \.needsAttention)
    case .openAlert: !live.alerts.active.isEmpty
    case .openBeside: view.focus.listsCalls && canFollowMore
    case .showDetail: keys == .panels && view.focus.listsCalls
    case .open where keys == .pane: hasTool
    case .open where keys == .detail: context.enteredCall != nil
    case .open where view.overlay == .moments: !view.moments.rows.isEmpty
    case .moveToLast: keys == .pane && view.pane?.position.isAtTail == false
    case .complete: view.prompt?.purpose.hasChoices == true
    case .nextMatch: view.pane?.query.isEmpty == false
    case .togglePin: !view.panes.isEmpty
    case .showIdentifiers: view.playback?.isMasked != true
    case _: true
    }
  }

  private var needsRetry: Bool {
    !freshness.isCurrent || live.reads.values.contains(where: \.hasFailed)
      || live.observations.containsRow { observation in
        observation.phase != .open && observation.ending == nil || observation.isStoryMissing
      }
  }

  private var isAnyoneWaiting: Bool {
    board.calls.containsRow { $0.escalation?.isWaiting == true }
  }

  private var canFollowMore: Bool {
    !view.panes.isEmpty && view.panes.count < Limits.followedCalls
  }

  /// How many of the newest entries are searched for what can be unfolded.
  private static let recentEntries = 64

  /// Whether there is a tool call or a turn to unfold.
  private var hasTool: Bool {
    guard let pane = view.pane, let timeline = observation(of: pane.callSID)?.timeline else {
      return false
    }
    if let cursor = pane.position.cursor { return timeline[cursor.entry]?.canUnfold == true }
    return timeline.entries.suffix(Self.recentEntries).contains(where: \.isTool)
  }
}
