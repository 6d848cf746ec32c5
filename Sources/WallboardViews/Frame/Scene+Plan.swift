import OrderedCollections
import WallboardBoard
import WallboardEvents
import WallboardScreen

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
