import WallboardCore
import WallboardScreen
import WallboardViews

extension BoardLoop {
  /// Draws the screen once more without anything private, and saves that.
  func saveView() {
    guard let views = services.views else { return }
    var canvas = Canvas(size: drawnSize ?? screen.size)
    Dashboard.draw(state.masked, settings: drawing, into: &canvas)
    fold(.notice(views.save(canvas.rows, at: Clock.now)))
  }

  /// Makes an alert heard.
  func raise(_ alert: Alert) {
    guard let alarm = services.alarm else { return }
    if alarm.raise(alert, sentence: alert.key.kind.rawValue) { screen.ring() }
  }

  /// Sees to what goes on beside the board.
  func tendServices(isNewSecond: Bool) {
    if let problem = services.alarm?.tend(at: Clock.uptime) { fold(.notice(problem)) }
    if isNewSecond { services.memory?.note(state.view.layout, at: Clock.uptime) }
  }

  /// Remembers the layout as it was left.
  func rememberLayout() {
    services.memory?.remember(state.view.layout)
  }
}
