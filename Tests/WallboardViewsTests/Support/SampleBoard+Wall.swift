@testable import WallboardBoard
@testable import WallboardEvents

extension SampleBoard {
  /// The same board on a wall: what was followed at the desk, its director follows.
  func onWall(page: Int = 0, director: Bool = true) -> SampleBoard {
    var board = self
    var settings = WallSettings()
    settings.director = director
    board.state.settings.wall = settings
    board.state.settings.privacy = board.state.settings.privacy.masked
    var wall = WallView()
    wall.page = page
    wall.pageSince = Self.now
    wall.directed = board.state.view.panes.first?.callSID
    wall.directedSince = Self.now
    board.state.view.wall = wall
    board.state.view.focusedPane = nil
    return board
  }

  /// A busy afternoon on a wall, whose director follows the newest escalation.
  static func busyWall(page: Int = 0) throws -> SampleBoard {
    try following([33]).onWall(page: page)
  }

  /// A board on which nobody waits.
  static func quiet() throws -> SampleBoard {
    var board = try open()
    board.nameServices()
    try board.register(count: 4)
    for index in 1...3 { try board.call(index, ago: Int64(200 + 77 * index)) }
    try board.end(101, ago: 90)
    board.settle()
    return board
  }
}
