package import WallboardCore

/// What the keys act upon: the panels, or what lies over them.
package enum KeyContext: CaseIterable, Hashable, Sendable {
  case panels, help, detail

  /// The context of an overlay, or of none.
  package init(_ overlay: Overlay?) {
    switch overlay {
    case nil: self = .panels
    case .help: self = .help
    case .detail: self = .detail
    }
  }
}

extension Set<KeyContext> {
  static let everywhere = Set(KeyContext.allCases)
  static let panels: Set = [.panels]
  static let overlays: Set = [.help, .detail]
}
