import WallboardScreen

/// Words in a role: what a field of the screen shows. The words may come from anywhere:
/// `Canvas.draw(_:in:)` bounds them and makes them safe.
struct Phrase: Equatable, Sendable {
  var text: String
  var role: StyleRole
  var emphasis: Emphasis
  /// Whether the whole field is drawn in the role, not only the words.
  var fillsField = false

  init(_ text: String, _ role: StyleRole = .text, emphasis: Emphasis = Emphasis()) {
    self.text = text
    self.role = role
    self.emphasis = emphasis
  }

  static let empty = Phrase("")
}
