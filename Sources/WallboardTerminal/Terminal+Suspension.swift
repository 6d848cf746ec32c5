import WallboardScreen

extension Terminal {
  /// Gives the terminal to the shell and stops the process, as Ctrl-Z does; returns when the
  /// process goes on.
  package func suspend() {
    SignalHandlers.disarmRestore()
    leaveScreen()
    SignalHandlers.stopProcess()
    resume()
  }

  /// Takes the terminal back after the process was stopped, by us or from outside.
  func resume() {
    // Our own stop is noted as well when it ends.
    _ = SignalHandlers.takeContinue()
    device.setModes(programModes)
    armRestore()
    curses.returnFromShell()
    adoptSize()
    repaint()
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
