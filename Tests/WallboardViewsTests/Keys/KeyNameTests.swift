import Testing
import WallboardEvents
import WallboardScreen
@testable import WallboardViews

struct KeyNameTests {
  @Test func everyNameOfAKeyIsReadBack() throws {
    let keys =
      Keymap(mode: .desk).bindings.flatMap(\.keys) + [.function(63), .alt("x"), .control(" ")]
    for key in keys {
      #expect(Key(name: key.name()) == key)
      #expect(Key(name: key.name(ascii: true)) == key)
    }
    #expect(Key(name: "ctrl-f") == .control("f") && Key(name: "ESC") == .escape)
    #expect(Key(name: "g") == .character("g") && Key(name: "G") == .character("G"))
  }

  @Test(arguments: [
    "", "Ctrl-I", "Ctrl-m", "Ctrl-C", "Ctrl-", "Ctrl-ab", "Ctrl-é", "F0", "F64", "Hyper-x", "\u{7}",
    "resize", "ab",
  ])
  func whatIsNoKeyIsNone(name: String) {
    #expect(Key(name: name) == nil)
  }
}
