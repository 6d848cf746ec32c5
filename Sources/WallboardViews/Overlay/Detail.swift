import WallboardBoard
import WallboardEvents
import WallboardScreen

/// The detail of a row.
struct Detail: RegionMaker {
  let context: FrameContext

  func title(of row: RowID) -> String {
    switch row {
    case .call(let id): "Call \(id.short)"
    case .operator(let id): "Operator \(board.name(of: id))"
    case .surface(let id): "Surface \(id.short)"
    case .activity(let sequence): board.activity.entry(sequence)?.content.name ?? "Event"
    case .alert(let number): AlertDetail(context: context).title(of: number)
    case .metric(let metric): metric.rawValue
    }
  }

  /// Everything that is known of a thing, or what became of it.
  func facts(of row: RowID) -> [Fact] {
    switch row {
    case .call(let id): CallDetail(context: context).facts(of: id)
    case .operator(let id):
      board.operators[id].map(OperatorDetail(context: context).facts)
        ?? Fact.gone("This operator is gone.")
    case .surface(let id):
      board.surfaces[id].map(SurfaceDetail(context: context).facts)
        ?? Fact.gone("This surface is no longer on the board.")
    case .activity(let sequence):
      board.activity.entry(sequence).map(EventDetail(context: context).facts)
        ?? Fact.gone("This event is no longer remembered.")
    case .alert(let number):
      board.alerts.alert(number).map(AlertDetail(context: context).facts)
        ?? Fact.gone("This alert is no longer remembered.")
    case .metric: []
    }
  }
}

/// A piece of an overlay, before it is wrapped to the width of the screen.
enum Fact: Equatable {
  case heading(String)
  case entry(label: String, value: StyledText)
  /// A line that is drawn as it is.
  case line([StyledText])
  case blank

  /// For a thing that is no longer on the board.
  static func gone(_ words: String) -> [Fact] {
    [.entry(label: "", value: StyledText(words, .muted))]
  }
}

/// Collects facts. What is not known takes no line.
struct FactList {
  private(set) var facts: [Fact] = []
  private let context: FrameContext

  init(_ context: FrameContext) {
    self.context = context
  }

  mutating func add(_ label: String, _ value: String?, _ role: StyleRole = .text) {
    guard let value, !value.isEmpty else { return }
    facts.append(.entry(label: label, value: StyledText(value, role)))
  }

  /// A moment, and how long ago it was.
  mutating func add(_ label: String, at time: Timestamp?) {
    guard let time else { return }
    let age = Durations.coarse(context.now.seconds(since: time))
    add(label, "\(context.timeOfDay(time)), \(age) ago")
  }

  mutating func heading(_ text: String) {
    facts += [.blank, .heading(text)]
  }
}
