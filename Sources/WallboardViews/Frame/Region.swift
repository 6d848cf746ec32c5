import WallboardBoard
import WallboardScreen

/// A part of the screen. It holds everything that it shows: regions that are equal look the same.
protocol Region: Equatable {
  /// Draws into an area that was cleared.
  func draw(in area: Rect, on canvas: inout Canvas)
  /// The places in the area that can be pressed, as drawn with these glyphs. None overlaps another.
  func targets(in area: Rect, _ glyphs: GlyphSet) -> [PressTarget]
  /// The signs that it draws, for the legend of its panel or pane.
  func signs(_ glyphs: GlyphSet) -> [Sign]
}

extension Region {
  func targets(in area: Rect, _ glyphs: GlyphSet) -> [PressTarget] { [] }
  func signs(_ glyphs: GlyphSet) -> [Sign] { [] }
}

/// An empty area, which takes the veil of those around it.
struct Blank: Region {
  func draw(in area: Rect, on canvas: inout Canvas) {}
}

/// A place that can be pressed.
struct PressTarget: Equatable {
  /// What a press asks for.
  enum Request: Equatable {
    case intents([Intent])
    /// The same as pressing that key.
    case key(Key)
  }

  let place: Rect
  let request: Request
  /// What a double press asks for in addition.
  var doubled: Intent?
}

/// Words in place of rows or lines: why there are none, and what would bring some.
struct Placeholder: Region {
  let headline: StyledText
  var explanation = ""

  func draw(in area: Rect, on canvas: inout Canvas) {
    let top = max(0, (area.height - 2) / 3)
    canvas.draw(headline, in: area.row(top), alignment: .center)
    // There is room for the whole reason here, which the header has to cut.
    let lines = TextLayout.wrapped(TextSafety.clean(explanation).text, to: area.width - 4)
    for (index, line) in lines.prefix(max(0, area.height - top - 1)).enumerated() {
      canvas.draw(StyledText(line, .muted), in: area.row(top + 1 + index), alignment: .center)
    }
  }
}
