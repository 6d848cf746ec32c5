import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  /// Sets a row apart for as long as it is marked: in the margin, in the pointer's place unless the
  /// pointer stands there. What is over recedes.
  func draw(
    _ mark: RowMark, of row: RowID, besidePointer: Bool, in line: Rect, on canvas: inout Canvas
  ) {
    let place = besidePointer ? line.divided(at: 1, from: .left).remainder : line
    switch mark {
    case .new: draw(Phrase("+", .new), in: place, on: &canvas)
    case .changed: draw(Phrase(String(glyphs.bullet), .notice), in: place, on: &canvas)
    case .ended:
      canvas.restyle(line, role: .ended)
      draw(Phrase(String(endMark(of: row)), .ended), in: place, on: &canvas)
    }
  }

  private func endMark(of row: RowID) -> Character {
    guard case .call(let id) = row, let departed = board.departed[id] else { return glyphs.bullet }
    if departed.ending.gaveUp { return glyphs.failure }
    return departed.ending.completionReason?.mark(glyphs) ?? glyphs.bullet
  }
}

extension GlyphSet {
  /// What ended well. In ASCII a check is a plus, which is what came.
  var wellEnded: Character { check == "+" ? "-" : check }
}

extension Open<CompletionReason> {
  /// Whether the call came to a good end, as far as that can be told.
  fileprivate func mark(_ glyphs: GlyphSet) -> Character {
    switch self {
    case .known(.abandoned), .known(.timeout), .known(.error), .known(.cancelled),
      .known(.noAnswer), .known(.noInboundAudio):
      glyphs.failure
    case .known(.completed), .known(.escalated), .known(.transferred), .known(.voicemail),
      .known(.forwarded), .known(.callerHangup), .known(.terminalState),
      .known(.warmTransferCompleted):
      glyphs.wellEnded
    case .other: glyphs.bullet
    }
  }
}
