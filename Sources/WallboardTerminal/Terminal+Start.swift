import Glibc

extension Terminal {
  /// Types to try in place of one without a description, the most able first.
  private static let fallbackTypes = ["xterm-256color", "vt100"]

  /// Starts ncurses for the type that TERM names, or for the nearest that has a description.
  static func startCurses(
    on device: TerminalDevice
  ) throws(TerminalError) -> (CursesScreen, notes: [String]) {
    let wanted = terminalType
    do {
      return (try CursesScreen(type: wanted, device: device), [])
    } catch .unknownType {
      return try startFallback(for: wanted, on: device)
    } catch {
      giveUp(device)
      throw error
    }
  }

  private static func startFallback(
    for wanted: String, on device: TerminalDevice
  ) throws(TerminalError) -> (CursesScreen, notes: [String]) {
    for type in fallbackTypes {
      if let screen = try? CursesScreen(type: type, device: device) {
        let note = "no description of the terminal type '\(wanted)'; using \(type)"
        return (screen, [note])
      }
    }
    giveUp(device)
    throw .unknownType(wanted)
  }

  private static func giveUp(_ device: TerminalDevice) {
    device.setModes(device.shellModes)
    SignalHandlers.remove()
  }

  private static var terminalType: String {
    guard let value = unsafe getenv("TERM") else { return "" }
    return unsafe String(cString: value)
  }
}
