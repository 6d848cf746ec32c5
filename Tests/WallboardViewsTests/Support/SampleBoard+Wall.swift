@testable import WallboardBoard
import WallboardEvents

/// Boards on a wall.
extension SampleBoard {
  /// The same board on a wall; with `follow`, what was followed at the desk it follows by itself.
  func onWall(follow: Bool = false) -> SampleBoard {
    var board = self
    board.state.settings.wall = WallSettings(follow: follow)
    board.state.settings.privacy = board.state.settings.privacy.masked
    var wall = WallView()
    if follow {
      wall.directed = board.state.view.panes.first?.callSID
      wall.directedSince = Self.now
    } else {
      board.state.view.panes = []
    }
    board.state.view.wall = wall
    board.state.view.focusedPane = nil
    return board
  }

  /// A busy afternoon on a wall.
  static func busyWall() throws -> SampleBoard { try many().onWall() }

  /// A board on which nobody waits.
  static func quiet() throws -> SampleBoard { try waiting(0) }

  /// A board on which so many wait, one since a second, the next since 13 more, and so on.
  static func waiting(_ count: Int) throws -> SampleBoard {
    var board = try open()
    board.nameServices()
    try board.register(count: 4)
    for index in 1...3 { try board.call(index, ago: Int64(200 + 77 * index)) }
    for index in 0..<count {
      try board.call(10 + index, ago: 600)
      try board.escalate(10 + index, ago: Int64(1 + 13 * index))
    }
    try board.end(101, ago: 90)
    board.settle()
    return board
  }

  /// The same, with so many calls at a critical risk whose callers have asked for nobody.
  func needing(_ count: Int) -> SampleBoard {
    var board = self
    let calls = (1...count).compactMap { index in
      var snapshot = CallSID(Self.callSID(index)).map { CallSnapshot(callSID: $0) }
      snapshot?.riskLevel = .known(.critical)
      return snapshot
    }
    board.act(.readStarted(.calls, at: Self.ago(131)))
    board.act(.read(.calls(calls, isComplete: false), at: Self.ago(130)))
    board.act(.frame(Frame(now: Self.ago(130))))
    board.act(.heard(at: Self.ago(2)))
    return board
  }

  /// A board on an open stream of which nothing was heard for so many seconds.
  static func unheard(for seconds: Int64) throws -> SampleBoard {
    var board = try waiting(2)
    board.act(.heard(at: ago(seconds)))
    return board
  }
}
