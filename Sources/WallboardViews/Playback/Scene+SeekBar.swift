import WallboardBoard
import WallboardScreen

/// Makes the bar of a recording.
struct SeekBarMaker: RegionMaker {
  let context: FrameContext

  /// The bar of the recording that is played, for a row of that width; `nil` on a live board.
  func bar(width: Int) -> SeekBar? {
    view.playback.map {
      SeekBar(
        $0, width: max(0, width - 2), lettering, glyphs)
    }
  }

  /// The signs on the bar, for the help.
  var signs: [(label: String, text: String)] {
    guard isReplay else { return [] }
    return PlaybackMark.Kind.allCases.sorted { $0.rank < $1.rank }.map {
      (String($0.letter), $0.meaning)
    } + [
      (
        "\(glyphs.rail)\(glyphs.rail)\(glyphs.filledDot)\(glyphs.horizontal)",
        "How far the recording has been played"
      ),
      (String(repeating: glyphs.separator, count: 3), "Not looked through for marks yet"),
    ]
  }
}

extension SeekBar.Column {
  func look(_ glyphs: GlyphSet) -> (Character, StyleRole) {
    switch self {
    case .position: (glyphs.filledDot, .titleFocused)
    case .mark(let mark): (mark.kind.letter, mark.kind.role)
    case .played: (glyphs.rail, .gaugeFull)
    case .ahead: (glyphs.horizontal, .border)
    case .unknown: (glyphs.separator, .muted)
    }
  }
}
