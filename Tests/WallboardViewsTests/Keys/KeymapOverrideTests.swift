import Testing
import WallboardBoard
import WallboardEvents
import WallboardScreen
@testable import WallboardViews

struct KeymapOverrideTests {
  @Test func aNameGetsOtherKeysWhereverItIsBound() throws {
    let keymap = try Keymap(
      mode: .desk, keys: ["open": [.function(2)], "filter": [.character("F"), .control("f")]])
    #expect(keymap.intent(for: .function(2), in: .panels) == .open)
    #expect(keymap.intent(for: .function(2), in: .pane) == .open)
    #expect(keymap.intent(for: .enter, in: .panels) == nil)
    #expect(keymap.intent(for: .control("f"), in: .panels) == .filter)
    #expect(keymap.markdown.contains("| `F` `Ctrl-F` "))
  }

  @Test func whatIsTypedIsAcceptedByEnterWhateverIsBound() throws {
    let keymap = try Keymap(mode: .desk, keys: ["open": []])
    #expect(keymap.intent(for: .enter, in: .prompt) == .open)
    #expect(!keymap.help.contains { $0.keys.isEmpty })
  }

  @Test func oneKeyCannotMeanTwoThingsInOnePlace() {
    let conflict = KeymapError.conflict(key: "f", first: "zoom", second: "follow-escalation")
    #expect(throws: conflict) { try Keymap(mode: .desk, keys: ["zoom": [.character("f")]]) }
    #expect("\(conflict)".contains("bind follow-escalation to another key"))
    // The same key may mean something else where the two never meet.
    #expect(throws: Never.self) {
      try Keymap(mode: .desk, keys: ["pin": [.character("f")], "zoom": [.function(3)]])
    }
  }

  @Test func namesThatNothingHasAreRefusedWithThoseThatThereAre() {
    let error = #expect(throws: KeymapError.self) {
      try Keymap(mode: .desk, keys: ["fillter": [.function(2)]])
    }
    #expect(error?.name == "fillter")
    #expect(error?.description.contains("filter, ") == true)
  }

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
