import WallboardCore
import WallboardScreen

extension Scene {
  /// Names the keys of what has the focus, the most useful first, as many as there is room for.
  func drawHints(in line: Rect, on canvas: inout Canvas) {
    var rest = line.inset(horizontal: 1, vertical: 0)
    if let notice = settings.notice, !rest.isEmpty {
      rest = draw([Phrase(notice, .notice), Phrase("   ")], in: rest, on: &canvas)
    }
    for hint in hints {
      guard width(of: hint) <= rest.width else { return }
      rest = draw(hint, in: rest, on: &canvas)
      _ = rest.cut(3, from: .left)
    }
  }

  private var hints: [[Phrase]] {
    let context = KeyContext(view)
    return settings.keymap.bindings
      .filter { $0.contexts.contains(context) && isUseful($0.intent) }
      .compactMap(hint)
  }

  private func hint(_ binding: KeyBinding) -> [Phrase]? {
    guard let hint = binding.hint, let key = binding.keys.first else { return nil }
    return [
      Phrase(key.name(ascii: lettering.isASCII), .hintKey),
      Phrase(" " + (isOn(binding.intent) ? hint.on : hint.off), .hintText),
    ]
  }

  /// Whether what the intent toggles is on.
  private func isOn(_ intent: Intent) -> Bool {
    switch intent {
    case .toggleZoom: view.isZoomed
    case .toggleHold: isHeld
    case .showIdentifiers: view.identifiersShownUntil != nil
    case .quit, .toggleHelp, .retryNow, .nextPanel, .previousPanel, .focus, .moveDown, .moveUp,
      .moveToFirst, .moveToLast, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .open, .back,
      .openBeside, .showDetail, .followEscalation, .search, .nextMatch, .previousMatch, .copyID,
      .copyLine, .typed, .erase, .eraseAll, .toggleHints, .repaint, .suspend:
      false
    }
  }

  /// Whether it is worth a place: retrying is not while everything works.
  private func isUseful(_ intent: Intent) -> Bool {
    intent != .retryNow || freshness != .live || live.hasFailedRead
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
