import CNcurses
import WallboardScreen

extension TypedInput {
  /// What was read, as the rest of the program knows it; nil for keys without a meaning here.
  init?(_ input: RawInput) {
    switch input {
    case .character(let value):
      guard let scalar = Unicode.Scalar(value) else { return nil }
      self = .scalar(scalar)
    case .keyCode(let code):
      guard let key = Self.key(code: code) else { return nil }
      self = .key(key)
    }
  }

  private static func key(code: Int32) -> Key? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_HOME: .home
    case KEY_END: .end
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_ENTER: .enter
    case KEY_BTAB: .backTab
    case KEY_BACKSPACE: .backspace
    case KEY_DC: .delete
    case KEY_IC: .insert
    case (KEY_F0 + 1)...(KEY_F0 + 63): .function(Int(code - KEY_F0))
    default: nil
    }
  }
}
