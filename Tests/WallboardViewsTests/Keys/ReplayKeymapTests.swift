import Testing
import WallboardBoard
@testable import WallboardEvents
import WallboardScreen
@testable import WallboardViews

/// The keys over a recording.
struct ReplayKeymapTests {
  private let live = Keymap(mode: .desk)
  private let replay = Keymap(mode: .desk, isReplay: true)

  private static let commands: [(Character, PlaybackCommand)] = [
    (" ", .togglePlaying), ("]", .changeSpeed(1)), ("[", .changeSpeed(-1)), (".", .step(1)),
    (",", .step(-1)), ("}", .skip(seconds: 60)), ("{", .skip(seconds: -60)),
    (">", .jump(nil, forward: true)), ("<", .jump(nil, forward: false)),
    ("E", .jump(.escalation, forward: true)), ("A", .jump(.alert, forward: true)),
    ("P", .jump(.problem, forward: true)), ("B", .jump(.bookmark, forward: true)),
  ]

  @Test(arguments: commands)
  func keysPlayARecordingAndNothingElse(key: Character, command: PlaybackCommand) {
    for context in [KeyContext.panels, .pane, .wall, .detail, .help, .explanation] {
      // There it turns a page.
      if context == .help, key == " " { continue }
      #expect(replay.intent(for: .character(key), in: context) == .playback(command))
      if case .playback = live.intent(for: .character(key), in: context) {
        Issue.record("\(key) plays a live board")
      }
    }
    #expect(replay.intent(for: .character(key), in: .prompt) == .typed(key))
  }

  @Test func theListOfMomentsHasKeysOfItsOwn() {
    for context in [KeyContext.panels, .pane, .wall, .detail, .help, .explanation, .moments] {
      #expect(replay.intent(for: .character("m"), in: context) == .toggleMoments)
      // Where there is no list of moments, it writes a note.
      let note: Intent? = [.panels, .pane, .detail].contains(context) ? .beginNote : nil
      #expect(live.intent(for: .character("m"), in: context) == note)
    }
    #expect(replay.intent(for: .enter, in: .moments) == .open)
    #expect(replay.intent(for: .escape, in: .moments) == .back)
    #expect(replay.intent(for: .character("/"), in: .moments) == .filter)
    #expect(replay.intent(for: .character(" "), in: .moments) == nil)
    #expect(
      replay.helpGroups.first { $0.group == .recording }?.lines.contains {
        $0.keys == [.character("m")]
      } == true)
  }

  @Test func listsKeepTheirKeys() {
    #expect(replay.intent(for: .character(" "), in: .columns) == .toggleColumn)
    #expect(replay.intent(for: .character("<"), in: .columns) == .moveColumn(-1))
  }

  @Test func whatIsLiveIsNotOffered() {
    let intents = replay.bindings.map(\.intent)
    #expect(!intents.contains(.retryNow) && !intents.contains(.toggleHold))
    #expect(!intents.contains(.writeBlackBox) && !intents.contains(.acknowledge))
    #expect(live.bindings.contains { $0.name == "blackbox" && $0.keys.isEmpty })
    #expect(!replay.bindings.contains { $0.contexts.contains(.quitting) })
    #expect(!replay.markdown.contains("asks while"))
    #expect(replay.markdown.contains("| `q` | Quit |"))
  }

  @Test func aBookmarkIsSetAnywhere() {
    for keymap in [live, replay] {
      for context in [KeyContext.panels, .pane, .wall, .detail] {
        #expect(keymap.intent(for: .character("b"), in: context) == .bookmark)
      }
    }
  }

  @Test func everyCommandHasAName() {
    let jumps = PlaybackMark.Kind.allCases.flatMap { kind in
      [true, false].map { PlaybackCommand.jump(kind, forward: $0) }
    }
    let named = Set(replay.bindings.filter { $0.name != nil }.map(\.intent))
    for command in Self.commands.map(\.1) + jumps + [.seekToStart, .seekToEnd] {
      #expect(named.contains(.playback(command)), "\(command)")
    }
    #expect(named.contains(.beginSeek))
    for kind in PlaybackMark.Kind.allCases {
      #expect(Keymap.names.contains("previous-\(kind.rawValue)"))
    }
  }

  @Test func theHelpTellsOfThemOnlyOverARecording() {
    #expect(replay.helpGroups.contains { $0.group == .recording })
    #expect(!live.helpGroups.contains { $0.group == .recording })
    #expect(Keymap.documented.markdown.contains("| **In a recording** | |\n| `Space` | Play and"))
    #expect(Keymap.documented.markdown.contains("| `Space` | Pause the view"))
  }

  @Test func whatIsSetUpIsRightForBothOrForNone() throws {
    let conflict = KeymapError.conflict(key: "T", first: "zoom", second: "seek")
    for isReplay in [true, false] {
      #expect(throws: conflict) {
        try Keymap(mode: .desk, isReplay: isReplay, keys: ["zoom": [.character("T")]])
      }
    }
    let keymap = try Keymap(
      mode: .desk, isReplay: true, keys: ["next-gap": [.function(5)], "hold": [.function(6)]])
    #expect(
      keymap.intent(for: .function(5), in: .panels) == .playback(.jump(.gap, forward: true)))
    #expect(keymap.intent(for: .function(6), in: .panels) == nil)
  }
}
