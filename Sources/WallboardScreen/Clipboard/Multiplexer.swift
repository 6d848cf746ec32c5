/// What lies between the program and the terminal that the person sits at.
package enum Multiplexer: Equatable, Sendable {
  case none, tmux, screen

  /// As the variables of the environment tell.
  package init(environment: (String) -> String?) {
    if environment("TMUX")?.isEmpty == false {
      self = .tmux
    } else if environment("STY")?.isEmpty == false {
      self = .screen
    } else {
      self = .none
    }
  }
}
