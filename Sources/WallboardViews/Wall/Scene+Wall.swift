import OrderedCollections
import WallboardBoard
import WallboardEvents
import WallboardScreen

/// Makes what a wall shows.
struct WallMaker: RegionMaker {
  let context: FrameContext

  /// Adds what a wall shows.
  func add(
    in layout: DashboardLayout, caches: inout [CallSID: EntryCache], to plan: inout FramePlan
  ) {
    guard let wall = view.wall else { return }
    let places = WallLayout(size: plan.size, view: view, wall)
    let alarm = WallAlarmMaker(context: context).alarm
    addWallEdges(places, wall, layout, isAlarmed: alarm != nil, to: &plan)
    if let alarm {
      plan.add(alarm, in: .wallAlarm, places.body)
      return
    }
    plan.add(WallAlertLineMaker(context: context).line, in: .alertLine, places.alert)
    let veil: FramePlan.Veil? = WallAlarmMaker(context: context).isFading ? .dim : nil
    addWallBody(places, veil, to: &plan)
    for (index, area) in layout.panes {
      PaneMaker(context: context).add(
        index, in: area, layout, veil, caches: &caches, to: &plan)
    }
  }

  private func addWallEdges(
    _ places: WallLayout, _ wall: WallView, _ layout: DashboardLayout, isAlarmed: Bool,
    to plan: inout FramePlan
  ) {
    plan.add(
      WallEdgesMaker(context: context).header(width: places.header.width), in: .header,
      places.header)
    if let bar = SeekBarMaker(context: context).bar(width: places.seekBar.width) {
      plan.add(bar, in: .seekBar, places.seekBar)
    }
    // What is typed stands where it does at a desk, for what can be chosen stands above it.
    if view.prompt != nil {
      plan.add(HintLineMaker(context: context).line, in: .hints, layout.hints)
    } else {
      plan.add(
        WallEdgesMaker(context: context).footer(places, wall, isAlarmed: isAlarmed),
        in: .wallFooter, places.footer)
    }
  }

  private func addWallBody(
    _ places: WallLayout, _ veil: FramePlan.Veil?, to plan: inout FramePlan
  ) {
    let numbers = WallNumberMaker(context: context).numbers(places.page.metrics)
    for (index, (area, number)) in zip(places.tiles, numbers).enumerated() {
      plan.add(WallTile(number: number), in: .wallTile(index), area, veil)
    }
    let others = WallOthers(numbers: Array(numbers.dropFirst(places.tiles.count)))
    plan.add(others, in: .wallOthers, places.others, veil)
    switch places.page {
    case .now, .hour:
      plan.add(
        WaitingListMaker(context: context).list(rows: places.list.height), in: .wallList(0),
        places.list, veil)
    case .work: WallWorkMaker(context: context).add(in: places.list, veil, to: &plan)
    case .call: break
    }
  }
}
