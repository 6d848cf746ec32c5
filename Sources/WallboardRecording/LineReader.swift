import Glibc

/// The lines of a file or a pipe, and where each of them begins.
struct LineReader {
  /// In bytes; no longer line was ever written. A story's answer has 16 MiB at the most, and its line
  /// names each of its parts once more.
  static let longestLine = 20 << 20
  private static let chunk = 256 << 10
  private static let room = [UInt8](repeating: 0, count: chunk)

  /// One line without its end, and where the next one begins.
  struct Line {
    /// A slice of the buffer: whoever keeps it makes the next reading copy all of that.
    let bytes: ArraySlice<UInt8>
    let next: Int64
    /// Whether its end was there; the last line of a program that was killed may have none.
    let isWhole: Bool
  }

  private let descriptor: Int32
  private let isSeekable: Bool
  /// What was read and not handed out, from `start` on.
  private var buffer: [UInt8] = []
  private var start = 0
  /// Up to where `buffer` holds no end of a line.
  private var searched = 0
  /// Where the first byte after the buffer stands in the file.
  private var offset: Int64
  private var isAtEnd = false
  /// The `errno` that ended the reading.
  private(set) var failure: Int32?

  /// Reads a descriptor, which stays open, from that byte on; a pipe from where it is.
  init(descriptor: Int32, from offset: Int64 = 0) {
    self.descriptor = descriptor
    self.offset = offset
    isSeekable = lseek(descriptor, 0, SEEK_CUR) >= 0
  }

  /// The first line, where it has no more than so many bytes.
  mutating func first(within length: Int) -> Line? {
    while lineEnd(from: 0) == nil, buffer.count <= length, fill() {}
    guard (lineEnd(from: 0) ?? buffer.count) <= length else { return nil }
    var skipped = 0
    return next(skipped: &skipped)
  }

  /// The next line; `nil` at the end. One that is too long is left out, and counted in `skipped`.
  mutating func next(skipped: inout Int) -> Line? {
    while true {
      if let end = lineEnd(from: searched) {
        let line = Line(
          bytes: buffer[start..<end], next: offset - Int64(buffer.count - end - 1),
          isWhole: true)
        (start, searched) = (end + 1, end + 1)
        return line
      }
      searched = buffer.count
      if buffer.count - start > Self.longestLine {
        skipped += 1
        guard skipLine() else { return nil }
      } else if !fill() {
        return last()
      }
    }
  }

  private mutating func last() -> Line? {
    guard start < buffer.count else { return nil }
    let line = Line(bytes: buffer[start...], next: offset, isWhole: false)
    start = buffer.count
    return line
  }

  /// Leaves out what there is of a line, and the rest of it.
  private mutating func skipLine() -> Bool {
    while true {
      (start, searched) = (buffer.count, buffer.count)
      guard fill() else { return false }
      if let end = lineEnd(from: start) {
        (start, searched) = (end + 1, end + 1)
        return true
      }
    }
  }

  /// Where the next line ends, looked for from that place on.
  private func lineEnd(from place: Int) -> Int? {
    unsafe buffer.withUnsafeBytes { bytes in
      guard place < bytes.count, let base = bytes.baseAddress,
        let end = unsafe memchr(base + place, Int32(UInt8(ascii: "\n")), bytes.count - place)
      else { return nil }
      return unsafe UnsafeRawPointer(end) - base
    }
  }

  /// Reads on; whether there was something.
  private mutating func fill() -> Bool {
    guard !isAtEnd else { return false }
    buffer.removeFirst(start)
    searched -= start
    start = 0
    let kept = buffer.count
    let (descriptor, offset, isSeekable) = (descriptor, offset, isSeekable)
    var count = 0
    var code: Int32 = 0
    buffer += Self.room
    unsafe buffer.withUnsafeMutableBytes { bytes in
      let room = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[kept...])
      repeat {
        count =
          isSeekable
          ? unsafe pread(descriptor, room.baseAddress, room.count, off_t(offset))
          : unsafe read(descriptor, room.baseAddress, room.count)
        code = errno
      } while count < 0 && code == EINTR
    }
    buffer.removeLast(Self.chunk - max(0, count))
    self.offset += Int64(max(0, count))
    if count < 0 { failure = code }
    isAtEnd = count <= 0
    return count > 0
  }
}
