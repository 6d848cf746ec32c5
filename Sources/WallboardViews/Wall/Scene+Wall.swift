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
    let alarm = wallAlarm
    addWallEdges(places, wall, layout, isAlarmed: alarm != nil, to: &plan)
    if let alarm {
      plan.add(alarm, in: .wallAlarm, places.body)
      return
    }
    plan.add(wallAlertLine, in: .alertLine, places.alert)
    let veil: FramePlan.Veil? = isWallFading ? .dim : nil
    addWallBody(places, veil, to: &plan)
    for (index, area) in layout.panes {
      addPane(index, in: area, layout, veil, caches: &caches, to: &plan)
    }
  }

  private func addWallEdges(
    _ places: WallLayout, _ wall: WallView, _ layout: DashboardLayout, isAlarmed: Bool,
    to plan: inout FramePlan
  ) {
    plan.add(wallHeader(width: places.header.width), in: .header, places.header)
    if let bar = seekBar(width: places.seekBar.width) {
      plan.add(bar, in: .seekBar, places.seekBar)
    }
    // What is typed stands where it does at a desk, for what can be chosen stands above it.
    if view.prompt != nil {
      plan.add(hintLine, in: .hints, layout.hints)
    } else {
      plan.add(wallFooter(places, wall, isAlarmed: isAlarmed), in: .wallFooter, places.footer)
    }
  }

  private func addWallBody(
    _ places: WallLayout, _ veil: FramePlan.Veil?, to plan: inout FramePlan
  ) {
    let numbers = wallNumbers(places.page.metrics)
    for (index, (area, number)) in zip(places.tiles, numbers).enumerated() {
      plan.add(WallTile(number: number), in: .wallTile(index), area, veil)
    }
    let others = WallOthers(numbers: Array(numbers.dropFirst(places.tiles.count)))
    plan.add(others, in: .wallOthers, places.others, veil)
    switch places.page {
    case .now, .hour:
      plan.add(waitingList(rows: places.list.height), in: .wallList(0), places.list, veil)
    case .work: addWork(in: places.list, veil, to: &plan)
    case .call: break
    }
  }
}
