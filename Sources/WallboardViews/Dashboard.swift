package import WallboardBoard
package import WallboardEvents
package import WallboardScreen

/// The board on a screen: state in and cells out, keys in and intents out.
package enum Dashboard {
  /// Where everything stands on a screen of that size.
  package static func layout(_ state: WallboardState, size: Size) -> DashboardLayout {
    DashboardLayout(size: size, view: state.view)
  }

  /// Draws the whole screen over whatever the canvas holds.
  package static func draw(
    _ state: WallboardState, settings: DrawSettings, into canvas: inout Canvas
  ) {
    var (frames, caches) = (FrameCache(), [CallSID: EntryCache]())
    frames.draw(
      FramePlanner(context: FrameContext(state, settings)).plan(size: canvas.size, caches: &caches),
      with: settings.glyphs)
    canvas = frames.canvas
  }

  /// How far down the overlay can be scrolled on a screen of that size.
  package static func lastOverlayTop(
    _ state: WallboardState, settings: DrawSettings, size: Size
  ) -> Int {
    let layout = DashboardLayout(size: size, view: state.view)
    guard let area = layout.overlay else { return 0 }
    let overlay = OverlayMaker(context: FrameContext(state, settings))
    let inside = OverlayFrame.inside(area)
    return max(0, overlay.content(width: inside.width).lines.count - inside.height)
  }

  /// Where the panes of followed calls are scrolled to, after the moves that were asked for.
  package static func panePositions(
    _ state: WallboardState, settings: DrawSettings, size: Size
  ) -> [CallSID: PanePosition] {
    var caches: [CallSID: EntryCache] = [:]
    return PaneMaker(context: FrameContext(state, settings)).positions(size: size, caches: &caches)
  }

  /// What copying gives: a key, or an entry of a followed call as far as its words are shown; `nil`
  /// for one that is no longer kept.
  package static func text(
    of request: CopyRequest, in state: WallboardState, settings: DrawSettings
  ) -> String? {
    switch request {
    case .id(let key): return TextSafety.clean(key).text
    case .line(let callSID, let number):
      return PaneMaker(context: FrameContext(state, settings)).text(ofEntry: number, in: callSID)
    }
  }

  /// What a key asks for on a screen of that size. For the mouse that may be several intents in
  /// turn.
  package static func intents(
    for key: Key, in state: WallboardState, settings: DrawSettings, size: Size
  ) -> [Intent] {
    switch key {
    case .mouse(let event): Pointing(state, settings, size: size).intents(at: event)
    case .paste(let text) where state.view.prompt != nil: [.paste(text)]
    case _: intents(for: key, in: state, settings: settings)
    }
  }

  /// What any key but the mouse asks for. The keymap says it, except in the command palette: there
  /// the keys act on what is offered. Of a key without a meaning a person is told what there is.
  package static func intents(
    for key: Key, in state: WallboardState, settings: DrawSettings
  ) -> [Intent] {
    let context = FrameContext(state, settings)
    guard let intent = settings.keymap.intent(for: key, in: KeyContext(state.view)) else {
      return UnboundKey(context: context, key: key).words.map { [.unbound($0)] } ?? []
    }
    let palette = PaletteMaker(context: context)
    guard let prompt = palette.prompt else { return [intent] }
    return palette.intents(for: intent, typedInto: prompt)
  }
}

/// What drawing needs to know besides the state; it stays the same while the program runs.
package struct DrawSettings: Sendable {
  /// The workspace's name, or the beginning of its id.
  package var workspace: String
  package var glyphs: GlyphSet
  package var keymap: Keymap
  /// How far local time is ahead of UTC, in seconds.
  package var utcOffset: Int
  /// Whether the platform is only a simulation.
  package var isSimulated: Bool
  /// Something that the user should know about the terminal or the settings.
  package var notice: String?
  /// The description of each theme, by its name.
  package var themes: [String: String] = [:]
  /// Why theme files cannot be used, a sentence for each.
  package var themeProblems: [String] = []
  /// Where a person sets things.
  package var configuration = ConfigurationPlace()
  /// How many colours the terminal is drawn with.
  package var colorDepth = ColorDepth.truecolor

  /// Settings for one run of the program.
  package init(
    workspace: String, glyphs: GlyphSet = .unicode, keymap: Keymap, utcOffset: Int = 0,
    isSimulated: Bool = false, notice: String? = nil
  ) {
    self.workspace = workspace
    self.glyphs = glyphs
    self.keymap = keymap
    self.utcOffset = utcOffset
    self.isSimulated = isSimulated
    self.notice = notice
  }
}
