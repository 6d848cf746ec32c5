import WallboardEvents
import WallboardScreen

/// Collects what is known of a thing; what is not known takes no line.
struct FactList {
  private(set) var facts: [Fact] = []
  let scene: Scene

  init(_ scene: Scene) {
    self.scene = scene
  }

  mutating func add(_ label: String, _ value: String?, _ role: StyleRole = .text) {
    guard let value, !value.isEmpty else { return }
    facts.append(.entry(label: label, value: Phrase(value, role)))
  }

  /// A moment, and how long ago it was.
  mutating func add(_ label: String, at time: Timestamp?) {
    guard let time else { return }
    let age = Durations.coarse(scene.now.seconds(since: time))
    add(label, "\(scene.timeOfDay(time)), \(age) ago")
  }

  mutating func heading(_ text: String) {
    facts += [.blank, .heading(text)]
  }
}
