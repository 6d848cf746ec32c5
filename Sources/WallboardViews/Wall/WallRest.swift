import WallboardBoard
import WallboardEvents
import WallboardScreen

/// The one line below who waits: the most urgent critical alert about anything else, or the numbers
/// that have no place of their own.
struct WallRest: Region {
  let alert: WallAlertWords?
  let numbers: [WallNumber]

  func draw(in area: Rect, on canvas: inout Canvas) {
    let field = area.inset(horizontal: 1, vertical: 0)
    if let alert {
      canvas.fill(area, role: .alert)
      alert.draw(in: field, on: &canvas)
    } else {
      drawNumbers(in: field, on: &canvas)
    }
  }

  private func drawNumbers(in area: Rect, on canvas: inout Canvas) {
    if area.height >= BigText.Size.small.height,
      canvas.lettering.width(of: numbers, .small) <= area.width
    {
      return canvas.draw(numbers, .small, in: area)
    }
    var rest = area.row(max(0, area.height - 1) / 2)
    for number in numbers {
      let phrases = [
        StyledText(number.figure, number.role, emphasis: .bold),
        StyledText(" \(number.names.first ?? "")"),
      ]
      guard canvas.lettering.width(of: phrases) <= rest.width else { continue }
      rest = canvas.draw(phrases, in: rest)
      _ = rest.cut(4, from: .left)
    }
  }
}

/// A critical alert in words for a wall.
struct WallAlertWords: Equatable {
  /// What is wrong.
  let title: String
  /// With what, since when, and how many others there are.
  let rest: String

  fileprivate func draw(in area: Rect, on canvas: inout Canvas) {
    let lettering = canvas.lettering
    var field = area
    if let capitals = lettering.capitals("\(title) "),
      let size = lettering.size(
        of: capitals, atMost: .small,
        in: Size(width: area.width - 2 - lettering.width(of: rest), height: area.height))
    {
      let width = lettering.width(of: capitals, in: size) + 2
      canvas.drawBig(
        capitals, .alert, atMost: size, in: field.cut(width, from: .left), alignment: .left)
      let words = StyledText(rest, .alert, emphasis: .bold)
      canvas.draw(words, in: field.row(1))
    } else {
      let words = StyledText(
        "\(canvas.glyphs.critical) \(title): \(rest)", .alert, emphasis: .bold)
      canvas.draw(words, in: field.row((area.height - 1) / 2), alignment: .center)
    }
  }
}

struct WallRestMaker: RegionMaker {
  let context: FrameContext

  /// The most urgent alert but those that are told elsewhere, else the numbers.
  func rest(_ numbers: [WallNumber], besides told: Set<AlertKey>) -> WallRest {
    WallRest(alert: alert(besides: told), numbers: numbers)
  }

  /// Who waits stands in the list.
  private func alert(besides told: Set<AlertKey>) -> WallAlertWords? {
    let critical = context.rankedAlerts.filter {
      $0.severity == .critical && $0.needsAttention && $0.key.kind != .escalationWaiting
        && !told.contains($0.key)
    }
    guard let alert = critical.first else { return nil }
    let age = Durations.coarse(live.now.seconds(since: alert.since))
    let subject = context.liveAlertWords.subject(of: alert)
    let more = critical.count > 1 ? "  +\(critical.count - 1) more" : ""
    return WallAlertWords(
      title: alert.title, rest: "\(subject)\(subject.isEmpty ? "" : "  ")for \(age)\(more)")
  }
}
