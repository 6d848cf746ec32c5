package import WallboardBoard

/// What the keys act upon: what is typed, what lies over the panels, or what has the focus.
package enum KeyContext: CaseIterable, Hashable, Sendable {
  case panels, pane, prompt, help, detail, quitting
  /// A list that lies over the panels.
  case columns, themes, explanation
  /// The board on a wall, where nothing is selected.
  case wall

  /// The context of a board that is looked at so.
  package init(_ view: BoardView) {
    switch view.overlay {
    case _ where view.prompt != nil: self = .prompt
    case nil where view.wall != nil: self = .wall
    case nil: self = view.focusedPane == nil ? .panels : .pane
    case .help: self = .help
    case .detail: self = .detail
    case .quitting: self = .quitting
    case .columns: self = .columns
    case .themes: self = .themes
    case .explanation: self = .explanation
    case .digest: self = .detail
    }
  }
}

extension Set<KeyContext> {
  /// Wherever keys are not letters of what is typed, nor answers to a question.
  static let everywhere: Set = [
    .panels, .pane, .help, .detail, .columns, .themes, .explanation,
  ]
  static let everywhereAndWall = everywhere.union([.wall])
  static let everywhereButPanes = everywhere.subtracting([.pane])
  static let panels: Set = [.panels]
  static let pane: Set = [.pane]
  static let board: Set = [.panels, .pane]
  static let boardAndDetail = board.union([.detail])
  static let overlays: Set = [.help, .detail, .explanation]
  static let help: Set = [.help]
  static let columns: Set = [.columns]
  static let themes: Set = [.themes]
  static let explanation: Set = [.explanation]
  static let wall: Set = [.wall]
  static let prompt: Set = [.prompt]
  static let quitting: Set = [.quitting]
}
