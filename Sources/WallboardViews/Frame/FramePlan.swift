import OrderedCollections
import WallboardBoard
import WallboardEvents
import WallboardScreen

/// What is to be seen on a screen: its parts, from the lowest to what lies on top.
struct FramePlan {
  /// A place that holds one region at a time.
  enum Slot: Hashable {
    case header, alertLine, hints, seekBar, overlay, palette, tooSmall
    case heading(Panel)
    case side(Panel, Edge)
    case footer(Panel)
    case columnTitles(Panel)
    /// A line of a panel's table, counted from the first that is seen. Where there are no rows, the words
    /// in their place are the first.
    case line(Panel, Int)
    /// A followed call's, by its place among all.
    case paneBorder(Int), paneTitle(Int), paneFooter(Int)
    case paneFacts(Int), paneSide(Int), paneStatus(Int)
    case paneLine(Int, Int)
    case wallAlarm, wallOthers, wallFooter
    case wallTile(Int), wallList(Int)
  }

  /// How a part is told to be old.
  enum Veil: Equatable {
    /// Nothing is heard any more.
    case stale
    /// On a wall: the stream has ended a moment ago, or reads alone tell what there is.
    case dim
  }

  /// A region, and where it is seen.
  struct Part {
    let slot: Slot
    let area: Rect
    let region: any Region
    let veil: Veil?
  }

  /// No larger than a canvas can be.
  let size: Size
  private(set) var parts: [Part] = []

  init(size: Size) {
    self.size = Size(
      width: min(size.width, Canvas.maximumSize.width),
      height: min(size.height, Canvas.maximumSize.height))
  }

  /// Puts a region on top of what was added before. No slot is used twice.
  mutating func add(_ region: some Region, in slot: Slot, _ area: Rect, _ veil: Veil? = nil) {
    guard !area.isEmpty else { return }
    parts.append(Part(slot: slot, area: area, region: region, veil: veil))
  }
}

/// Plans a frame: what is to be seen, and where.
struct FramePlanner: RegionMaker {
  let context: FrameContext

  /// What is to be seen on a screen of that size. What was written of the followed calls is taken from
  /// the caches, and put back.
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
