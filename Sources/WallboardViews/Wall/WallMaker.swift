import OrderedCollections
import WallboardBoard
import WallboardEvents
import WallboardScreen

/// Makes a wall: the board on a screen that people look at from afar.
struct WallMaker: RegionMaker {
  let context: FrameContext

  func add(
    in layout: DashboardLayout, caches: inout [CallSID: EntryCache], to plan: inout FramePlan
  ) {
    guard let wall = view.wall else { return }
    let places = WallLayout(size: plan.size, view: view, wall)
    let alarms = WallAlarmMaker(context: context)
    let alarm = alarms.alarm
    addFooter(places, layout, to: &plan)
    let bands = WallBandMaker(context: context)
    if let alarm {
      plan.add(bands.clock, in: .header, places.band)
      plan.add(alarm, in: .wallAlarm, places.body)
      return
    }
    let veil: FramePlan.Veil? = alarms.isFading ? .dim : nil
    let numbers = WallNumberMaker(context: context)
    for (index, (area, number)) in zip(places.tiles, numbers.urgent).enumerated() {
      plan.add(WallTile(number: number, form: places.tile), in: .wallTile(index), area, veil)
    }
    let (band, others) = bands.band(of: numbers.others, in: places.band)
    plan.add(band, in: .header, places.band, veil)
    let (list, told) = WaitingListMaker(context: context).list(places)
    plan.add(
      WallRestMaker(context: context).rest(others, besides: told), in: .wallRest, places.rest, veil)
    plan.add(list, in: .wallList, places.list, veil)
    for (index, area) in layout.panes {
      PaneMaker(context: context).add(index, in: area, layout, veil, caches: &caches, to: &plan)
    }
  }

  private func addFooter(
    _ places: WallLayout, _ layout: DashboardLayout, to plan: inout FramePlan
  ) {
    if let bar = SeekBarMaker(context: context).bar(width: places.seekBar.width) {
      plan.add(bar, in: .seekBar, places.seekBar)
    }
    // A prompt stands where it does at a desk: the palette opens above it.
    if view.prompt != nil {
      plan.add(HintLineMaker(context: context).line, in: .hints, layout.hints)
    } else {
      let footer = WallFooterMaker(context: context).footer(places)
      plan.add(footer, in: .wallFooter, places.footer)
    }
  }
}
