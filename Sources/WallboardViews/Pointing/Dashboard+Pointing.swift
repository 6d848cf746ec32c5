package import WallboardBoard
package import WallboardScreen

extension Dashboard {
  /// What a key asks for on a screen of that size: one thing, or several in turn for the mouse.
  package static func intents(
    for key: Key, in state: WallboardState, settings: DrawSettings, size: Size
  ) -> [Intent] {
    switch key {
    case .mouse(let event): return intents(at: event, in: state, settings: settings, size: size)
    case .paste(let text): return [.paste(text)]
    case _: return intents(for: key, in: state, settings: settings)
    }
  }

  /// What the mouse asks for where it points to.
  package static func intents(
    at event: MouseEvent, in state: WallboardState, settings: DrawSettings, size: Size
  ) -> [Intent] {
    Pointing(state, settings, size: size).intents(at: event)
  }
}
