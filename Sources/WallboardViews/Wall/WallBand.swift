import WallboardBoard
import WallboardScreen

/// The top of a wall: the numbers that are no emergency, and a large clock without seconds, which
/// would be most of what a quiet wall writes.
struct WallBand: Region {
  /// Hours and minutes.
  let clock: String
  /// What is wrong with the numbers, in their place.
  let warning: StyledText?
  let numbers: [WallNumber]

  func draw(in area: Rect, on canvas: inout Canvas) {
    let size = Self.size(of: area)
    var field = area.inset(horizontal: 1, vertical: 0)
    let width = canvas.lettering.width(of: clock, in: size)
    canvas.drawBig(clock, .value, atMost: size, in: field.cut(width, from: .right))
    _ = field.cut(Self.gap, from: .right)
    if let warning {
      return canvas.drawWords(
        [warning.text], warning.role, atMost: size, in: field, alignment: .left)
    }
    canvas.draw(numbers, size, in: field)
  }

  fileprivate static let gap = 6

  fileprivate static func size(of area: Rect) -> BigText.Size {
    area.height >= BigText.Size.medium.height ? .medium : .small
  }
}

extension Canvas {
  /// Draws numbers with their names beside them, which are as tall as can be.
  mutating func draw(_ numbers: [WallNumber], _ size: BigText.Size, in area: Rect) {
    var rest = area
    for number in numbers {
      let item = WallItem(number, size, lettering)
      var field = rest.cut(item.width, from: .left)
      drawBig(
        number.figure, number.role, atMost: size, in: field.cut(item.figure, from: .left),
        alignment: .right)
      _ = field.cut(WallItem.gap, from: .left)
      drawWords([item.name], .text, in: field, alignment: .left)
      _ = rest.cut(WallBand.gap, from: .left)
    }
  }
}

extension Lettering {
  /// The columns of numbers with their names beside them.
  func width(of numbers: [WallNumber], _ size: BigText.Size) -> Int {
    numbers.reduce(0) { $0 + WallItem($1, size, self).width + WallBand.gap } - WallBand.gap
  }
}

/// The columns of a number with its name beside it.
private struct WallItem {
  let name: String
  /// The columns of the number alone: two digits at least, so that nothing moves from nine to ten.
  let figure: Int
  let width: Int

  /// The columns between the number and its name: more than between two letters.
  static let gap = 3

  init(_ number: WallNumber, _ size: BigText.Size, _ lettering: Lettering) {
    // Beside a number there is room for the shortest name alone.
    name = number.names.last ?? ""
    figure = max(
      lettering.width(of: number.figure, in: size), lettering.width(of: "00", in: size))
    let letters = lettering.isASCII ? nil : lettering.capitals(name)
    width =
      figure + Self.gap
      + (letters.map { lettering.width(of: $0, in: .small) } ?? lettering.width(of: name))
  }
}

struct WallBandMaker: RegionMaker {
  let context: FrameContext

  /// The clock alone, where the numbers are too old to be shown.
  var clock: WallBand { WallBand(clock: time, warning: nil, numbers: []) }

  /// The band, and the numbers that it has no room for.
  func band(of numbers: [WallNumber], in area: Rect) -> (band: WallBand, others: [WallNumber]) {
    if let warning { return (WallBand(clock: time, warning: warning, numbers: []), numbers) }
    guard !area.isEmpty else { return (clock, numbers) }
    let size = WallBand.size(of: area)
    var free = area.width - 2 - lettering.width(of: time, in: size)
    var (shown, others): ([WallNumber], [WallNumber]) = ([], [])
    for number in numbers {
      let width = WallItem(number, size, lettering).width + WallBand.gap
      if width <= free {
        shown.append(number)
        free -= width
      } else {
        others.append(number)
      }
    }
    return (WallBand(clock: time, warning: nil, numbers: shown), others)
  }

  private var time: String { String(timeOfDay(live.now).prefix(5)) }

  /// That the numbers are not known to be how things stand, though they are not old enough to be
  /// covered.
  private var warning: StyledText? {
    switch freshness {
    case .quiet(let seconds):
      StyledText("LAST DATA \(Durations.stopwatch(seconds))", .connectionConnecting)
    case .disconnected where live.readAge != nil: StyledText("NOT LIVE", .connectionRetrying)
    case .live, .silent, .disconnected: nil
    }
  }
}
