import Testing
import WallboardBoard
import WallboardEvents
import WallboardScreen
@testable import WallboardViews

struct KeymapTests {
  private let keymap = Keymap(mode: .desk)

  @Test(arguments: KeyContext.allCases, [false, true])
  func noKeyIsBoundTwice(context: KeyContext, isReplay: Bool) {
    let keys = Keymap(mode: .desk, isReplay: isReplay).bindings.filter {
      $0.contexts.contains(context)
    }.flatMap(\.keys)
    #expect(keys.count == Set(keys).count)
  }

  @Test func everyIntentIsReachable() {
    let bound = Set(Keymap.documented.bindings.map(\.intent)).filter(\.isNoSecondPlayback)
    let typed = Intent.typed("a")
    for intent in everyIntent where intent != typed { #expect(bound.contains(intent), "\(intent)") }
    let twice: Set<Intent> = [.explainNext(-1), .moveColumn(-1), .nextChoice(-1)]
    #expect(bound.subtracting(twice).count == everyIntent.count - 1)
  }

  @Test func whileTypingALetterIsALetter() {
    #expect(keymap.intent(for: .character("q"), in: .prompt) == .typed("q"))
    #expect(keymap.intent(for: .escape, in: .prompt) == .back)
  }

  @Test func everyBindingIsFoundByItsKeysAndNamedInTheHelp() {
    // What has no key is found in the palette.
    for binding in keymap.bindings where !binding.keys.isEmpty {
      for context in binding.contexts {
        for key in binding.keys {
          #expect(keymap.intent(for: key, in: context) == binding.intent)
        }
      }
      #expect(keymap.help.contains { $0.text == binding.help && !$0.keys.isEmpty })
    }
  }

  @Test func wallAndOpenOfferNoKeyForIdentifiers() {
    for mode in [PrivacyMode.wall, .open] {
      let keymap = Keymap(mode: mode)
      #expect(keymap.intent(for: .character("x"), in: .panels) == nil)
      #expect(!keymap.markdown.contains("`x`"))
    }
  }

  @Test func qClosesAnOverlayAndOnlyThenQuits() {
    #expect(keymap.intent(for: .character("q"), in: .help) == .back)
    #expect(keymap.intent(for: .character("q"), in: .panels) == .quit)
  }

  @Test func unboundKeysAskForNothing() {
    for key in [Key.character("Q"), .resize, .function(5), .alt("q"), .control("c")] {
      #expect(keymap.intent(for: key, in: .panels) == nil)
    }
  }

  @Test func f1IsHelpWhereverTheQuestionMarkIs() {
    for context in KeyContext.allCases where context != .prompt {
      #expect(
        keymap.intent(for: .function(1), in: context)
          == keymap.intent(for: .character("?"), in: context), "\(context)")
    }
    #expect(keymap.intent(for: .function(1), in: .panels) == .toggleHelp)
  }

  @Test func inTheHelpSpaceAndBTurnPagesAndNothingElse() {
    for isReplay in [false, true] {
      let keymap = Keymap(mode: .desk, isReplay: isReplay)
      for key in [Key.character(" "), .pageDown] {
        #expect(keymap.intent(for: key, in: .help) == .pageDown)
      }
      for key in [Key.character("b"), .pageUp] {
        #expect(keymap.intent(for: key, in: .help) == .pageUp)
      }
      #expect(keymap.intent(for: .control("d"), in: .help) == .halfPageDown)
      #expect(keymap.intent(for: .character("b"), in: .panels) == .bookmark)
    }
    #expect(keymap.intent(for: .character(" "), in: .panels) == .toggleHold)
  }

  @Test func aLegendIsForADesk() {
    for context in [KeyContext.panels, .pane] {
      #expect(keymap.intent(for: .character("l"), in: context) == .toggleLegend)
    }
    #expect(keymap.intent(for: .character("l"), in: .wall) == nil)
  }

  @Test(arguments: [false, true])
  func aWallHasNoKeyForWhatIsDoneAtADesk(isReplay: Bool) throws {
    let wall = Keymap(mode: .wall, isReplay: isReplay, isWall: true)
    let reached: Set<KeyContext> = [.wall, .help, .themes, .moments, .prompt]
    #expect(wall.bindings.allSatisfy { !$0.contexts.isDisjoint(with: reached) })
    let desk = Keymap(mode: .wall, isReplay: isReplay)
    let atADesk: Set<Intent> = [.toggleHold, .showIdentifiers]
    for context in reached {
      for binding in desk.bindings where binding.contexts.contains(context) {
        let isOffered = !atADesk.contains(binding.intent)
        for key in binding.keys {
          #expect(wall.intent(for: key, in: context) == (isOffered ? binding.intent : nil))
        }
      }
    }
    let words = wall.helpGroups.flatMap(\.lines).map(\.text)
    let everywhere = Keymap.documented.help.map(\.text)
    for word in ["Follow the selected", "Sort by", "Pause the view", "asks while", "operators,"] {
      #expect(everywhere.contains { $0.contains(word) }, "\(word)")
      #expect(!words.contains { $0.contains(word) }, "\(word)")
    }
    #expect(!wall.helpGroups.map(\.group).contains(.board))
    let bound = try Keymap(mode: .wall, isWall: true, keys: ["pin": [.function(4)]])
    #expect(bound.intent(for: .function(4), in: .wall) == .togglePin)
    #expect(!bound.bindings.contains { $0.intent == .toggleHold })
  }

  @Test(arguments: PrivacyMode.allCases) func noKeyHasTwoMeanings(mode: PrivacyMode) throws {
    for (isReplay, isWall) in [(false, false), (true, false), (false, true), (true, true)] {
      _ = try Keymap(mode: mode, isReplay: isReplay, isWall: isWall, keys: [:])
    }
  }

  @Test func markdownHasARowForEveryLineOfTheHelp() {
    let rows = keymap.markdown.split(separator: "\n")
    #expect(rows.count == keymap.help.count + keymap.helpGroups.count + 2)
    #expect(keymap.helpGroups.flatMap(\.lines).count == keymap.help.count)
    #expect(rows.contains("| `j` `↓` `k` `↑` | Down, up |"))
    #expect(rows.contains("| `Space` | Pause the view, and let it run again |"))
  }

  /// Every intent: walking from each to the next, the compiler insists that a new one is added.
  private var everyIntent: [Intent] {
    Array(sequence(first: .quit) { next(after: $0) })
  }

  private func next(after intent: Intent) -> Intent? {
    switch intent {
    case .quit: .toggleHelp
    case .toggleHelp: .retryNow
    case .retryNow: .nextPanel
    case .nextPanel: .previousPanel
    case .previousPanel: .focus(.calls)
    case .focus(let panel):
      Panel.allCases.drop { $0 != panel }.dropFirst().first.map { .focus($0) } ?? .moveDown
    case .moveDown: .moveUp
    case .moveUp: .moveToFirst
    case .moveToFirst: .moveToLast
    case .moveToLast: .halfPageDown
    case .halfPageDown: .halfPageUp
    case .halfPageUp: .pageDown
    case .pageDown: .pageUp
    case .pageUp: .open
    case .open: .openBeside
    case .openBeside: .showDetail
    case .showDetail: .followEscalation
    case .followEscalation: .changeDensity
    case .changeDensity: .search
    case .search: .nextMatch
    case .nextMatch: .previousMatch
    case .previousMatch: .copyID
    case .copyID: .copyLine
    case .copyLine: .typed("a")
    case .typed: .erase
    case .erase: .eraseAll
    case .eraseAll: .back
    case .back: .toggleZoom
    case .toggleZoom: .toggleHints
    case .toggleHints: .toggleLegend
    case .toggleLegend: .toggleHold
    case .toggleHold: .showIdentifiers
    case .showIdentifiers: .repaint
    case .repaint: .showMeter
    case .showMeter: .suspend
    case .suspend: .filter
    case .filter: .sortByNextColumn
    case .sortByNextColumn: .reverseSort
    case .reverseSort: .chooseColumns
    case .chooseColumns: .toggleColumn
    case .toggleColumn: .moveColumn(1)
    case .moveColumn: .acknowledge
    case .acknowledge: .openAlert
    case .openAlert: .explain
    case .explain: .explainNext(1)
    case .explainNext: .openPalette
    case .openPalette: .chooseTheme
    case .chooseTheme: .saveView
    case .saveView: .writeBlackBox
    case .writeBlackBox: .reload
    case .reload: .togglePin
    case .togglePin: .complete
    case .complete: .nextChoice(1)
    case .nextChoice: .resetLayout
    case .resetLayout: .beginSeek
    case .beginSeek: .toggleMoments
    case .toggleMoments: .bookmark
    case .bookmark: .beginNote
    case .beginNote: .showNotes
    case .showNotes: .playback(.togglePlaying)
    // The palette and the mouse ask for these, no key that is bound does.
    case .playback, .sort, .useTheme, .follow, .select, .reveal, .scroll, .focusPane, .paste,
      .fill, .unbound:
      nil
    }
  }
}

/// Keys as `config.toml` binds them.
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
    #expect(error?.description == "No such command: fillter. Did you mean filter?")
    let list = "\(KeymapError.unknownName("xyzzy"))"
    #expect(
      list.hasPrefix("No such command: xyzzy. The commands are ") && list.contains("filter, "))
  }
}

extension Intent {
  /// One command of a playback stands for all: they have a test of their own.
  fileprivate var isNoSecondPlayback: Bool {
    if case .playback(let command) = self { command == .togglePlaying } else { true }
  }
}
