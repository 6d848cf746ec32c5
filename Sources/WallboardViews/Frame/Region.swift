import WallboardBoard
import WallboardScreen

/// A part of the screen. It holds everything that it shows: regions that are equal look the same.
protocol Region: Equatable {
  /// Draws over an area that is clear.
  func draw(in area: Rect, on canvas: inout Canvas)
  /// What can be pressed of what stands in an area that was drawn with these glyphs; no two places
  /// overlap.
  func targets(in area: Rect, _ glyphs: GlyphSet) -> [PressTarget]
}

extension Region {
  func targets(in area: Rect, _ glyphs: GlyphSet) -> [PressTarget] { [] }
}

/// Nothing: an area that is clear, and that looks old where what stands around it does.
struct Blank: Region {
  func draw(in area: Rect, on canvas: inout Canvas) {}
}

/// A place that can be pressed.
struct PressTarget: Equatable {
  /// What a press asks for.
  enum Request: Equatable {
    case intents([Intent])
    /// What the key asks for that is named there.
    case key(Key)
  }

  let place: Rect
  let request: Request
  /// What a double press asks for after that.
  var doubled: Intent?
}

/// Words in the place of rows or lines: why there are none, and what would bring some.
struct Placeholder: Region {
  let headline: StyledText
  var explanation = ""

  func draw(in area: Rect, on canvas: inout Canvas) {
    let top = max(0, (area.height - 2) / 3)
    canvas.draw(headline, in: area.row(top), alignment: .center)
    // A reason is read to its end: here is room for what the header has to cut.
    let lines = TextLayout.wrapped(TextSafety.clean(explanation).text, to: area.width - 4)
    for (index, line) in lines.prefix(max(0, area.height - top - 1)).enumerated() {
      canvas.draw(StyledText(line, .muted), in: area.row(top + 1 + index), alignment: .center)
    }
  }
}
