import OrderedCollections
package import WallboardBoard
package import WallboardEvents
package import WallboardScreen

/// The regions of a frame with their areas, from the lowest layer to the highest.
struct FramePlan {
  /// A place that holds one region at a time. ``FrameCache`` compares the regions of a slot from
  /// frame to frame.
  enum Slot: Hashable {
    case header, alertLine, hints, seekBar, overlay, palette, tooSmall
    case heading(Panel)
    case side(Panel, Edge)
    case footer(Panel)
    case columnTitles(Panel)
    /// A line of a panel's table, counted from the first visible one. Where there are no rows, line
    /// 0 is the placeholder.
    case line(Panel, Int)
    /// Of a followed call's pane, by its index among all.
    case paneBorder(Int), paneTitle(Int), paneFooter(Int)
    case paneFacts(Int), paneSide(Int), paneStatus(Int)
    case paneLine(Int, Int)
    case wallAlarm, wallList, wallRest, wallFooter
    case wallTile(Int)
  }

  /// What is laid over a part after it is drawn, so that old data does not look live.
  enum Veil: Equatable {
    /// Events do not flow.
    case stale
    /// On a wall: the stream ended a moment ago, or only reads keep the board up to date.
    case dim
  }

  /// A region and its area.
  struct Part {
    let slot: Slot
    let area: Rect
    let region: any Region
    let veil: Veil?
  }

  let size: Size
  private(set) var parts: [Part] = []

  init(size: Size) {
    self.size = Size(
      width: min(size.width, Canvas.maximumSize.width),
      height: min(size.height, Canvas.maximumSize.height))
  }

  /// Puts a region on top of those added before. A slot takes one region a frame.
  mutating func add(_ region: some Region, in slot: Slot, _ area: Rect, _ veil: Veil? = nil) {
    guard !area.isEmpty else { return }
    parts.append(Part(slot: slot, area: area, region: region, veil: veil))
  }
}

extension FramePlan {
  /// The signs in the rows of a panel.
  func signs(of panel: Panel, _ glyphs: GlyphSet) -> [Sign] {
    parts.flatMap { part -> [Sign] in
      guard case .line(panel, _) = part.slot else { return [] }
      return part.region.signs(glyphs)
    }
  }
}

/// Decides which regions a frame has, and where.
struct FramePlanner: RegionMaker {
  let context: FrameContext

  /// The frame for a screen of that size. The laid-out lines of followed calls are taken from the
  /// caches and put back.
  func plan(size: Size, caches: inout [CallSID: EntryCache]) -> FramePlan {
    var plan = FramePlan(size: size)
    let layout = DashboardLayout(size: plan.size, view: view)
    guard layout.fits else {
      plan.add(TooSmall(), in: .tooSmall, Rect(origin: .zero, size: plan.size))
      return plan
    }
    if view.wall != nil {
      WallMaker(context: context).add(in: layout, caches: &caches, to: &plan)
    } else {
      addDesk(in: layout, caches: &caches, to: &plan)
    }
    addOverlay(in: layout, to: &plan)
    return plan
  }

  private func addDesk(
    in layout: DashboardLayout, caches: inout [CallSID: EntryCache], to plan: inout FramePlan
  ) {
    plan.add(
      HeaderMaker(context: context).header(of: layout.header.size), in: .header, layout.header)
    AlertLineMaker(context: context).add(in: layout.alertLine, to: &plan)
    for (panel, area) in layout.panels {
      PanelMaker(context: context, panel: panel)
        .add(in: area, tabs: layout.tabs(of: panel), to: &plan)
    }
    plan.add(HintLineMaker(context: context).line, in: .hints, layout.hints)
    if let bar = SeekBarMaker(context: context).bar(width: layout.seekBar.width) {
      plan.add(bar, in: .seekBar, layout.seekBar)
    }
    for (index, area) in layout.panes {
      PaneMaker(context: context).add(index, in: area, layout, caches: &caches, to: &plan)
    }
  }

  private func addOverlay(in layout: DashboardLayout, to plan: inout FramePlan) {
    if let overlay = layout.overlay {
      let (box, area) = OverlayMaker(context: context, layout: layout).box(in: overlay)
      plan.add(box, in: .overlay, OverlayFrame.whole(area))
    }
    let palette = PaletteMaker(context: context)
    if let prompt = palette.prompt {
      let foot = layout.seekBar.isEmpty ? layout.hints : layout.seekBar
      let (box, area) = palette.box(prompt, above: foot, width: plan.size.width)
      plan.add(box, in: .palette, area)
    }
  }
}

/// Draws one frame after another as ``Dashboard`` does, but only what changed since the last.
package struct DashboardPainter {
  private var settings: DrawSettings
  private var frames = FrameCache()
  /// The lines of followed calls that are laid out already.
  private var caches: [CallSID: EntryCache] = [:]

  /// A painter that has drawn nothing.
  package init(_ settings: DrawSettings) {
    self.settings = settings
  }

  /// The whole screen.
  package mutating func draw(_ state: WallboardState, size: Size, utcOffset: Int) -> Canvas {
    settings.utcOffset = utcOffset
    let plan = FramePlanner(context: FrameContext(state, settings)).plan(
      size: size, caches: &caches)
    frames.draw(plan, with: settings.glyphs)
    return frames.canvas
  }

  /// Where the panes are scrolled to, after the moves that were asked for, in the next frame.
  package mutating func panePositions(
    _ state: WallboardState, size: Size, utcOffset: Int
  ) -> [CallSID: PanePosition] {
    settings.utcOffset = utcOffset
    caches = caches.filter { call in
      state.view.panes.contains { $0.callSID == call.key }
    }
    return PaneMaker(context: FrameContext(state, settings)).positions(size: size, caches: &caches)
  }
}

/// Draws one frame after another, each only where it differs from the one before.
///
/// A busy board changes a few lines a frame, and drawing is the most expensive part of a frame.
struct FrameCache {
  private(set) var canvas: Canvas
  private var drawn: [FramePlan.Slot: FramePlan.Part] = [:]

  init(size: Size = .zero, glyphs: GlyphSet = .unicode) {
    canvas = Canvas(size: size, glyphs: glyphs)
  }

  /// Draws the parts that changed or moved, and those on top of what was drawn anew.
  mutating func draw(_ plan: FramePlan, with glyphs: GlyphSet) {
    if canvas.size != plan.size || canvas.glyphs != glyphs {
      self = FrameCache(size: plan.size, glyphs: glyphs)
    }
    var changed = clearWhatIsGone(in: plan)
    for part in plan.parts {
      if let known = drawn[part.slot], known.isSame(as: part),
        !changed.contains(where: { !$0.intersection(part.area).isEmpty })
      {
        continue
      }
      canvas.clear(part.area)
      part.draw(on: &canvas)
      drawn[part.slot] = part
      changed.append(part.area)
    }
  }

  /// Clears the areas of parts that are gone or moved: what lies below is drawn again.
  private mutating func clearWhatIsGone(in plan: FramePlan) -> [Rect] {
    var areas: [FramePlan.Slot: Rect] = [:]
    for part in plan.parts { areas[part.slot] = part.area }
    assert(areas.count == plan.parts.count, "a slot holds one region at a time")
    let gone = drawn.values.filter { areas[$0.slot] != $0.area }
    for part in gone {
      canvas.clear(part.area)
      drawn[part.slot] = nil
    }
    return gone.map(\.area)
  }
}

extension FramePlan.Part {
  fileprivate func isSame(as other: FramePlan.Part) -> Bool {
    area == other.area && veil == other.veil && region.isEqual(to: other.region)
  }

  fileprivate func draw(on canvas: inout Canvas) {
    region.draw(in: area, on: &canvas)
    switch veil {
    case .stale: canvas.restyle(area, role: .stale)
    case .dim: canvas.emphasize(area, .dim)
    case nil: break
    }
  }
}

extension Region {
  fileprivate func isEqual(to other: any Region) -> Bool {
    if let other = other as? Self { self == other } else { false }
  }
}
