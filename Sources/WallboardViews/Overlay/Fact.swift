import WallboardBoard
import WallboardEvents
import WallboardScreen

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
