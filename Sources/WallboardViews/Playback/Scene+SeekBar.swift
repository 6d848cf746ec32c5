import WallboardBoard
import WallboardScreen

extension Scene {
  /// The bar of the recording that is played, for a row of that width; `nil` on a live board.
  func seekBar(width: Int) -> SeekBar? {
    view.playback.map {
      SeekBar(
        $0, width: max(0, width - 2), lettering, glyphs)
    }
  }

  /// Draws the bar.
  ///
  /// - Returns: Where its columns stand.
  @discardableResult
  func draw(_ bar: SeekBar, in row: Rect, on canvas: inout Canvas) -> Rect {
    var rest = draw(bar.head, in: row.inset(horizontal: 1, vertical: 0), on: &canvas)
    let place = rest.cut(bar.columns.count, from: .left)
    for (index, column) in bar.columns.enumerated() {
      let cell = Rect(
        x: place.columns.lowerBound + index, y: row.rows.lowerBound, width: 1, height: 1)
      let (glyph, role) = look(of: column)
      canvas.fill(cell, with: glyph, role: role)
    }
    draw(bar.tail, in: rest, on: &canvas)
    return place
  }

  /// The signs on the bar, for the help.
  var seekSigns: [(label: String, text: String)] {
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

  private func look(of column: SeekBar.Column) -> (Character, StyleRole) {
    switch column {
    case .position: (glyphs.filledDot, .titleFocused)
    case .mark(let mark): (mark.kind.letter, mark.kind.role)
    case .played: (glyphs.rail, .gaugeFull)
    case .ahead: (glyphs.horizontal, .border)
    case .unknown: (glyphs.separator, .muted)
    }
  }
}
