import WallboardBoard
import WallboardEvents

extension BoardSettings {
  /// The settings of a person at a desk, with pseudonyms that are the same every time.
  static let test = BoardSettings(privacy: Privacy(mode: .desk, pseudonyms: PseudonymKey(1, 2)))
}
