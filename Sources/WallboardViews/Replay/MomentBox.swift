import WallboardBoard
import WallboardEvents
import WallboardScreen

/// Makes the list of a recording's moments.
struct MomentBox: RegionMaker {
  let context: FrameContext

  /// The visible part of the list, and the part of the area that it takes.
  func box(in area: Rect) -> (box: OverlayBox, area: Rect) {
    let list = view.moments
    let area = OverlayFrame.shrunk(area, toLines: max(1, list.rows.count))
    let height = OverlayFrame.inside(area).height
    let window = ScrollWindow(around: view.overlayIndex, height: height, count: list.rows.count)
    let lines = window.range.compactMap { index in
      list.mark(at: index).map { line($0, isChosen: index == view.overlayIndex) }
    }
    let box = OverlayBox(
      title: "Moments of the recording", lines: lines.isEmpty ? [[nothing]] : lines,
      list: OverlayList(cursor: view.overlayIndex - window.top, count: lines.count, choice: .open),
      position: position)
    return (box, area)
  }

  /// Which moment of how many, and whether there may be more.
  private var position: StyledText {
    let count = view.moments.rows.count
    let place = count == 0 ? "" : "\((view.overlayIndex + 1).grouped) of \(count.grouped)"
    let rest =
      isUnderWay
      ? (count == 0 ? "still loading" : " so far, still loading")
      : isFull ? ", later ones are not kept" : ""
    let words = place + rest
    return words.isEmpty ? .empty : StyledText(" \(words) ", isUnderWay ? .notice : .muted)
  }

  private var isUnderWay: Bool { view.playback?.indexedUntil != nil }
  private var isFull: Bool { (view.playback?.marks.count ?? 0) >= Limits.marks }

  private var nothing: StyledText {
    if view.moments.unfilteredCount > 0 { return StyledText("No moment has these words.", .muted) }
    return StyledText(
      isUnderWay
        ? "None yet: the recording is still being loaded."
        : "Nobody waited, and no alert was raised.",
      .muted)
  }

  private func line(_ mark: PlaybackMark, isChosen: Bool) -> [StyledText] {
    let sign = MarkSign(mark)
    return [
      StyledText(isChosen ? "\(glyphs.pointer) " : "  ", .titleFocused),
      StyledText((view.playback?.clock(mark.at) ?? "") + "  ", .time),
      StyledText(sign.map { String($0.glyph(glyphs)) } ?? " ", sign?.role ?? .text),
      StyledText("  \(words(of: mark))", sign == nil ? .muted : .text),
    ]
  }

  private func words(of mark: PlaybackMark) -> String {
    switch mark.content {
    case .wait(let wait): ([words(of: wait)] + wait.names(disclosure)).joined(separator: " · ")
    case .alert(let alert): words(of: alert)
    case .gap(let seconds): "Gap of \(Durations.stopwatch(seconds))"
    case .bookmark(let count, let longest): words(waiting: count, longest)
    case .note(let note):
      "Note, \(NoteWords(context: context).subject(note.subject)): "
        + NoteWords(context: context).text(of: note)
    case nil: mark.kind.spoken.capitalizedFirst
    }
  }

  private func words(of wait: CallerWait) -> String {
    let length = wait.waited.map { Durations.stopwatch(max(0, $0)) }
    guard let end = wait.end else { return "Waits" }
    return ["Waited" + (length.map { " \($0)" } ?? ""), end.word].compactMap(\.self)
      .joined(separator: ", ")
  }

  private func words(of alert: Alert) -> String {
    let words = context.alertWords
    let value = words.value(of: alert)
    let length = alert.resolvedAt.map {
      Durations.stopwatch(max(0, $0.seconds(since: alert.since)))
    }
    let facts: [String] =
      switch alert.key.kind.unit {
      case .stopwatch, .coarse: ["\(alert.title), \(value)"]
      case .share, .times, .count: ["\(alert.title) \(value)", length].compactMap(\.self)
      case .none: [alert.title, length].compactMap(\.self)
      }
    let names = alert.names(in: board, disclosure)
    return (["Alert: " + facts.joined(separator: ", ")] + names).joined(separator: " · ")
  }

  private func words(waiting count: Int, _ longest: Int64?) -> String {
    guard count > 0 else { return "Bookmark: nobody waiting" }
    let wait = longest.map { ", longest \(Durations.stopwatch(max(0, $0)))" } ?? ""
    return "Bookmark: \(count.counted("caller")) waiting\(wait)"
  }
}
