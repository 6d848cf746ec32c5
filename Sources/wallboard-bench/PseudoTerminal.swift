import Glibc
import WallboardScreen

/// A terminal without a screen, in the place of standard output while it lives: what is written to
/// it is counted and thrown away.
final class PseudoTerminal {
  // TIOCSPTLCK and TIOCGPTN of asm-generic/ioctls.h.
  private static let unlock: UInt = 0x4004_5431
  private static let number: UInt = 0x8004_5430

  private let controller: Int32
  private let output: Int32

  /// Takes standard output's place with a terminal of that size; `nil` when the system has none left.
  init?(size: Size) {
    controller = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK)
    var unlock: Int32 = 0
    var number: Int32 = 0
    // pts(4); the functions around these are not in the headers that Swift sees.
    guard controller >= 0, unsafe ioctl(controller, Self.unlock, &unlock) == 0,
      unsafe ioctl(controller, Self.number, &number) == 0
    else { return nil }
    let terminal = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    var window = winsize(
      ws_row: UInt16(clamping: size.height), ws_col: UInt16(clamping: size.width), ws_xpixel: 0,
      ws_ypixel: 0)
    output = dup(STDOUT_FILENO)
    guard terminal >= 0, output >= 0,
      unsafe ioctl(terminal, UInt(TIOCSWINSZ), &window) == 0,
      dup2(terminal, STDOUT_FILENO) == STDOUT_FILENO
    else { return nil }
    close(terminal)
  }

  /// Gives standard output back.
  func restore() {
    dup2(output, STDOUT_FILENO)
    close(output)
    close(controller)
  }

  /// Reads what was written so far; how many bytes that is.
  func drain() -> Int {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var count = 0
    while true {
      let read = unsafe buffer.withUnsafeMutableBytes {
        unsafe Glibc.read(controller, $0.baseAddress, $0.count)
      }
      guard read > 0 else { return count }
      count += read
    }
  }
}
