import Glibc
package import WallboardBoard
package import WallboardEvents
import WallboardRecording
import WallboardSystem

/// The last minutes of a board, always masked: in memory, and in files when the program crashes or
/// a person asks for them.
///
/// There are two segments, each of which replays by itself. When the newer one is old enough or full,
/// the older one gives way to the next.
package final class BlackBox {
  /// How large and how old a segment gets; the times are in nanoseconds.
  struct Habits {
    var bytes = 8 << 20
    var longest: Int64 = 300_000_000_000
    /// Beginning a segment costs, so that a burst does not make one after the other: what there is
    /// no room for before is left out.
    var shortest: Int64 = 10_000_000_000
    /// Bytes that are left for the last line of a segment.
    var reserve = 1 << 20
  }

  /// The largest frame there is, in bytes: every cell with a character of four.
  private static let frameBytes = 2 << 20
  /// Nanoseconds between two frames that are kept.
  private static let frameInterval: Int64 = 5_000_000_000
  /// Milliseconds that the clock may be set by within a segment.
  private static let longestStep: UInt64 = 2_000

  /// Why the program ended the last time, where that was a crash.
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

  /// A black box of that workspace; throws, in words for a person, where nothing can be written.
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

  /// From now on a crash that calls ``crashWriter`` writes it.
  package func arm() {
    memory.arm(message: folder.crashMessage)
  }

  /// What the handler of a crash calls, with the descriptor of a terminal or -1.
  package static var crashWriter: @convention(c) (Int32) -> Void { BlackBoxMemory.crashWriter }

  /// Takes note of an action that was folded.
  package func observe(_ action: Action, isDuplicate: Bool, state: WallboardState) {
    if case .frame = action { return }
    isFrameOld = true
    // Before what is told of a call that was followed a moment ago.
    for line in followed.changes(in: state.board) { add(line) }
    let line = RecordedLine(action, isDuplicate: isDuplicate)
    if let line { add(line) }
    // Nothing was framed yet where what comes first is much.
    let now = max(line?.at ?? state.board.now, state.board.now)
    if case .clock(let change) = action, change.step.magnitude >= Self.longestStep {
      // What was stamped by a clock that was wrong would not go with what follows: in neither segment.
      for _ in 0..<2 { begin(from: state.board, at: now) }
    }
    let age = uptime() - begunAt
    if age >= habits.longest || memory.room < habits.reserve && age >= habits.shortest {
      begin(from: state.board, at: now)
    }
  }

  /// Sees once a second to what a crash would write: the name, and the rows of a frame, masked.
  package func tend(rows: () -> [String]) {
    memory.use(stem: BlackBoxFolder.stem(at: Clock.now))
    guard isFrameOld, uptime() >= framedAt &+ Self.frameInterval else { return }
    keep(rows())
  }

  /// Writes it, with a frame as it is now.
  ///
  /// - Returns: What to tell the person: where it is, or why it is nowhere.
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
