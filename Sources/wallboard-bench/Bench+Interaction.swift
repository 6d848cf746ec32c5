import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Bench {
  private static let liveCalls = 1_000
  private static let laps = 12

  /// Typing a filter, sorting and moving on a board of a thousand live calls; a line each.
  static func measureInteraction() throws -> [String] {
    let actions = try Workload(count: liveCalls * 6, liveCalls: liveCalls).actions
    let (calls, events) = (actions.prefix(liveCalls * 2), actions.dropFirst(liveCalls * 2))
    guard let board = try Interaction(calls: Array(calls), events: Array(events)) else { return [] }
    var figures: [(name: String, milliseconds: [Double])] = []
    for (name, keys) in habits {
      let times = (0..<laps).flatMap { _ in board.press(keys) }
      figures.append((name, times.sorted()))
    }
    board.end()
    return figures.map { line(of: $0.name, $0.milliseconds) }
  }

  /// What people do, and the keys that they press for it; after each the board is as before.
  private static let habits: [(String, [Key])] = [
    ("filter", typed("/billing age>1m -zebra") + [.enter, .escape]),
    ("sort", typed("ssssssssSSSS")),
    ("filter-sorted", typed("s/caller 4") + Array(repeating: .backspace, count: 8) + [.escape]),
    ("move", Array(repeating: .down, count: 20) + [.pageDown, .end, .home]),
    ("palette", typed(":sort calls") + [.down, .up, .escape]),
  ]

  private static func typed(_ text: String) -> [Key] { text.map(Key.character) }

  private static func line(of name: String, _ times: [Double]) -> String {
    func at(_ share: Double) -> Double {
      guard !times.isEmpty else { return 0 }
      let place = min(times.count - 1, Int(Double(times.count) * share))
      return (times[place] * 1_000).rounded() / 1_000
    }
    return #"{"bench":"interaction","what":"\#(name)","unit":"keys","count":\#(times.count),"#
      + #""milliseconds":{"median":\#(at(0.5)),"p95":\#(at(0.95)),"max":\#(at(1))}}"#
  }
}
