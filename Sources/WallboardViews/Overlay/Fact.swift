import WallboardBoard
import WallboardEvents
import WallboardScreen

/// A line of an overlay before it is broken into the lines of the screen.
enum Fact: Equatable {
  case heading(String)
  /// Something known, and what it is called.
  case entry(label: String, value: StyledText)
  /// A line that is drawn as it is.
  case line([StyledText])
  case blank

  /// What is said of a thing that is there no more.
  static func gone(_ words: String) -> [Fact] {
    [.entry(label: "", value: StyledText(words, .muted))]
  }
}

/// Collects what is known of a thing; what is not known takes no line.
struct FactList {
  private(set) var facts: [Fact] = []
  let context: FrameContext

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
