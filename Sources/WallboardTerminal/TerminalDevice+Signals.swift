import CNcurses
import WallboardScreen

extension TerminalDevice {
  /// The signal that the terminal makes of a key when it comes as a control character, and cannot
  /// when the key is told by its number; `nil` for all others.
  func signal(of key: Key) -> Int32? {
    guard case .control(let character) = key, let letter = character.asciiValue,
      var modes = programModes
    else { return nil }
    let number = unsafe wallboard_signal_of(&modes, letter & 0x1F)
    return number == 0 ? nil : number
  }
}
