import OrderedCollections
import WallboardBoard
import WallboardEvents
import WallboardScreen

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
    case wallAlarm, wallOthers, wallFooter
    case wallTile(Int), wallList(Int)
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

/// Decides which regions a frame has, and where.
struct FramePlanner: RegionMaker {
  let context: FrameContext

  /// The frame for a screen of that size. The laid-out lines of followed calls are taken from the
  /// caches and put back.
  func plan(size: Size, caches: inout [CallSID: EntryCache]) -> FramePlan {
    var plan = FramePlan(size: size)
    let layout = context.layout(size: plan.size)
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
    if let line = AlertLineMaker(context: context).line {
      plan.add(line, in: .alertLine, layout.alertLine)
    }
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
      let (box, area) = OverlayMaker(context: context).box(in: overlay)
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
