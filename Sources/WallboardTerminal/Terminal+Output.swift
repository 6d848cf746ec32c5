import CNcurses
import Glibc
package import WallboardScreen

extension Terminal {
  /// What is known of the colours of the terminal on standard output, which is written to and not
  /// taken over.
  package static func outputColorSupport() -> ColorSupport {
    var status: Int32 = 0
    guard isatty(STDOUT_FILENO) == 1, unsafe setupterm(nil, STDOUT_FILENO, &status) == OK else {
      return ColorSupport(colors: 0)
    }
    return unsafe colorSupport(colors: Int(tigetnum("colors")))
  }
}
