import WallboardBoard
import WallboardEvents

/// Which column of a bar stands for which moment: its ends are the recording's.
struct SeekScale: Equatable {
  private let start: Timestamp
  private let length: Double
  let columns: Int

  init(_ playback: Playback, columns: Int) {
    start = playback.start
    length = Double(max(0, playback.end.milliseconds(since: playback.start)))
    self.columns = columns
  }

  func column(of moment: Timestamp) -> Int {
    guard length > 0, columns > 1 else { return 0 }
    let share = Double(moment.milliseconds(since: start)) / length
    return Int((min(max(0, share), 1) * Double(columns - 1)).rounded())
  }

  func moment(at column: Int) -> Timestamp {
    guard columns > 1 else { return start }
    let share = Double(min(max(0, column), columns - 1)) / Double(columns - 1)
    return start.advanced(milliseconds: Int64(length * share))
  }
}
