import OrderedCollections
import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  /// Adds what a wall shows.
  func addWall(
    in layout: DashboardLayout, caches: inout [CallSID: EntryCache], to plan: inout FramePlan
  ) {
    guard let wall = view.wall else { return }
    let places = WallLayout(size: plan.size, view: view, wall)
    addWallEdges(places, wall, layout, to: &plan)
    if let alarm = wallAlarm {
      plan.add(alarm, in: .wallAlarm, places.body)
      return
    }
    plan.add(wallAlertLine, in: .alertLine, places.alert)
    plan.veil = isWallFading ? .dim : nil
    defer { plan.veil = nil }
    addWallBody(places, to: &plan)
    for (index, area) in layout.panes {
      addPane(index, in: area, layout, caches: &caches, to: &plan)
    }
  }

  private func addWallEdges(
    _ places: WallLayout, _ wall: WallView, _ layout: DashboardLayout, to plan: inout FramePlan
  ) {
    plan.add(wallHeader(width: places.header.width), in: .header, places.header)
    if let bar = seekBar(width: places.seekBar.width) {
      plan.add(bar, in: .seekBar, places.seekBar)
    }
    // What is typed stands where it does at a desk, for what can be chosen stands above it.
    if view.prompt != nil {
      plan.add(hintLine, in: .hints, layout.hints)
    } else {
      plan.add(wallFooter(places, wall), in: .wallFooter, places.footer)
    }
  }

  private func addWallBody(_ places: WallLayout, to plan: inout FramePlan) {
    let numbers = wallNumbers(places.page.metrics)
    for (index, (area, number)) in zip(places.tiles, numbers).enumerated() {
      plan.add(WallTile(number: number), in: .wallTile(index), area)
    }
    let others = WallOthers(numbers: Array(numbers.dropFirst(places.tiles.count)))
    plan.add(others, in: .wallOthers, places.others)
    switch places.page {
    case .now, .hour: plan.add(waitingList, in: .wallList(0), places.list)
    case .work: addWork(in: places.list, to: &plan)
    case .call: break
    }
  }
}
