import Glibc
import WallboardBoard
import WallboardEvents

/// What the program itself uses, so that whoever leaves it running for weeks can see that it does
/// not grow.
struct SelfMeter {
  /// Nanoseconds over which rates are counted.
  static let window: Int64 = 10_000_000_000
  /// Seconds within which a picture sent in parts does not count as slow.
  private static let quickPicture = 2.0

  private var since: Int64?
  private var bytes = 0
  private var frames = 0
  /// Frames that could only be sent in parts.
  private var parts = 0
  /// Per second, over the last whole window.
  private var rates: (bytes: Double, frames: Double)?
  private var slowness: Int?
  /// When the last whole picture was shown.
  private var shownAt: Int64 = 0

  /// Counts bytes that were written. Times are in nanoseconds of ``Clock/uptime``.
  mutating func note(_ count: Int, at now: Int64) {
    turn(at: now)
    bytes += count
  }

  /// Counts a frame. One that is sent in parts counts once, when every row has been sent.
  mutating func noteFrame(isWhole: Bool = true, endsRound: Bool = true, at now: Int64) {
    turn(at: now)
    if !isWhole { parts += 1 }
    guard isWhole || endsRound else { return }
    frames += 1
    shownAt = now
  }

  /// Seconds that a picture has taken lately, on a line too slow for a whole one.
  mutating func secondsToPicture(at now: Int64) -> Int? {
    turn(at: now)
    return slowness
  }

  mutating func words(
    _ board: Board, resident: Int? = ResidentMemory.bytes, at now: Int64
  ) -> String {
    turn(at: now)
    let rates = rates ?? rates(at: now)
    let memory = resident.map { "\($0 / 1_048_576) MB" } ?? "memory unknown"
    let ring = "\(board.activity.entries.count) of \(Limits.activity) activity entries"
    let tenths = Int((rates.frames * 10).rounded())
    let pace = slowness.map { "slow line: 1 frame in \($0) s" }
    return [
      "writes \(Int(rates.bytes.rounded())) B/s", pace ?? "\(tenths / 10).\(tenths % 10) frames/s",
      memory, board.connection.reconnects.counted("reconnect"), ring,
    ].joined(separator: " · ")
  }

  private mutating func turn(at now: Int64) {
    guard let since else { return (self.since, shownAt) = (now, now) }
    guard now - since >= Self.window else { return }
    let rates = rates(at: now)
    self.rates = rates
    let isSlow = parts > 0 && rates.frames * Self.quickPicture < 1
    slowness = isSlow ? slowness(of: rates.frames, at: now) : nil
    self.since = now
    bytes = 0
    frames = 0
    parts = 0
  }

  private func slowness(of frames: Double, at now: Int64) -> Int {
    let seconds = frames > 0 ? 1 / frames : Double(now - shownAt) / 1e9
    return Int(min(seconds, 999).rounded(.up))
  }

  private func rates(at now: Int64) -> (bytes: Double, frames: Double) {
    let seconds = max(1, Double(now - (since ?? now)) / 1e9)
    return (Double(bytes) / seconds, Double(frames) / seconds)
  }
}

/// The memory that this process occupies.
package enum ResidentMemory {
  /// From proc_pid_statm(5); `nil` where there is no such file.
  package static var bytes: Int? {
    guard let text = read("statm") else { return nil }
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    return pages.map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) }
  }

  /// Gives back the unwritten pages of the program and its libraries; the system reads them again
  /// when needed. Most are used at the start and never again.
  static func giveBackUnwritten() {
    guard let text = read("smaps") else { return }
    for mapping in MemoryMapping.all(in: text) where mapping.isUnwrittenFile {
      _ = unsafe madvise(
        UnsafeMutableRawPointer(bitPattern: mapping.start), mapping.length, MADV_DONTNEED)
    }
  }

  private static func read(_ name: String) -> String? {
    try? TextFile.read("/proc/self/\(name)", atMost: 1 << 20)
  }
}

/// A mapping of the process's memory, from proc_pid_smaps(5).
struct MemoryMapping: Equatable {
  let start: UInt
  /// In bytes.
  let length: Int
  /// Whether it maps a file read-only and was never written to. (Relocated data of a library is
  /// made read-only only afterwards, and differs from the file.)
  private(set) var isUnwrittenFile: Bool

  /// The mappings in the text of such a file; entries that are incomplete or not understood are
  /// left out.
  static func all(in text: String) -> [MemoryMapping] {
    text.split(separator: "\n").reduce(into: []) { mappings, line in
      if let mapping = MemoryMapping(line) {
        mappings.append(mapping)
      } else if let last = mappings.indices.last {
        mappings[last].note(line)
      }
    }
    .filter(\.isWhole)
  }

  /// Pages that were written to count as one of these.
  private static let writtenPages: Set<Substring> = ["Anonymous:", "Swap:"]

  private var countsToCome = writtenPages
  private var isWhole: Bool { countsToCome.isEmpty }

  private mutating func note(_ line: Substring) {
    guard let name = line.split(separator: " ").first, countsToCome.remove(name) != nil else {
      return
    }
    if !line.hasSuffix(" 0 kB") { isUnwrittenFile = false }
  }

  /// The mapping that such a head begins: `7f12a000-7f12c000 r-xp 00000000 fe:00 123   /lib/libc.so.6`.
  private init?(_ line: Substring) {
    let fields = line.split(separator: " ")
    let ends = fields.first?.split(separator: "-") ?? []
    guard fields.count >= 5, ends.count == 2, let start = UInt(ends[0], radix: 16),
      let end = UInt(ends[1], radix: 16), start < end, let length = Int(exactly: end - start)
    else { return nil }
    self.start = start
    self.length = length
    isUnwrittenFile = fields.count >= 6 && fields[5].hasPrefix("/") && !fields[1].contains("w")
  }
}
