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
    let palette = PaletteMaker(context: FrameContext(state, settings))
    guard let prompt = palette.prompt else { return [intent] }
    return palette.intents(for: intent, typedInto: prompt)
  }
}

extension PaletteMaker {
  fileprivate func intents(for intent: Intent, typedInto prompt: Prompt) -> [Intent] {
    switch intent {
    case .open: [.back] + (chosenItem(prompt)?.intents ?? [])
    case .complete: chosenItem(prompt).map { [.fill($0.name)] } ?? []
    // The cursor stays on what there is.
    case .nextChoice(let step):
      (0..<items(prompt.text).count).contains(prompt.choice + step) ? [intent] : []
    case _: [intent]
    }
  }
}
