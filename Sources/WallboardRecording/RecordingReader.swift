import Glibc
package import WallboardEvents

/// Reads a recording line by line. What cannot be read is left out and counted.
package struct RecordingReader {
  package let header: RecordingHeader
  /// Lines that could not be read so far. A torn last one, as after a crash, is none of them.
  package private(set) var skipped = 0
  /// Where the line after the last one begins.
  package private(set) var offset: Int64
  private let descriptor: Int32
  private let decoder: RecordingDecoder
  private var lines: LineReader

  /// In bytes; what has no end of a line up to there is no recording.
  private static let longestHeader = 64 << 10

  /// Reads from a descriptor, which has to stay open; throws ``RecordingError`` for what is no
  /// recording.
  package init(descriptor: Int32) throws(RecordingError) {
    self.descriptor = descriptor
    lines = LineReader(descriptor: descriptor)
    guard let first = lines.first(within: Self.longestHeader) else { throw .notARecording }
    header = try RecordingDecoder.header(first.bytes.span)
    decoder = RecordingDecoder(header.privacy)
    offset = first.next
  }

  /// The `errno` that ended the reading; to whoever reads, it looks like the end of the file.
  package var failure: Int32? { lines.failure }

  /// The next line that can be read and came before that moment; `nil` at the end.
  package mutating func next(before latest: Timestamp = Timestamp(milliseconds: .max))
    -> RecordedLine?
  {
    while let line = lines.next(skipped: &skipped) {
      offset = line.next
      if let recorded = decoder.line(line.bytes.span), recorded.at < latest { return recorded }
      if line.isWhole, !line.bytes.isEmpty { skipped += 1 }
    }
    return nil
  }

  /// Continues at the line that begins there; only a file can.
  package mutating func move(to offset: Int64, skipped: Int) {
    lines = LineReader(descriptor: descriptor, from: offset)
    self.offset = offset
    self.skipped = skipped
  }

  /// How large the recording is now; 0 bytes for a pipe.
  var extent: RecordingExtent {
    let last = lastMoment() ?? header.startedAt
    return RecordingExtent(
      bytes: max(0, Int64(lseek(descriptor, 0, SEEK_END))),
      milliseconds: max(0, last.milliseconds(since: header.startedAt)))
  }

  /// When the last line that can be read came, looked for from the end of the file.
  package func lastMoment() -> Timestamp? {
    let size = Int64(lseek(descriptor, 0, SEEK_END))
    var length: Int64 = 64 << 10
    while size > 0 {
      let start = max(0, size - length)
      var tail = LineReader(descriptor: descriptor, from: start)
      var (newest, ignored): (Timestamp?, Int) = (nil, 0)
      while let line = tail.next(skipped: &ignored) {
        guard let time = decoder.line(line.bytes.span)?.at else { continue }
        let known = newest ?? time
        let isNear = time.milliseconds(since: known) < RecordingFold.longestSilence
        newest = isNear ? max(known, time) : known
      }
      if newest != nil || start == 0 { return newest }
      length *= 8
    }
    return nil
  }
}

struct RecordingExtent {
  let bytes: Int64
  /// From its beginning to its last line.
  let milliseconds: Int64
}
