/// How a person has the terminal take what is copied. Whether it has taken it nobody is told.
package enum ClipboardAdvice {
  /// Words for whoever finds nothing in the clipboard, as the variables of the environment tell of the
  /// terminal.
  package static func words(environment: (String) -> String?) -> String {
    let cure =
      switch Multiplexer(environment: environment) {
      case .tmux: "tmux: set -g set-clipboard on"
      case .screen: "the terminal around screen has to allow OSC 52"
      case .none where environment("XTERM_VERSION") != nil: "xterm: XTerm*allowWindowOps: true"
      case .none: "the terminal has to allow OSC 52"
      }
    return "Not in the clipboard? \(cure)"
  }
}
