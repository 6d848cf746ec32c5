import WallboardBoard
import WallboardEvents
import WallboardScreen

/// A number as the wall shows it.
struct WallNumber: Equatable {
  /// What it is called, from the longest name to the shortest.
  let names: [String]
  /// In big letters.
  let figure: String
  /// The target, for those who stand nearer; empty without one.
  var note = StyledText.empty
  var role = StyleRole.bigNumber

  /// The number in a line of text.
  var sentence: String { "\(names.last ?? "") \(figure)" }
}

/// A number in the largest letters, below its name. What has to be noticed fills the whole tile:
/// colour in letters alone is lost across a room.
struct WallTile: Region {
  let number: WallNumber
  let form: Form

  /// How the tiles of a wall look.
  struct Form: Equatable {
    /// The largest letters for a number.
    let figure: BigText.Size
    /// Whether there is room for a name in letters of several rows.
    let isTall: Bool
    /// The free rows above and below.
    let margin: Int

    /// The rows of a tile.
    var height: Int { label + figure.height + 2 * margin }

    /// The rows of a name that can be read from where its number can.
    fileprivate var label: Int {
      guard isTall else { return 1 }
      return figure == .giant ? BigText.Size.medium.height + 1 : BigText.Size.small.height
    }
  }

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.fill(area, role: number.role, emphasis: .figure)
    var rest = area
    _ = rest.cut(form.margin, from: .top)
    let field = rest.cut(form.label, from: .top)
    canvas.drawWords(
      number.names.map { $0.uppercased() }, labelRole, atMost: .medium,
      in: field.inset(horizontal: 2, vertical: 0))
    canvas.draw(number.note, in: rest.cut(form.margin, from: .bottom), alignment: .center)
    canvas.drawBig(number.figure, number.role, in: rest.inset(horizontal: 1, vertical: 0))
  }

  private var labelRole: StyleRole {
    switch number.role {
    case .bigNumber, .muted: .title
    case let role: role
    }
  }
}

/// Makes the numbers of a wall.
struct WallNumberMaker: RegionMaker {
  let context: FrameContext

  /// How many wait, and for how long: the two numbers that everybody in the room must see.
  var urgent: [WallNumber] {
    let values = live.reading(of: [.waiting, .longestWait])
    let severity = targets.severity(of: .waiting, in: values)
    let role = values[.waiting] == 0 ? .muted : severity?.fillRole ?? .bigNumber
    return [.waiting, .longestWait].map { number($0, values[$0], role) }
  }

  /// What is to be known besides, the most important first.
  var others: [WallNumber] { numbers([.online, .withOperator, .live]) }

  func numbers(_ metrics: [Metric]) -> [WallNumber] {
    let values = live.reading(of: metrics)
    return metrics.map { metric in
      let severity = targets.severity(of: metric, in: values)
      return number(metric, values[metric], severity?.role ?? .bigNumber)
    }
  }

  private func number(_ metric: Metric, _ value: Double?, _ role: StyleRole) -> WallNumber {
    guard let value else { return WallNumber(names: metric.wallNames, figure: "–", role: .muted) }
    let figure = WallFigure.text(value, metric.unit)
    // That nobody shall wait need not be said.
    let goal = targets[metric].flatMap { $0.goal > 0 ? WallFigure.text($0.goal, metric.unit) : nil }
    return WallNumber(
      names: metric.wallNames, figure: figure,
      note: goal.map { StyledText("target \($0)", role) } ?? .empty, role: role)
  }
}

extension Metric {
  /// Its names on a wall, from the longest to the shortest.
  fileprivate var wallNames: [String] {
    switch self {
    case .longestWait: ["longest wait", "longest"]
    case .online: ["available"]
    case .withOperator: ["with an operator", "with operator"]
    case .live: ["live calls", "calls"]
    case _: [label]
    }
  }
}

/// Numbers short enough to be read from afar.
enum WallFigure {
  /// A value in letters that ``BigText`` has.
  static func text(_ value: Double, _ unit: Metric.Unit) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "?" }
    switch unit {
    case .count: return count(Int64(value.rounded()))
    case .seconds: return time(Int64(max(0, value)))
    case .milliseconds: return decimal(value / 1_000) + "s"
    case .share: return "\(Int64((value * 100).rounded()))%"
    case .perSecond: return decimal(value)
    }
  }

  /// `0:42`, `12:07`, `1h04`, `12h`, `3d`: never wider than minutes and seconds.
  static func time(_ seconds: Int64) -> String {
    let seconds = max(0, seconds)
    return switch seconds {
    case ..<3_600: Durations.stopwatch(seconds)
    case 36_000..<86_400: "\(seconds / 3_600)h"
    case ..<86_400: "\(seconds / 3_600)h\((seconds / 60 % 60).twoDigits)"
    default: "\(seconds / 86_400)d"
    }
  }

  private static func count(_ count: Int64) -> String {
    count < 10_000 ? "\(count)" : "\(count / 1_000)k"
  }

  /// One decimal below ten, none above.
  private static func decimal(_ value: Double) -> String {
    let tenths = Int64((value * 10).rounded())
    return tenths < 100 ? "\(tenths / 10).\(abs(tenths % 10))" : "\((tenths + 5) / 10)"
  }
}
