import WallboardBoard
import WallboardScreen

extension Scene {
  func drawAlerts(in frame: PanelFrame, on page: inout Page) {
    drawTable(.alerts, AlertColumns.all, in: frame, on: &page.canvas, drawn: &page.alerts) { row in
      guard case .alert(let number) = row else { return nil }
      return board.alerts.alert(number)
    }
  }
}

/// The columns of the alerts.
enum AlertColumns {
  static let all: [Column<Alert>] = [
    Column(.severity, 10, rank: 0) { alert, scene in alert.badge(scene.glyphs) },
    Column(.alert, 16, good: 19, rank: 0) { alert, _ in
      Phrase(alert.title, alert.quietRole)
    },
    Column(.subject, 16, good: 28, to: 44, rank: 2) { alert, scene in
      Phrase(scene.alertWords.subject(of: alert), alert.quietRole)
    },
    Column(.value, 6, to: 7, rank: 1, alignment: .right) { alert, scene in
      Phrase(scene.alertWords.value(of: alert), alert.needsAttention ? .value : .muted)
    },
    Column(.value, 19, rank: 6, title: "THRESHOLD") { alert, scene in
      Phrase(scene.alertWords.threshold(of: alert), .muted)
    },
    Column(.since, 8, rank: 4, title: "SINCE") { alert, scene in
      Phrase(scene.timeOfDay(alert.since), .time)
    },
    Column(.state, 12, to: 14, rank: 3) { alert, scene in
      Phrase(scene.alertWords.state(of: alert), alert.needsAttention ? .new : .muted)
    },
  ]
}
