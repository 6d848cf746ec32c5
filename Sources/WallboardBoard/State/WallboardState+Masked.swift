import WallboardEvents

extension WallboardState {
  /// The same as far as it may be written to a file: with nothing private, and without what a
  /// person has typed, which may be the name of a caller.
  package var masked: WallboardState {
    var state = self
    state.settings.privacy = settings.privacy.masked
    state.view.identifiersShownUntil = nil
    state.view.prompt = nil
    state.view.notice = nil
    for index in state.view.panes.indices { state.view.panes[index].query = "" }
    for panel in state.view.panels.keys where state.view.panels[panel]?.filter?.isEmpty == false {
      state.view.panels[panel]?.filter = .masked
    }
    return state
  }
}

extension Filter {
  /// Stands for a filter whose words are not to be told.
  fileprivate static let masked = try? Filter("masked")
}
