@testable import WallboardBoard
@testable import WallboardEvents
import WallboardScreen
import WallboardViews

extension SampleBoard {
  /// The same board as a recording of an hour that stands at its newest frame, a third of it not
  /// looked through yet.
  func recorded(
    _ change: (inout Playback) -> Void = { _ in }, length: Int64 = 3_600
  ) -> SampleBoard {
    var board = self
    board.state.settings.isReplay = true
    var playback = Playback(
      start: Self.ago(length * 2 / 5), end: Self.now.advanced(milliseconds: length * 600))
    playback.position = Self.now
    playback.isPlaying = true
    playback.speed = 4
    playback.isMasked = false
    playback.indexedUntil = Self.ago(-length / 4)
    playback.marks = [
      PlaybackMark(.bookmark, at: Self.ago(length / 3)),
      PlaybackMark(.gap, at: Self.ago(length / 4)),
      PlaybackMark(.escalation, at: Self.ago(length / 6)),
      PlaybackMark(.alert, at: Self.ago(length / 6 - 1)),
      PlaybackMark(.alert, at: Self.ago(-length / 12)),
      PlaybackMark(.problem, at: Self.ago(-length / 5)),
    ]
    change(&playback)
    board.act(.playback(playback))
    return board
  }
}

extension Picture {
  static func replaySettings(glyphs: GlyphSet = .unicode) -> DrawSettings {
    DrawSettings(
      workspace: "Northside Clinic", glyphs: glyphs,
      keymap: Keymap(mode: .desk, isReplay: true))
  }

  /// Draws a recording.
  static func replay(
    _ sample: SampleBoard, _ size: Size, glyphs: GlyphSet = .unicode
  ) -> Canvas {
    draw(sample, size, replaySettings(glyphs: glyphs))
  }
}
