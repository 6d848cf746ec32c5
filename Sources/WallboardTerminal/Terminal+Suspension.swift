import Glibc
import WallboardScreen

extension Terminal {
  /// Gives the terminal to the shell and stops the process, as Ctrl-Z does; returns when the
  /// process goes on.
  package func suspend() {
    leaveScreen()
    SignalHandlers.stopProcess(by: SIGTSTP)
    resume()
  }

  /// Takes the terminal back after the process was stopped, by us or from outside, once it is this
  /// job's. Told to end meanwhile it leaves the terminal alone.
  func resume() {
    while !isOver, !device.isForeground { standBack() }
    guard !isOver else { return }
    _ = SignalHandlers.takeBackground()
    takeScreen()
    curses.returnFromShell()
    adoptSize()
    repaint()
  }

  /// Whether the program only has to end.
  private var isOver: Bool { terminationSignal != nil || device.isGone }

  /// Stops, as a job does that asks for a terminal which another one has.
  private func standBack() {
    leaveScreen()
    // Without a shell that could continue it, such a job is not stopped.
    if !SignalHandlers.stopProcess(by: SIGTTOU) { device.abandon() }
  }

  /// Reads the size again, and tells everyone if it is another.
  func adoptSize() {
    let current = Self.usableSize(of: device)
    guard current != size else { return }
    size = current
    curses.resize(to: current)
    presented = nil
    isFrameWanted = true
    if !pendingKeys.contains(.resize) { pendingKeys.append(.resize) }
  }
}
