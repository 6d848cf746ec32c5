package import WallboardBoard
package import WallboardScreen

extension Dashboard {
  /// What a key asks for, on a board that is looked at so. The command palette knows what its words
  /// mean, for it knows what is shown; all else stands in the table of keys.
  package static func intents(
    for key: Key, in state: WallboardState, settings: DrawSettings
  ) -> [Intent] {
    guard let intent = settings.keymap.intent(for: key, in: KeyContext(state.view)) else {
      return []
    }
    let scene = Scene(state, settings)
    guard let prompt = scene.paletteQuery else { return [intent] }
    return scene.intents(for: intent, typedInto: prompt)
  }
}

extension Scene {
  fileprivate func intents(for intent: Intent, typedInto prompt: Prompt) -> [Intent] {
    switch intent {
    case .open: [.back] + (chosenPaletteItem(prompt)?.intents ?? [])
    case .complete: chosenPaletteItem(prompt).map { [.fill($0.name)] } ?? []
    // The cursor stays on what there is.
    case .nextChoice(let step):
      (0..<paletteItems(prompt.text).count).contains(prompt.choice + step) ? [intent] : []
    case _: [intent]
    }
  }
}
