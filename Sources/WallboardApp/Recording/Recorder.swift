import Glibc
import Synchronization
package import WallboardBoard
package import WallboardEvents
import WallboardRecording
import WallboardSystem

/// Writes what reaches the reducer to a recording, on a thread of its own. A failure ends the
/// recording and nothing else.
package final class Recorder {
  /// Lines that may wait for a slow disk.
  private static let mostWaiting = 100_000
  /// Milliseconds for which lines are gathered before they are written.
  private static let pause = 500
  /// Nanoseconds between two syncs to the disk.
  private static let syncInterval: Int64 = 5_000_000_000

  private enum Item {
    /// The recording begins at that moment.
    case header(at: Timestamp)
    case line(RecordedLine)
    /// Continue in a new file that begins with these.
    case rotate([RecordedLine], at: Timestamp)
  }

  /// The queue between the two threads.
  private final class RecorderQueue: Sendable {
    struct State {
      var items: [Item] = []
      var isEnding = false
      var isFull = false
      var problem: String?
      var isReaderGone = false
    }

    let state = Mutex(State())
    let wakeup: Wakeup

    init() throws(WakeupFailure) { wakeup = try Wakeup() }

    func post(_ item: Item) {
      let isFirst = state.withLock { state in
        guard state.problem == nil else { return false }
        if state.items.count >= Recorder.mostWaiting {
          state.problem = "the disk cannot keep up"
          state.items = []
          return true
        }
        state.items.append(item)
        return state.items.count == 1
      }
      // One signal is enough: the thread gathers what follows the first.
      if isFirst { wakeup.signal() }
    }

    func end() {
      state.withLock { $0.isEnding = true }
      wakeup.signal()
    }

    /// Waits until there is something, then a while for more.
    func gather(within milliseconds: Int) -> (items: [Item], isEnding: Bool) {
      if state.withLock({ $0.items.isEmpty && !$0.isEnding && $0.problem == nil }) {
        wakeup.wait(milliseconds: .max)
        wakeup.clear()
      }
      if !state.withLock({ $0.isEnding }) { wakeup.wait(milliseconds: milliseconds) }
      wakeup.clear()
      return state.withLock { state in
        let items = state.items
        state.items = []
        return (items, state.isEnding)
      }
    }
  }

  /// The file's path.
  package let path: String
  private let queue: RecorderQueue
  private let thread: SystemThread
  private var isToldOf = false
  private var followed = FollowedCalls()
  /// Present until the platform has answered.
  private var start: RecordingStart?

  /// Begins a recording at `now`, by the board's clock; throws ``SettingsError`` or ``FileFailure``
  /// where it cannot be written.
  package init(
    path: String, habits: RecordingHabits, workspace: String, privacy: Privacy,
    at now: Timestamp = Clock.now
  ) throws {
    self.path = path
    start = RecordingStart(at: now)
    let writing = Writing(
      path: path, habits: habits, disclosure: privacy.output, workspace: workspace,
      privacy: privacy.mode == .open ? .open : .masked)
    let queue = try RecorderQueue()
    self.queue = queue
    do {
      try writing.begin()
    } catch {
      let code = (error as? SystemFailure)?.code ?? EIO
      throw FileFailure.refusal(path == "-" ? "standard output" : path, code, error.reason)
    }
    thread = try SystemThread { Self.run(writing, queue) }
  }

  deinit {
    stop()
  }

  /// Takes note of an input that was folded.
  package func observe(_ input: Input, isDuplicate: Bool, state: WallboardState) {
    if start?.ends(with: input) == true { releaseStart() }
    if queue.state.withLock({ $0.isFull }) {
      queue.state.withLock { $0.isFull = false }
      let now = state.board.now
      queue.post(.rotate(RecordedLine.summary(of: state.board, at: now), at: now))
    }
    // Comes before the first message of a call that was just followed.
    for line in followed.changes(in: state.board) { write(line) }
    RecordedLine(input, isDuplicate: isDuplicate).map(write)
  }

  /// Bookmarks that moment.
  package func bookmark(at now: Timestamp) {
    write(.bookmark(at: now))
  }

  private func write(_ line: RecordedLine) {
    if start == nil { queue.post(.line(line)) } else { start?.add(line) }
  }

  /// Writes what was held back.
  private func releaseStart() {
    guard let start else { return }
    self.start = nil
    queue.post(.header(at: start.startedAt))
    for line in start.lines { queue.post(.line(line)) }
  }

  /// Why nothing is recorded any more, returned once.
  package func problem() -> String? {
    guard !isToldOf, let problem = queue.state.withLock({ $0.problem }) else { return nil }
    isToldOf = true
    return "Recording ended: \(problem)"
  }

  /// Whether the recording went to a pipe whose reader is gone (`| head`).
  var isReaderGone: Bool { queue.state.withLock { $0.isReaderGone } }

  /// Whether something is recorded.
  package var isRecording: Bool { queue.state.withLock { $0.problem == nil } }

  /// Writes what is left, and ends the thread.
  ///
  /// - Returns: The ``problem()``, if there is one.
  @discardableResult
  package func stop() -> String? {
    releaseStart()
    queue.end()
    thread.join()
    return problem()
  }
}

extension Recorder {
  /// The file, as the writing thread uses it.
  private final class Writing: Sendable {
    private let file: Mutex<RecordingFile>
    private let encoder: RecordingEncoder
    private let header: @Sendable (Timestamp) -> RecordingHeader

    init(
      path: String, habits: RecordingHabits, disclosure: Disclosure, workspace: String,
      privacy: RecordingHeader.Privacy
    ) {
      file = Mutex(RecordingFile(path: path, habits: habits, workspace: workspace))
      encoder = RecordingEncoder(disclosure)
      header = { now in
        RecordingHeader(
          workspace: workspace, startedAt: now, privacy: privacy,
          offsets: .here(from: now))
      }
    }

    func begin() throws {
      try file.withLock { try $0.begin(at: Clock.now) }
    }

    func writeHeader(at now: Timestamp) throws {
      let line = try encoder.line(header(now))
      try file.withLock { file in
        try file.write(line)
        // The reader of standard output may be gone already, which is no error.
        if !file.isOutput { try file.flush() }
      }
    }

    func write(_ line: RecordedLine) throws {
      let text = try encoder.line(line)
      try file.withLock { try $0.write(text) }
    }

    func beginCounting() { file.withLock { $0.beginCounting() } }
    func flush() throws { try file.withLock { try $0.flush() } }
    func sync() throws { try file.withLock { try $0.sync() } }
    func end() throws { try file.withLock { try $0.end() } }
    var isFull: Bool { file.withLock { $0.isFull(at: Clock.now) } }
  }

  private static func run(_ writing: Writing, _ queue: RecorderQueue) {
    do {
      try write(writing, queue)
    } catch {
      queue.state.withLock { state in
        state.problem = error.reason
        state.isReaderGone = (error as? SystemFailure)?.code == EPIPE
        state.items = []
      }
    }
  }

  private static func write(_ writing: Writing, _ queue: RecorderQueue) throws {
    var syncsAt = Clock.uptime + syncInterval
    // The other thread is asked to rotate once for each file.
    var isAsked = false
    while true {
      let (items, isEnding) = queue.gather(within: pause)
      for item in items {
        switch item {
        case .line(let line): try writing.write(line)
        case .header(let time): try writing.writeHeader(at: time)
        case .rotate(let lines, let time):
          try writing.begin()
          try writing.writeHeader(at: time)
          isAsked = false
          for line in lines { try writing.write(line) }
          writing.beginCounting()
        }
      }
      if isEnding || queue.state.withLock({ $0.problem != nil }) { return try writing.end() }
      try writing.flush()
      if !isAsked, writing.isFull {
        isAsked = true
        queue.state.withLock { $0.isFull = true }
      }
      guard Clock.uptime >= syncsAt else { continue }
      try writing.sync()
      syncsAt = Clock.uptime + syncInterval
    }
  }
}

extension Error {
  /// Why a recording cannot go on.
  fileprivate var reason: String {
    switch self as? SystemFailure {
    case let failure? where failure.code == EEXIST: "there is something other than a recording"
    case let failure? where failure.code == ENOENT: "the file or its folder is gone"
    case let failure? where failure.code == ELOOP: FilePath.notThroughLinks
    case let failure?: "\(failure)"
    case nil: "a line could not be written"
    }
  }
}
