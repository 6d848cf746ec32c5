import CNcurses
import Glibc
import WallboardSystem

/// A file in memory that ncurses writes to in place of the terminal.
///
/// ncurses waits in `write` while a terminal takes nothing, and sends a large frame in many pieces.
/// From here a frame is fetched whole and sent without waiting.
struct OutputSink: ~Copyable {
  private let descriptor: Int32

  /// Points `descriptor`, which ncurses knows, at memory from now on.
  init(replacing descriptor: Int32) throws(TerminalError) {
    let memory = unsafe memfd_create("wallboard-frame", 0)
    guard memory >= 0 else { throw .cannotOpen(reason: "\(SystemFailure())") }
    defer { close(memory) }
    guard dup2(memory, descriptor) >= 0 else {
      throw .cannotOpen(reason: "\(SystemFailure())")
    }
    self.descriptor = descriptor
  }

  /// Takes out what was written since the last time.
  func take() -> [UInt8] {
    // The position is the length: reading does not move it, and it starts at zero every time.
    let length = Int(lseek(descriptor, 0, SEEK_CUR))
    guard length > 0 else { return [] }
    lseek(descriptor, 0, SEEK_SET)
    return unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      count = unsafe max(0, pread(descriptor, buffer.baseAddress, length, 0))
    }
  }
}
