import WallboardApp
import WallboardBoard
import WallboardEvents

extension Bench {
  /// What `snapshot --json` prints of floors of several sizes: a line each, with the bytes of it.
  static func measurePrinting() throws -> [String] {
    try floors.map { calls in
      let workload = Workload(count: calls + 5_000, liveCalls: calls)
      var state = WallboardState(.benchmark)
      for action in try workload.actions { _ = reduce(into: &state, action) }
      let (board, disclosure) = (state.board, state.settings.privacy.output)
      var bytes = 0
      let measurement = try Measurement("print", unit: "documents", count: 1) {
        let document = SnapshotDocument(board, at: board.now, disclosure: disclosure)
        bytes = try JSONLineEncoder(disclosure).line(document).utf8.count
      }
      return measurement.line.dropLast() + #","live_calls":\#(calls),"bytes":\#(bytes)}"#
    }
  }
}
