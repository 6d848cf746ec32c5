package import WallboardCore

/// What the keys act upon: what is typed, what lies over the panels, or what has the focus.
package enum KeyContext: CaseIterable, Hashable, Sendable {
  case panels, pane, prompt, help, detail, quitting

  /// The context of a board that is looked at so.
  package init(_ view: BoardView) {
    switch view.overlay {
    case _ where view.prompt != nil: self = .prompt
    case nil: self = view.focusedPane == nil ? .panels : .pane
    case .help: self = .help
    case .detail: self = .detail
    case .quitting: self = .quitting
    }
  }
}

extension Set<KeyContext> {
  /// Wherever keys are not letters of what is typed, nor answers to a question.
  static let everywhere: Set = [.panels, .pane, .help, .detail]
  static let panels: Set = [.panels]
  static let pane: Set = [.pane]
  static let board: Set = [.panels, .pane]
  static let overlays: Set = [.help, .detail]
  static let prompt: Set = [.prompt]
  static let quitting: Set = [.quitting]
}
