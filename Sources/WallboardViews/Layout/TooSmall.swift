import WallboardScreen

/// Says what size is needed, in as many words as fit.
struct TooSmall: Region {
  func draw(in area: Rect, on canvas: inout Canvas) {
    let needed = DashboardLayout.smallestSize
    let lines = [
      "The screen is too small",
      "needs \(needed.width)×\(needed.height), has \(area.width)×\(area.height)",
    ]
    let field = area.centered(width: area.width, height: lines.count)
    for (index, line) in lines.enumerated() {
      let text = canvas.lettering.isASCII ? line.replacingCross : line
      canvas.draw(Phrase(text), in: field.row(index), alignment: .center)
    }
  }
}

extension String {
  fileprivate var replacingCross: String { String(map { $0 == "×" ? "x" : $0 }) }
}
