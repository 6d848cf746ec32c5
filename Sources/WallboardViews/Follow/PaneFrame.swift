import WallboardScreen

/// The parts of a followed call's pane. They depend on its size and on whether it has a status
/// line.
struct PaneFrame: Equatable {
  /// The border, from the outside.
  let area: Rect
  /// Facts about the call, above the text.
  let facts: Rect
  /// Facts beside the text, where there is room.
  let side: Rect
  /// The line between facts and text.
  let divider: Rect
  /// What was said and done.
  let text: Rect
  /// Why nothing new comes.
  let status: Rect

  private static let sideWidth = 32
  /// The narrowest inside that has a side.
  private static let narrowestSided = 98

  init(_ area: Rect, hasStatus: Bool) {
    self.area = area
    var inside = area.inset(by: 1)
    if inside.width >= Self.narrowestSided {
      side = inside.cut(Self.sideWidth, from: .right).inset(horizontal: 1, vertical: 0)
      divider = inside.cut(1, from: .right)
      facts = .zero
    } else {
      side = .zero
      facts = inside.cut(Self.factLines(height: inside.height), from: .top)
        .inset(horizontal: 1, vertical: 0)
      divider = inside.cut(inside.height >= 14 ? 1 : 0, from: .top)
    }
    status = inside.cut(hasStatus && inside.height >= 3 ? 1 : 0, from: .bottom)
      .inset(horizontal: 1, vertical: 0)
    text = inside
  }

  /// The width of the text: one column is the cursor's, and a wide pane leaves one free.
  var textWidth: Int { max(1, text.width - (text.width >= 60 ? 2 : 1)) }

  /// The part of the top border for the title.
  var title: Rect { area.row(0).inset(horizontal: 2, vertical: 0) }

  /// Whether the facts stand beside the text.
  var isSided: Bool { !side.isEmpty }

  /// The top border, and the bottom one.
  var heading: Rect { area.row(0) }
  var footer: Rect { area.row(area.height - 1) }

  private static func factLines(height: Int) -> Int {
    height >= 12 ? 2 : height >= 5 ? 1 : 0
  }
}

/// A pane's border, and the line between facts and text.
struct PaneBorder: Region {
  let frame: PaneFrame
  let role: StyleRole

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.drawBox(area, role: role)
    let line = frame.divider
    guard !line.isEmpty else { return }
    let glyphs = canvas.glyphs
    guard !frame.isSided else {
      return canvas.fill(line, with: glyphs.vertical, role: .border)
    }
    canvas.fill(line, with: glyphs.horizontal, role: .border)
    let whole = Rect(columns: area.columns, rows: line.rows)
    canvas.fill(whole.divided(at: 1, from: .left).slice, with: glyphs.teeLeft, role: role)
    canvas.fill(whole.divided(at: 1, from: .right).slice, with: glyphs.teeRight, role: role)
  }
}

/// Why nothing new comes.
struct PaneStatus: Region {
  let words: StyledText

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.draw(words, in: area)
  }
}
