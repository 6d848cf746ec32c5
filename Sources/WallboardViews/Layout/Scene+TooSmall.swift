import WallboardScreen

extension Scene {
  /// Says what size is needed, in as many words as fit.
  func drawTooSmall(on canvas: inout Canvas) {
    let needed = DashboardLayout.smallestSize
    let lines = [
      "The screen is too small",
      "needs \(needed.width)×\(needed.height), has \(canvas.size.width)×\(canvas.size.height)",
    ]
    let area = canvas.bounds.centered(width: canvas.size.width, height: lines.count)
    for (index, line) in lines.enumerated() {
      let text = lettering.isASCII ? line.replacingCross : line
      draw(Phrase(text), in: area.row(index), alignment: .center, on: &canvas)
    }
  }
}

extension String {
  fileprivate var replacingCross: String { String(map { $0 == "×" ? "x" : $0 }) }
}
