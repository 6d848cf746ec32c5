import WallboardBoard
import WallboardScreen

extension Keymap {
  /// The keys of a recording.
  static let playing: [KeyBinding] = transport + marks + moments

  private static let transport: [KeyBinding] = [
    KeyBinding(
      "play", .playback(.togglePlaying), [.character(" ")], "Play and pause", hint: "play",
      on: "pause", in: .playing.subtracting([.help])),
    KeyBinding(
      "faster", .playback(.changeSpeed(1)), [.character("]")], "Faster, slower", hint: "faster",
      in: .playing),
    KeyBinding(
      "slower", .playback(.changeSpeed(-1)), [.character("[")], "Faster, slower", in: .playing),
    KeyBinding(
      "seek", .beginSeek, [.character("T")], "Go to a time: 14:02, +5m, 50%", hint: "go to",
      in: .playing),
    KeyBinding(
      "moments", .toggleMoments, [.character("m")],
      "The moments: who waited, alerts, gaps, bookmarks; Enter goes there", hint: "moments",
      in: .playing),
    KeyBinding(
      "step", .playback(.step(1)), [.character(".")], "One event on, back", in: .playing),
    KeyBinding(
      "step-back", .playback(.step(-1)), [.character(",")], "One event on, back", in: .playing),
    KeyBinding(
      "minute-on", .playback(.skip(seconds: 60)), [.character("}")], "A minute on, back",
      in: .playing),
    KeyBinding(
      "minute-back", .playback(.skip(seconds: -60)), [.character("{")], "A minute on, back",
      in: .playing),
    KeyBinding(
      "go-to-start", .playback(.seekToStart), [], "Go to the beginning of the recording",
      in: .playing),
    KeyBinding(
      "go-to-end", .playback(.seekToEnd), [], "Go to the end of the recording", in: .playing),
  ]

  /// In the list of moments.
  private static let moments: [KeyBinding] = [
    KeyBinding("accept", .open, [.enter], "Go to the moment", hint: "go there", in: .moments),
    KeyBinding(
      "filter", .filter, [.character("/")], "Show only the moments that pass", hint: "filter",
      in: .moments),
    KeyBinding("moments", .toggleMoments, [.character("m")], "Close it", in: .moments),
  ]

  /// The keys are the letters of the marks.
  private static let marks: [KeyBinding] =
    [
      KeyBinding(
        "next-mark", .playback(.jump(nil, forward: true)), [.character(">")],
        "To the next, previous moment", in: .playing),
      KeyBinding(
        "previous-mark", .playback(.jump(nil, forward: false)), [.character("<")],
        "To the next, previous moment", in: .playing),
    ]
    + PlaybackMark.Kind.allCases.flatMap { kind in
      [
        KeyBinding(
          "next-\(kind.rawValue)", .playback(.jump(kind, forward: true)), kind.keys,
          "To the next \(kind.spoken)", in: .playing),
        KeyBinding(
          "previous-\(kind.rawValue)", .playback(.jump(kind, forward: false)), [],
          "To the previous \(kind.spoken)", in: .playing),
      ]
    }
}

extension PlaybackMark.Kind {
  fileprivate var keys: [Key] {
    // `G` is taken: it goes to the newest line of a followed call.
    self == .gap ? [] : [.character(letter)]
  }
}

extension Set<KeyContext> {
  /// Where a recording can be played. In the list of columns, these keys move columns.
  static let playing: Set = [.panels, .pane, .help, .detail, .explanation, .wall]
}
