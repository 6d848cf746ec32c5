import OrderedCollections
import Testing
import WallboardScreen
import WallboardViews

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

@Suite("The tables of config.toml")
struct SettingTableTests {
  private func tables(_ toml: String) throws -> SettingTables {
    try SettingTables(ConfigurationFile(path: "config.toml", toml: toml))
  }

  @Test("Without any, the defaults hold")
  func defaults() throws {
    let tables = try tables("fps = 20")
    #expect(tables.alerts == AlertSettings())
    #expect(tables.alarm == AlarmSettings())
    #expect(tables.targets == Target.defaults)
    #expect(tables.layout == Layout())
    #expect(tables.keys.choices.isEmpty)
  }

  @Test("A target is a goal, or a goal and a critical value, in the unit of its number")
  func targets() throws {
    let targets = try tables(
      """
      [targets]
      answer_speed = ["20s", 45]
      abandonment_rate = ["3%", 0.08]
      reply_p95 = "1.5s"
      problems = "none"
      online = [5, 2]
      live = [10, 2]
      """
    ).targets
    #expect(targets[.online] == Target(goal: 5, critical: 2))
    #expect(targets[.live] == Target(goal: 10, critical: 2))
    #expect(targets[.answerSpeed] == Target(goal: 20, critical: 45))
    #expect(targets[.abandonmentRate] == Target(goal: 0.03, critical: 0.08))
    #expect(targets[.replyP95] == Target(goal: 1_500))
    #expect(targets[.problems] == nil)
    #expect(targets[.waiting] == Target.defaults[.waiting])
  }

  @Test("A target goes by the words of the panel, too, but not by both names at once")
  func targetsByTitle() throws {
    let targets = try tables("[targets]\nhung_up_waiting = \"3%\"").targets
    #expect(targets[.abandonmentRate] == Target(goal: 0.03))
    #expect {
      try tables("[targets]\nhung_up_waiting = \"3%\"\nabandonment_rate = \"4%\"")
    } throws: { error in
      "\(error)".contains("abandonment_rate sets the same target as ")
        && "\(error)".hasSuffix("targets.hung_up_waiting: remove one of them.")
    }
  }

  @Test(
    "A target of what an alert watches is the alert's thresholds, wherever they are set",
    arguments: [
      ("[targets]\nlongest_wait = [\"30s\", \"2m\"]", 30, 120),
      ("[targets]\nlongest_wait = 45", 45, 60),
      ("[targets]\nlongest_wait = \"none\"", nil, nil),
      ("[alerts.escalation_waiting]\nwarning = \"30s\"\ncritical = 90", 30, 90),
      ("[alerts.escalation_waiting]\nwarning = 30\n[targets]\nlongest_wait = [30, 70]", 30, 70),
      (
        "[targets]\nlongest_wait = [\"30s\", \"1m\"]\n"
          + "[alerts.escalation_waiting]\ncritical = \"60s\"", 30, 60
      ),
    ] as [(String, Double?, Double?)])
  func thresholds(toml: String, warning: Double?, critical: Double?) throws {
    let tables = try tables(toml)
    #expect(
      tables.alerts.rules[.escalationWaiting] == AlertRule(warning: warning, critical: critical))
    #expect(tables.targets == Target.defaults)
  }

  @Test("A panel has its columns and its order")
  func panels() throws {
    let layout = try tables(
      """
      [panels.calls]
      columns = ["state", "wait", "caller"]
      sort = "wait desc"
      [panels.operators]
      sort = "name"
      """
    ).layout
    #expect(layout.panels[.calls]?.columns == [.state, .wait, .caller])
    #expect(layout.panels[.calls]?.sort == SortOrder(.wait, isDescending: true))
    #expect(layout.panels[.operators]?.sort == SortOrder(.name))
    #expect(layout.panels[.operators]?.columns == nil)
  }

  @Test("Keys are kept with the place where they stand")
  func keys() throws {
    let choices = try tables("[keys]\nzoom = [\"F4\", \"F5\"]\nfilter = \"F6\"").keys.choices
    #expect(
      choices == [
        .init(name: "zoom", keys: ["F4", "F5"], place: "config.toml:2: keys.zoom"),
        .init(name: "filter", keys: ["F6"], place: "config.toml:3: keys.filter"),
      ])
  }

  @Test("Keys are bound anew, and what cannot be bound says where it stands")
  func keymap() throws {
    func keymap(_ toml: String) throws -> Keymap {
      try tables(toml).keys.keymap(mode: .desk)
    }
    let bound = try keymap("[keys]\nzoom = \"F9\"")
    #expect(bound.intent(for: .function(9), in: .panels) == .toggleZoom)
    for (toml, message) in [
      ("[keys]\nzoom = \"Ctrl-Foo\"", "config.toml:2: keys.zoom: “Ctrl-Foo” is not a key, such as"),
      ("[keys]\nzom = \"F9\"", "config.toml:2: keys.zom: No such command: zom. Did you mean zoom?"),
      (
        "[keys]\nxyzzy = \"F9\"",
        "config.toml:2: keys.xyzzy: No such command: xyzzy. The commands are"
      ),
      ("[keys]\nzoom = \"q\"", "config.toml:2: keys.zoom: q would be both "),
    ] {
      let error = #expect(throws: SettingsError.self) { try keymap(toml) }
      #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "none")")
    }
  }

  @Test(
    "What is wrong names the file, the line and the choices",
    arguments: [
      (
        "[targets]\nwait = 3",
        "config.toml:2: targets.wait is not a setting; the settings here are "
      ),
      (
        "[targets]\noccupancy = \"120%\"",
        "config.toml:2: targets.occupancy: “120%” is not a share such as \"25%\" or 0.25."
      ),
      (
        "[targets]\nlongest_wait = [1, 2, 3]",
        "config.toml:2: targets.longest_wait has to be a goal, or a list of a goal and a critical"
      ),
      (
        "[alerts.escalation_waiting]\nwarning = \"20s\"\n[targets]\nlongest_wait = [\"30s\", \"1m\"]",
        "config.toml:4: targets.longest_wait differs from config.toml:2: "
          + "alerts.escalation_waiting.warning = \"20s\": both set the same thing, so remove one of them."
      ),
      (
        "[alerts.call_too_long]\ncritical = \"1h\"\n[targets]\nlongest_call = \"none\"",
        "config.toml:4: targets.longest_call differs from config.toml:2: "
          + "alerts.call_too_long.critical = \"1h\""
      ),
      (
        "[targets]\nlongest_wait = \"1m\"",
        "config.toml:2: targets.longest_wait is wrong: critical (\"1m\") has to be more than "
          + "warning (\"1m\"); set both."
      ),
      (
        "[targets]\nlongest_wait = [\"3m\", \"1m\"]",
        "config.toml:2: targets.longest_wait is the wrong way round: of this number less is better; the goal "
          + "comes first: longest_wait = [\"1m\", \"3m\"]."
      ),
      (
        "[targets]\nabandonment_rate = [\"10%\", \"5%\"]",
        "config.toml:2: targets.abandonment_rate is the wrong way round: of this number less is better; "
      ),
      (
        "[targets]\nonline = [2, 5]",
        "config.toml:2: targets.online is the wrong way round: of this number more is better; the goal comes "
          + "first: online = [5, 2]."
      ),
      (
        "[targets]\nlongest_wait = -1",
        "config.toml:2: targets.longest_wait: “-1” is not a length of time"
      ),
      (
        "[panels.call]\nsort = \"wait\"",
        "config.toml:1: panels.call is not a setting; the settings here are calls, operators, surfaces, "
      ),
      (
        "[panels.calls]\nrows = 3",
        "config.toml:2: panels.calls.rows is not a setting; the settings here are columns, sort."
      ),
      (
        "[panels.calls]\ncolumns = [\n  \"state\",\n  \"stage\",\n]",
        "config.toml:2: panels.calls.columns has “stage”, which is not a column; the columns are state"
      ),
      (
        "[panels.calls]\ncolumns = [\"state\", \"state\"]",
        "config.toml:2: panels.calls.columns has “state” twice."
      ),
      ("[panels.calls]\ncolumns = []", "config.toml:2: panels.calls.columns names no column; "),
      (
        "[panels.calls]\nsort = \"wait down\"",
        "config.toml:2: panels.calls.sort: “wait down” is not a column, with asc or desc after it"
      ),
      (
        "[panels.operators]\nsort = \"wait\"",
        "config.toml:2: panels.operators.sort: “wait” is not a column"
      ),
      (
        "[keys]\nzoom = 3",
        "config.toml:2: keys.zoom has to be text in quotation marks, or a list of such texts."
      ),
      ("[wall]\npages = 3", "config.toml:2: wall.pages is not a setting; the settings are "),
      ("watchdogs = 3", "config.toml:1: watchdogs has to be a table."),
      ("fps = 1979-05-27", "config.toml:1: a value that begins like a number but is not one."),
    ])
  func mistakes(toml: String, message: String) throws {
    let error = #expect(throws: SettingsError.self) { try tables(toml) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "none")")
  }
}
