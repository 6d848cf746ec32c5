import CNcurses
import Glibc
import WallboardSystem

/// A pipe to oneself: what is written from a signal handler ends a `poll`.
struct WakeUpPipe: ~Copyable {
  let readEnd: Int32
  let writeEnd: Int32

  init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe2(&ends, O_NONBLOCK | O_CLOEXEC) == 0, let first = ends.first,
      let last = ends.last
    else { throw .cannotOpen(reason: "\(SystemFailure())") }
    readEnd = first
    writeEnd = last
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  func drain() {
    var bytes: [UInt8] = Array(repeating: 0, count: 64)
    while unsafe read(readEnd, &bytes, bytes.count) == bytes.count {}
  }
}
