import OrderedCollections
import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  /// What is to be seen on a screen of that size. What was written of the followed calls is taken from
  /// the caches, and put back.
  func plan(size: Size, caches: inout [CallSID: EntryCache]) -> FramePlan {
    var plan = FramePlan(size: size)
    let layout = self.layout(size: plan.size)
    guard layout.fits else {
      plan.add(TooSmall(), in: .tooSmall, Rect(origin: .zero, size: plan.size))
      return plan
    }
    if view.wall != nil {
      addWall(in: layout, caches: &caches, to: &plan)
    } else {
      addDesk(in: layout, caches: &caches, to: &plan)
    }
    addOverlay(in: layout, to: &plan)
    return plan
  }

  private func addDesk(
    in layout: DashboardLayout, caches: inout [CallSID: EntryCache], to plan: inout FramePlan
  ) {
    plan.add(header(of: layout.header.size), in: .header, layout.header)
    if let alertLine { plan.add(alertLine, in: .alertLine, layout.alertLine) }
    for (panel, area) in layout.panels {
      addPanel(panel, in: area, tabs: layout.tabs(of: panel), to: &plan)
    }
    plan.add(hintLine, in: .hints, layout.hints)
    if let bar = seekBar(width: layout.seekBar.width) {
      plan.add(bar, in: .seekBar, layout.seekBar)
    }
    for (index, area) in layout.panes {
      addPane(index, in: area, layout, caches: &caches, to: &plan)
    }
  }

  private func addOverlay(in layout: DashboardLayout, to plan: inout FramePlan) {
    if let overlay = layout.overlay {
      let (box, area) = overlayBox(in: overlay)
      plan.add(box, in: .overlay, OverlayFrame.whole(area))
    }
    if let prompt = paletteQuery {
      let foot = layout.seekBar.isEmpty ? layout.hints : layout.seekBar
      let (box, area) = paletteBox(prompt, above: foot, width: plan.size.width)
      plan.add(box, in: .palette, area)
    }
  }
}
