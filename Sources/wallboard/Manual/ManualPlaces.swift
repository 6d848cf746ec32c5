import WallboardApp

/// What belongs to more than one page of the manual, and to no table of the program: variables, files,
/// examples.
enum ManualPlaces {
  struct Variable {
    let names: [String]
    let meaning: String
    /// It is for the commands that have one of these flags.
    let flags: [String]

    init(_ names: String..., flags: String..., meaning: String) {
      self.init(names: names, flags: flags, meaning: meaning)
    }

    init(names: [String], flags: [String], meaning: String) {
      self.names = names
      self.flags = flags
      self.meaning = meaning
    }
  }

  static let variables: [Variable] =
    [
      Variable(
        "WALLBOARD_TOKEN", flags: "token-file",
        meaning: "The token itself, which is never an argument.")
    ]
    + Setting.allCases.compactMap { setting in
      guard let variable = setting.variable, let flag = setting.flag else { return nil }
      return Variable(
        names: [variable], flags: [String(flag.dropFirst(2))], meaning: "The same as `\(flag)`.")
    } + [
      Variable(
        "SSL_CERT_FILE", "SSL_CERT_DIR", flags: "ca-file",
        meaning:
          "Without `--ca-file` and `CURL_CA_BUNDLE`: a file, or a folder, of CA certificates to trust."
      ),
      Variable(
        "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", flags: "url",
        meaning:
          "The proxy, such as `http://name:password@proxy.example:3128`; the first that is set."),
      Variable(
        "no_proxy", "NO_PROXY", flags: "url",
        meaning: "The hosts that are reached without it, with commas between them."),
      Variable("NO_COLOR", flags: "color", meaning: "If it is not empty, no colours are used."),
      Variable(
        "LC_ALL", "LC_CTYPE", "LANG", flags: "ascii",
        meaning: "The locale: whether more than ASCII is drawn."),
      Variable(
        "TZ", flags: "filter", "from", "token-file",
        meaning: "The time zone in which times are shown."),
      Variable(
        "XDG_CONFIG_HOME", flags: "color", "from", "token-file",
        meaning: "Where `wallboard/config.toml` is, if not in `~/.config`."),
      Variable(
        "XDG_STATE_HOME", flags: "fps",
        meaning: "Where `wallboard/` keeps what it remembers, if not in `~/.local/state`."),
    ]

  static func variables(of command: CommandDescription) -> [Variable] {
    variables.filter { command.has(anyOf: $0.flags) }
  }

  struct File {
    let path: String
    /// It is for the commands that have one of these flags.
    let flags: [String]
    let meaning: String
  }

  static let files = [
    File(
      path: "~/.config/wallboard/config.toml", flags: ["color", "from"],
      meaning: "The settings; see `wallboard`(5)."
    ),
    File(
      path: "~/.config/wallboard/themes/NAME.toml", flags: ["color"],
      meaning: "A theme of your own."),
    File(
      path: "~/.local/state/wallboard/layout.json", flags: ["fps"],
      meaning: "Columns, sort orders and the theme, as they were chosen on the board."),
    File(
      path: "~/.local/state/wallboard/blackbox-*.ndjson", flags: ["record"],
      meaning:
        "The last minutes as a recording, masked, with the last screen beside it as `.txt`: written in "
        + "a crash, by `:blackbox`, and on `SIGUSR1`. The newest five are kept."),
  ]

  static func files(of command: CommandDescription) -> [File] {
    files.filter { command.has(anyOf: $0.flags) }
  }

  static func statuses(of command: CommandDescription) -> [(status: Int, meaning: String)] {
    ExitStatuses.all.filter { status, _ in
      switch status {
      case 2: command.has(anyOf: ["token-file"])
      case 3: command.has(anyOf: ["check"])
      default: true
      }
    }.map { status, meaning in
      guard status == 1, let own = ofOne[command.commandName] else { return (status, meaning) }
      return (status, "\(own); or \(meaning)")
    }
  }

  /// What 1 says of a command's own question.
  private static let ofOne = [
    "snapshot": "with `--check`: the condition does not hold", "doctor": "something failed",
    "follow": "there is no such call, or the platform stopped the feed",
    "call": "there is no such call",
  ]

  /// The pages that somebody who reads about the command may want next.
  static func related(to command: CommandDescription) -> [String] {
    switch command.commandName {
    case "watch": ["demo", "doctor", "record", "themes"]
    case "demo": ["simulate", "watch"]
    case "follow", "events", "snapshot": ["doctor", "record"]
    case "record", "replay": ["record", "replay", "report", "watch"]
    case "report": ["calls", "record", "replay"]
    case "calls": ["call", "report", "snapshot"]
    case "call": ["calls", "follow"]
    case "simulate": ["demo", "doctor"]
    case "doctor", "themes": ["watch"]
    default: []
    }
  }

  /// By command: what for, and what is typed.
  static let examples: [String: [(words: String, lines: [String])]] = [
    "wallboard": [
      ("A look without an account:", ["wallboard demo"]),
      (
        "A workspace of your own, whose token is in a file that only you may read:",
        ["wallboard --token-file ~/.config/wallboard/token"]
      ),
    ],
    "watch": [
      ("A monitor on the wall:", ["wallboard watch --wall"]),
      (
        "A recording a day, of which the last seven are kept:",
        ["wallboard watch --record ~/floor.ndjson --record-rotate day"]
      ),
      ("Long calls alone:", ["wallboard watch --filter 'state:live age>10m'"]),
    ],
    "demo": [
      ("A busy floor:", ["wallboard demo --rate 20 --calls 200"]),
      ("In sentences:", ["wallboard demo --plain"]),
    ],
    "follow": [
      (
        "One of the live calls:",
        [
          "wallboard snapshot --json | jq -r '.calls[0].call_sid' |",
          "    xargs -n 1 wallboard follow",
        ]
      )
    ],
    "events": [("Names alone:", ["wallboard events --json | jq -r .event"])],
    "snapshot": [
      (
        "For cron:",
        [
          "wallboard snapshot 2>/dev/null \\",
          "    --check 'longest_wait<2m and (live>0 or stale<30s)' ||",
          "    notify \"$?\"",
        ]
      )
    ],
    "record": [
      ("A file a day:", ["wallboard record ~/floor.ndjson --record-rotate day"]),
      (
        "Packed; Ctrl-C ends both in the right order:",
        ["wallboard record - | (trap '' INT; exec gzip) > floor.ndjson.gz"]
      ),
    ],
    "replay": [
      ("From two in the afternoon on:", ["wallboard replay ~/floor.ndjson --at 14:02"]),
      (
        "The board at that moment, as text:",
        ["wallboard replay ~/floor.ndjson --at 14:02 --print 120x40"]
      ),
      (
        "One number of a packed recording:",
        [
          "zcat floor.ndjson.gz | wallboard replay - --json |",
          "    jq .ended_calls.count",
        ]
      ),
    ],
    "calls": [
      (
        "Who hung up yesterday without being helped:",
        ["wallboard calls --since yesterday --until yesterday --filter 'ended:hangup,abandoned'"]
      ),
      ("For a spreadsheet:", ["wallboard calls --since 2026-08-03 --limit 5000 --csv > calls.csv"]),
    ],
    "call": [
      (
        "The newest one:",
        [
          "wallboard calls --limit 1 --json | jq -r .call_sid |",
          "    xargs -n 1 wallboard call",
        ]
      ),
      (
        "To be pasted, with all that was said:",
        ["wallboard call CALL_ID --markdown --privacy open"]
      ),
    ],
    "report": [
      (
        "The day, to be pasted into a message:",
        ["wallboard report --from ~/floor.ndjson --markdown"]
      ),
      (
        "The late shift, for a spreadsheet:",
        ["wallboard report --from ~/floor.ndjson --since 14:00 --until 22:00 --csv > late.csv"]
      ),
      (
        "How many callers were answered in time:",
        [
          "wallboard report --from ~/floor.ndjson --json |",
          "    jq .waits.answered_in_time",
        ]
      ),
    ],
    "simulate": [
      (
        "A platform on one terminal, and a board of it on another:",
        ["wallboard simulate > platform", "env $(cat platform) wallboard"]
      )
    ],
    "doctor": [
      ("What is wrong:", ["wallboard doctor"]),
      (
        "Every setting, as a file to begin with, and to be moved to its place then:",
        ["wallboard doctor --config > new.toml"]
      ),
    ],
    "themes": [
      (
        "A theme of your own, from one of ours:",
        ["wallboard themes dark > ~/.config/wallboard/themes/mine.toml"]
      )
    ],
  ]
}
