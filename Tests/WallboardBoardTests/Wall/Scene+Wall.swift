@testable import WallboardBoard
@testable import WallboardEvents

extension Scene {
  /// A wall at second 1 on which the calls are live, the first begun first, a second apart.
  static func onWall(_ calls: CallSID..., director: Bool = true) -> Scene {
    var settings = BoardSettings.test
    var wall = WallSettings()
    wall.director = director
    settings.wall = wall
    var scene = Scene()
    scene.state = WallboardState(settings)
    scene.open(at: -100)
    for (index, call) in calls.enumerated() {
      scene.tell(.started(call), at: Int64(index - calls.count) + 1)
    }
    return scene
  }

  /// The wall's page after a frame at each of those seconds, at all of which something is heard.
  mutating func pages(at seconds: Int64...) -> [Int?] {
    seconds.map {
      look(at: $0)
      return state.view.wall?.page
    }
  }

  /// A frame at which the stream was just heard, and what it does to the network.
  @discardableResult
  mutating func look(at seconds: Int64) -> [NetworkCommand] {
    act(.heard(at: second(seconds)))
    return frame(at: seconds).compactMap {
      switch $0 {
      case .network(.read), .network(.retryNow): nil
      case .network(let command): command
      case _: nil
      }
    }
  }

  /// Frames every second, and what they do to the network.
  mutating func look(from first: Int64, to last: Int64) -> [NetworkCommand] {
    (first...last).flatMap { look(at: $0) }
  }

  var directed: CallSID? { state.view.wall?.directed }
}
