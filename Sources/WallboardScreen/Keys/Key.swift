/// What a person did at the keyboard, or to the window.
package enum Key: Hashable, Sendable {
  /// A printable character, as typed.
  case character(Character)

  /// A letter with the control key, as the lower-case letter: `control("d")`.
  case control(Character)

  /// A key pressed together with Alt, or after Escape.
  case alt(Character)

  /// F1 to F63.
  case function(Int)

  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right
  case home, end, pageUp, pageDown

  /// The window has another size.
  case resize

  case mouse(MouseEvent)

  /// Text that was pasted, at most 4,096 bytes of it; no key of it was pressed.
  case paste(String)
}
