import Glibc

extension Terminal {
  /// Whether the terminal of standard output is another job's.
  package static var isInBackground: Bool { !TerminalDevice.isForeground(STDOUT_FILENO) }

  /// Waits, stopped as any job that asks for a terminal in the background, until a shell brings this
  /// one to the front; throws where nobody can. What ends a program ends it meanwhile, too.
  package static func awaitForeground() throws(TerminalError) {
    guard isInBackground else { return }
    // The kernel stops who is not allowed to do this, and has it done once he is.
    guard tcflow(STDOUT_FILENO, TCOON) == 0, !isInBackground else { throw .inBackground }
  }
}
