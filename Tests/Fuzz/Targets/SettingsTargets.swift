import FoundationEssentials
import Glibc
import WallboardApp
import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

extension FuzzTarget {
  /// `config.toml`: settings, or a sentence that names the line.
  static let configuration = FuzzTarget(
    "configuration", rounds: 400, seeds: configurations,
    words: [
      "[alerts.call_too_long]\n", "[targets]\n", "[panels.calls]\n", "[keys]\n", "a.a.a.a.", "[[[[",
      "{a={a=", "\"\"\"", "'''", "fps = ", "= 1e999\n", "9223372036854775807", "nan", "inf",
      "0x7FFFFFFFFFFFFFFF", "1979-05-27T07:32:00Z", "\\uD800", "warning = ", "columns = [", "\r\n",
    ]
  ) { bytes in
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    do {
      let file = try ConfigurationFile(path: "config.toml", toml: text)
      let settings = try Settings(flags: [:], environment: [:], file: file)
      try require((1...60).contains(settings.framesPerSecond), "frames per second")
    } catch let error as SettingsError {
      try namesLine(error, of: "config.toml", in: bytes)
    }
  }

  /// A theme's file: a theme, or a sentence that names the line.
  static let theme = FuzzTarget(
    "theme", rounds: 300, seeds: themes,
    words: [
      "[roles]\n", "[palette]\n", "inherits = ", "background = ", "#ff8800", "bright-white on red ",
      "bold underline", "256", "-1", "color-300", "rgb(", "= \"", "[roles.title]\n",
    ]
  ) { bytes in
    let path = "\(folder)/theme-\(getpid()).toml"
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else { return }
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      let theme = try ThemeLoader(environment: [:]).load(path)
      try require(theme.name, is: path, "the theme has another name")
    } catch let error as SettingsError {
      // What is wrong may be wrong with a file that is inherited, which has no such line.
      let text = String(validating: bytes, as: UTF8.self)
      guard let text, !text.contains("inherits") else { return }
      try namesLine(error, of: path, in: bytes)
    }
  }

  /// The remembered layout: forgotten, or one that a board can be drawn with.
  static let layout = FuzzTarget(
    "layout", rounds: 300,
    seeds: [
      #"{"focus":"calls","isZoomed":true,"showsHints":false,"theme":"dark","panels":{"calls":"#
        + #"{"columns":["state","wait"],"sort":"wait desc"}}}"#,
      #"{"panels":{}}"#, #"{"panels":{"numbers":{"columns":[]}},"focus":null}"#,
    ], words: jsonWords + Panel.allCases.map(\.rawValue) + Field.allCases.map(\.rawValue)
  ) { bytes in
    guard let layout = try? JSONDecoder().decode(Layout.self, from: Data(bytes)) else { return }
    var settings = BoardSettings(privacy: Samples.privacy(.desk))
    settings.layout = layout
    let state = WallboardState(settings)
    var canvas = Canvas(size: Size(width: 80, height: 24))
    let drawing = DrawSettings(workspace: "w", keymap: Keymap(mode: .desk))
    Dashboard.draw(state, settings: drawing, into: &canvas)
    let written = try JSONEncoder().encode(layout)
    try require(JSONDecoder().decode(Layout.self, from: written), is: layout, "written and read")
  }

  private static let folder = FileManager.default.temporaryDirectory.path

  private static func namesLine(
    _ error: SettingsError, of path: String, in bytes: [UInt8]
  ) throws {
    let words = error.description
    let digits = words.dropFirst(path.count + 1).prefix(while: \.isNumber)
    let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
    let isNamed = words.hasPrefix(path + ":") && (1...lines).contains(Int(digits) ?? 0)
    try require(isNamed, "no line of \(lines): \(words)")
  }

  private static let configurations = [
    """
    workspace = "00000000-0000-4000-8000-000000000001"
    url = "https://host/prefix"
    fps = 12
    privacy = "open"
    mouse = true
    away_after = "10m"
    [watchdogs]
    stream = 60
    [wall]
    enabled = true
    follow = true
    """,
    """
    [alerts]
    sound = "command"
    command = ["notify-send", "{sentence}"]
    call_too_long = { enabled = true, warning = "20m", critical = 3600, for = "1m" }
    [alerts.escalation_waiting]
    warning = "never"
    [targets]
    waiting = [3, 5.5]
    sla = "80%"
    """,
    """
    keys.filter = ["/", "Ctrl-F"]
    [panels.calls]
    columns = ["state", "wait", "service"]
    sort = "wait desc"
    """,
    "a.b.c = 1\n[a]\n[[a.b]]\nx = 1979-05-27T07:32:00Z\n", "fps = \"\"\"\n60\"\"\" # a comment",
  ]

  private static let themes =
    [
      """
      description = "A theme"
      background = "dark"
      inherits = "dark"
      [palette]
      warm = "#ff8800"
      [roles]
      title = "warm on 17 bold"
      border = "bright-black"
      """,
      "[roles]\ntext = 255\n", "inherits = \"light\"\n[palette]\nred = 1\n",
    ]
}
