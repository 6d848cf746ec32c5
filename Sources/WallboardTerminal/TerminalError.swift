/// Why there can be no board on this terminal, in one line.
package enum TerminalError: Error, Hashable, CustomStringConvertible {
  case notATerminal
  case cannotOpen(reason: String)

  /// Another job has the terminal, and no shell can bring this one to the front.
  case inBackground
  case unknownType(String)

  /// The terminal's description has no way to address a cell.
  case cannotMoveCursor(String)

  package var description: String {
    switch self {
    case .notATerminal:
      "standard output is not a terminal"
    case .cannotOpen(let reason):
      "cannot open the terminal: \(reason)"
    case .inBackground:
      "the terminal is another job's, and no shell can bring this one to the front"
    case .unknownType(let name):
      "no description of the terminal type '\(name)'; set TERM, for example to xterm-256color"
    case .cannotMoveCursor(let name):
      "a terminal of type '\(name)' cannot move its cursor; set TERM if it is another"
    }
  }
}
