import Glibc
import Testing
import WallboardSystem

struct WriteAllTests {
  /// A pipe takes 64 KiB at a time: what does not fit is waited for, where writing blocks and where it does not.
  @Test(arguments: [false, true]) func aPipeThatIsFullIsWaitedFor(isNonBlocking: Bool) throws {
    var ends: [Int32] = [-1, -1]
    try #require(unsafe pipe(&ends) == 0)
    let (output, input) = (ends[0], ends[1])
    defer { close(output) }
    if isNonBlocking { _ = fcntl(input, F_SETFL, O_NONBLOCK) }
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let writer = try SystemThread {
      try? writeAll(bytes, to: input)
      close(input)
    }
    var read: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 10_000)
    while case let count = unsafe Glibc.read(output, &piece, piece.count), count > 0 {
      read += piece.prefix(count)
    }
    writer.join()
    #expect(read == bytes)
  }

  @Test func whyNothingMoreCanBeWrittenIsThrown() throws {
    let full = unsafe open("/dev/full", O_WRONLY)
    try #require(full >= 0)
    defer { close(full) }
    #expect(throws: SystemFailure(code: ENOSPC)) { try writeAll([1, 2, 3], to: full) }
    #expect(SystemFailure(code: ENOSPC).description == "No space left on device")
  }

  @Test func nothingIsWrittenOfNothing() throws {
    // Not even to a descriptor that is none.
    try writeAll([], to: -1)
  }
}
