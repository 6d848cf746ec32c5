/// A part of the process's memory, as proc_pid_smaps(5) tells it.
struct MemoryMapping: Equatable {
  let start: UInt
  /// In bytes.
  let length: Int
  /// Whether it shows a file that cannot be written to through it, and was not: what is relocated when
  /// a library is loaded is closed to writing only afterwards, and is no longer what the file holds.
  private(set) var isUnwrittenFile: Bool

  /// The mappings of a whole file of that kind; what is not understood, or not told to its end, is
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

  /// Pages that were written to are counted in memory, or swapped out.
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
