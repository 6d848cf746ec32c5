extension WallboardState {
  mutating func openPalette() {
    view.show(nil)
    view.prompt = Prompt(.command)
  }

  /// Moves the cursor through what is offered while something is typed. The views, which know how
  /// much that is, ask for no more than there is.
  mutating func moveChoice(by step: Int) {
    guard let choice = view.prompt?.choice else { return }
    view.prompt?.choice = max(0, choice + step)
  }
}
