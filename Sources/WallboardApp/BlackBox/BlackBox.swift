import Glibc
package import WallboardBoard
package import WallboardEvents
import WallboardRecording
import WallboardSystem

/// The last minutes of a board, always masked: kept in memory, and written to files at a crash or
/// on request.
///
/// There are two segments, each of which can be replayed alone. When the newer one is old enough or
/// full, the older one is replaced.
package final class BlackBox {
  /// The limits of a segment; times are in nanoseconds.
  struct Habits {
    var bytes = 8 << 20
    var longest: Int64 = 300_000_000_000
    /// Beginning a segment is expensive, so a burst must not begin one after another: before this
    /// age, what there is no room for is left out.
    var shortest: Int64 = 10_000_000_000
    /// Bytes kept free for the last line of a segment.
    var reserve = 1 << 20
  }

  /// The largest frame, in bytes: a character of four in every cell.
  private static let frameBytes = 2 << 20
  /// Nanoseconds between two frames that are kept.
  private static let frameInterval: Int64 = 5_000_000_000
  /// Milliseconds by which the clock may be set within a segment.
  private static let longestStep: UInt64 = 2_000

  /// A sentence about the last run, if it crashed.
  package let lastCrash: String?
  private let memory: BlackBoxMemory
  private let folder: BlackBoxFolder
  private let habits: Habits
  private let encoder: RecordingEncoder
  private let workspace: String
  private var followed = FollowedCalls()
  private let uptime: () -> Int64
  private var begunAt: Int64
  /// Whether a line of this segment was left out.
  private var isTorn = false
  private var isFrameOld = true
  private var framedAt: Int64 = .min

  /// Throws a sentence where nothing can be written.
  package convenience init(
    environment: [String: String], workspace: String, pseudonyms: PseudonymKey
  ) throws(FileFailure) {
    do {
      try self.init(
        try BlackBoxFolder(environment: environment), workspace: workspace,
        pseudonyms: pseudonyms, Habits())
    } catch {
      throw FileFailure("The last minutes are not kept: \(error)")
    }
  }

  init(
    _ folder: BlackBoxFolder, workspace: String, pseudonyms: PseudonymKey, _ habits: Habits,
    uptime: @escaping () -> Int64 = { Clock.uptime }
  ) throws(FileFailure) {
    guard
      let memory = BlackBoxMemory(
        folder: try folder.descriptor(), segment: habits.bytes, frame: Self.frameBytes)
    else { throw FileFailure("\(SystemFailure(code: ENOMEM))") }
    self.memory = memory
    self.folder = folder
    self.habits = habits
    self.uptime = uptime
    begunAt = uptime()
    self.workspace = workspace
    encoder = RecordingEncoder(Privacy(mode: .wall, pseudonyms: pseudonyms).output)
    lastCrash = folder.takeCrash(at: Clock.now)
    memory.giveUp(stem: folder.prune())
    memory.use(stem: BlackBoxFolder.stem(at: Clock.now))
    begin([], at: Clock.now)
  }

  /// From now on, ``crashWriter`` writes this black box.
  package func arm() {
    memory.arm(message: folder.crashMessage)
  }

  /// For the crash handler; takes the descriptor of a terminal, or -1.
  package static var crashWriter: @convention(c) (Int32) -> Void { BlackBoxMemory.crashWriter }

  /// Takes note of an input that was folded.
  package func observe(_ input: Input, isDuplicate: Bool, state: WallboardState) {
    if case .frame = input { return }
    isFrameOld = true
    // Comes before the first message of a call that was just followed.
    for line in followed.changes(in: state.board) { add(line) }
    let line = RecordedLine(input, isDuplicate: isDuplicate)
    if let line { add(line) }
    // No frame has set the time yet where much arrives at first.
    let now = max(line?.at ?? state.board.now, state.board.now)
    if case .clock(let change) = input, change.step.magnitude >= Self.longestStep {
      // Times of a wrong clock do not go with what follows: both segments begin anew.
      for _ in 0..<2 { begin(from: state.board, at: now) }
    }
    let age = uptime() - begunAt
    if age >= habits.longest || memory.room < habits.reserve && age >= habits.shortest {
      begin(from: state.board, at: now)
    }
  }

  /// Called once a second: keeps the file name and the rows of a frame, masked, for a crash.
  package func tend(rows: () -> [String]) {
    memory.use(stem: BlackBoxFolder.stem(at: Clock.now))
    guard isFrameOld, uptime() >= framedAt &+ Self.frameInterval else { return }
    keep(rows())
  }

  /// Writes the files, with the current frame.
  ///
  /// - Returns: A sentence: where the files are, or why there are none.
  package func save(rows: [String]) -> String {
    keep(rows)
    memory.use(stem: BlackBoxFolder.stem(at: Clock.now))
    do throws(SystemFailure) {
      let stem = try memory.save()
      memory.giveUp(stem: folder.prune())
      return "Saved, masked: \(folder.shown(stem))"
    } catch {
      return "The last minutes could not be saved: \(error)"
    }
  }

  private func keep(_ rows: [String]) {
    isFrameOld = false
    framedAt = uptime()
    memory.keep(rows: rows.map(\.withoutTrailingSpaces))
  }

  private func add(_ line: RecordedLine) {
    guard let text = try? encoder.line(line), memory.add(text) else {
      isTorn = true
      return
    }
  }

  private func begin(from board: Board, at now: Timestamp) {
    begin(RecordedLine.summary(of: board, at: now), at: now)
  }

  private func begin(_ summary: [RecordedLine], at now: Timestamp) {
    begunAt = uptime()
    let header = RecordingHeader(
      workspace: workspace, startedAt: now, privacy: .masked, offsets: .here(from: now))
    guard let header = try? encoder.line(header) else { return }
    memory.turn(
      header: header, summary: summary.compactMap { try? encoder.line($0) },
      isContinued: !isTorn)
    isTorn = false
  }
}
