import WallboardBoard
import WallboardEvents

extension Disclosure {
  /// What a desk shows, with pseudonyms.
  static let masked = BoardSettings.test.privacy.board(identifiersShown: false)
  /// The same after somebody asked for identifiers.
  static let revealed = BoardSettings.test.privacy.board(identifiersShown: true)
}
