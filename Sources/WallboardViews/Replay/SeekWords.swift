import WallboardBoard
import WallboardEvents
import WallboardScreen

/// The words of a seek bar. Each keeps its greatest width, so that nothing jumps.
struct SeekWords {
  private let playback: Playback
  private let lettering: Lettering
  private let glyphs: GlyphSet

  init(_ playback: Playback, _ lettering: Lettering, _ glyphs: GlyphSet) {
    self.playback = playback
    self.lettering = lettering
    self.glyphs = glyphs
  }

  var state: StyledText {
    playback.isPlaying
      ? StyledText("\(glyphs.pointer) ", .good)
      : StyledText("\(glyphs.pause)\(glyphs.pause)", .notice)
  }

  func speed(width: Int) -> StyledText {
    guard playback.speed != 1 else { return StyledText(TextLayout.fitted("", to: width)) }
    let number =
      playback.speed < 1 ? "\(playback.speed)" : "\(Int(min(playback.speed, 9_999)))"
    return StyledText(
      TextLayout.fitted(number + (lettering.isASCII ? "x" : "×"), to: width), .value)
  }

  var position: StyledText { StyledText(clock(playback.position), .value, emphasis: .bold) }

  /// Remarks for a wide row, the most important first.
  var tail: [StyledText] {
    var tail = [StyledText(clock(playback.end), .time)]
    if playback.isMasked { tail.append(StyledText("masked", .masked)) }
    if playback.skippedLines > 0 {
      let lines = playback.skippedLines == 1 ? "line" : "lines"
      tail.append(StyledText("\(playback.skippedLines.grouped) \(lines) skipped", .warning))
    }
    return tail
  }

  /// What the signs mean that are on the bar.
  func legend(_ signs: Set<MarkSign>) -> [StyledText] {
    MarkSign.explained.filter(signs.contains).flatMap { sign in
      [
        StyledText("  "), StyledText(String(sign.glyph(glyphs)), sign.role),
        StyledText(" \(sign.word)", .muted),
      ]
    }
  }

  private func clock(_ time: Timestamp) -> String { playback.clock(time) }
}

extension Playback {
  /// The time of day where it was recorded, with the day if the recording spans several.
  func clock(_ time: Timestamp) -> String {
    let local = offsets.localTime(time)
    let days = [start, end].map { offsets.localTime($0).day }
    return (days[0] == days[1] ? "" : local.shortDate + " ") + local.clock
  }
}
