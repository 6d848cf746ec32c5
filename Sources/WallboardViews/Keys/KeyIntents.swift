package import WallboardBoard
package import WallboardScreen

extension Dashboard {
  /// What a key asks for on a screen of that size: one thing, or several in turn for the mouse.
  package static func intents(
    for key: Key, in state: WallboardState, settings: DrawSettings, size: Size
  ) -> [Intent] {
    switch key {
    case .mouse(let event): Pointing(state, settings, size: size).intents(at: event)
    case .paste(let text): [.paste(text)]
    case _: intents(for: key, in: state, settings: settings)
    }
  }

  /// What a key asks for, on a board that is looked at so. The command palette knows what its words
  /// mean, for it knows what is shown; all else stands in the table of keys.
  package static func intents(
    for key: Key, in state: WallboardState, settings: DrawSettings
  ) -> [Intent] {
    guard let intent = settings.keymap.intent(for: key, in: KeyContext(state.view)) else {
      return []
    }
    let palette = PaletteMaker(context: FrameContext(state, settings))
    guard let prompt = palette.prompt else { return [intent] }
    return palette.intents(for: intent, typedInto: prompt)
  }
}
