import WallboardBoard
import WallboardEvents
import WallboardViews

/// `wallboard(5)`: every key of `config.toml`, from the tables that read it.
package enum SettingsPage {
  package static var page: ManualPage {
    var page = ManualPage("wallboard", 5, "settings of wallboard in config.toml")
    page.section("SYNOPSIS")
    page.literal(["$XDG_CONFIG_HOME/wallboard/config.toml", "~/.config/wallboard/config.toml"])
    page.section("DESCRIPTION")
    page.text(
      """
      `config.toml` says how `wallboard`(1) reaches the platform, what it shows, and what raises an alert. \
      It is written in TOML 1.0. The second of the places above is used where `XDG_CONFIG_HOME` is not \
      set. A missing file sets nothing. Unknown keys, bad values and a file that cannot be read are \
      errors, which name the file, the line and what may be written.
      """)
    page.text(
      """
      A flag overrides the environment, and the environment overrides the file. `wallboard doctor \
      --config` prints every setting with its value and where that comes from, and `:reload` reads the \
      file again while the board runs.
      """)
    let rows = SettingsCheck(flags: [:], environment: [:]).rows
    addSettings(to: &page, rows)
    addAlerts(to: &page, rows)
    addTargets(to: &page, rows)
    addPanels(to: &page, rows)
    addKeys(to: &page)
    page.section("EXAMPLES")
    page.literal(example.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    page.seeAlso([("wallboard", 1), ("wallboard-doctor", 1), ("wallboard-recording", 5)])
    return page
  }

  /// What the tables may say; the README has the same.
  package static let example = """
    # calls, operators, surfaces, activity, alerts, numbers
    [panels.calls]
    columns = ["state", "wait", "service", "caller", "why"]
    sort = "wait desc"

    # The goal, and where it becomes critical.
    [targets]
    abandonment_rate = ["5%", "10%"]
    occupancy = ["85%", "95%"]

    [alerts]
    sound = "bell"                       # none, bell, or command
    command = ["notify-send", "wallboard"]

    # enabled, warning, critical, for, least;
    # the same as [targets] longest_wait = ["20s", "1m"]
    [alerts.escalation_waiting]
    warning = "20s"
    critical = "1m"

    # An alert of your own, as a check asks.
    [alerts.rules."Nobody free"]
    when = "waiting>3 and online<2"
    severity = "critical"                # or warning
    for = "30s"

    # And one about each call.
    [alerts.rules."Left alone"]
    when = "call: risk:critical and op:none"
    for = "20s"

    # A key, several, or [] for none.
    [keys]
    zoom = ["z", "F11"]
    """

  private static func addSettings(to page: inout ManualPage, _ rows: [SettingRow]) {
    let known = Dictionary(rows.map { ($0.name, $0) }) { first, _ in first }
    let tables: [(name: String, title: String)] = [
      ("", "SETTINGS"), ("wall", "[wall]"), ("watchdogs", "[watchdogs]"),
    ]
    for (table, title) in tables {
      if table.isEmpty { page.section(title) } else { page.subsection(title) }
      let settings = Setting.allCases.filter { setting in
        known[setting.key].map { $0.table.joined(separator: ".") == table } ?? false
      }
      page.list(
        settings.compactMap { setting in known[setting.key].map { entry(of: setting, $0) } })
    }
  }

  private static func entry(of setting: Setting, _ row: SettingRow) -> ManualPage.Entry {
    let places = [setting.flag, setting.variable].compactMap { $0 }.map { "`\($0)`" }
    return ManualPage.Entry(
      .words("`\(row.key)` = \(row.value ?? setting.example ?? "")"),
      setting.meaning,
      "Value: \(setting.choices). Default: \(byDefault(row))."
        + (places.isEmpty ? "" : " Also \(places.joined(separator: ", "))."))
  }

  private static func byDefault(_ row: SettingRow) -> String {
    if case .unset(let meaning) = row.origin { meaning } else { row.value ?? "none" }
  }

  private static func addAlerts(to page: inout ManualPage, _ rows: [SettingRow]) {
    page.section("ALERTS")
    page.text("The table `[alerts]` says how alerts are made heard:")
    page.list([
      .init(
        .words("`sound` = \"bell\""),
        """
        What is heard when an alert is raised: \
        \(AlarmSound.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")); by default \"none\", \
        or \"command\" where there is one.
        """),
      .init(
        .words("`command` = [\"notify-send\", \"{sentence}\"]"),
        """
        A program and its arguments, which is run then. In them, `{kind}`, `{severity}` and `{sentence}` \
        are replaced. By default no program is run.
        """),
    ])
    page.text(
      "A table for each kind of alert, such as `[alerts.call_too_long]`, says when it is raised:")
    page.list([
      .init(.words("`enabled` = true"), "Whether it is raised at all."),
      .init(.words("`warning` = \"20m\""), "From where on it is a warning; \"never\" for none."),
      .init(.words("`critical` = \"45m\""), "From where on it is critical; \"never\" for none."),
      .init(
        .words("`for` = \"0s\""), "For how long it has to hold: \(AmountUnit.seconds.choices)."),
      .init(
        .words("`least` = 3"),
        "Of alerts about a share: of how many in the last hour it has to be one, at least."),
    ])
    page.text("These are the kinds, and what holds of each by default:")
    page.list(
      AlertKind.allCases.filter(\.isSet).map { kind in
        let table = ["alerts", kind.rawValue]
        let defaults = rows.filter { $0.table == table && $0.key != "enabled" }
          .compactMap { row in row.value.map { "`\(row.key)` = \($0)" } }
        let unit = kind.unit == .none ? "1, or \"never\"" : kind.thresholdUnit.choices
        return .init(
          .words("`[\(table.joined(separator: "."))]`"),
          "\(kind.explanation) By default \(defaults.joined(separator: ", ")). "
            + "Thresholds: \(unit).")
      })
    page.text(
      """
      A table `[alerts.rules."NAME"]` is an alert of your own, which is called so. There can be \
      \(Limits.numberRules) of them.
      """)
    page.list([
      .init(
        .words("`when` = \"waiting>3 and online<2\""),
        """
        The condition, which has to be there: on the numbers, by the names under TARGETS, as `wallboard \
        snapshot --check` takes it; or after `call:` a filter of the calls, which is tested for each \
        live call. See FILTERS in `wallboard`(1).
        """),
      .init(
        .words("`severity` = \"critical\""),
        "\(Severity.allCases.map { "\"\($0.word)\"" }.joined(separator: " or ")); by default \"warning\"."
      ),
      .init(
        .words("`for` = \"30s\""), "For how long the condition has to hold; by default \"0s\"."),
    ])
  }

  private static func addTargets(to page: inout ManualPage, _ rows: [SettingRow]) {
    page.section("TARGETS")
    page.text(
      """
      Each key of the table `[targets]` is a number of the board. Its value is the goal, or a list of the \
      goal and of where it becomes critical, such as ["85%", "95%"]; "none" for no target. A number that \
      an alert watches has the alert's thresholds: they are set in one place or the other.
      """)
    let known = Dictionary(rows.map { ($0.name, $0.value) }) { first, _ in first }
    page.list(
      Metric.allCases.map { metric in
        let byDefault =
          metric.alertKind.map { "See [alerts.\($0.rawValue)] for the default." }
          ?? "By default \((known["targets.\(metric.rawValue)"] ?? nil) ?? "none")."
        return .init(
          .words("`\(metric.rawValue)`"),
          "\(metric.title). \(metric.definition) Takes \(metric.targetUnit.choices). \(byDefault)")
      })
  }

  private static func addPanels(to page: inout ManualPage, _ rows: [SettingRow]) {
    page.section("PANELS")
    page.text(
      """
      A table for each panel, such as `[panels.calls]`, says what its columns are and how its rows are \
      sorted. What is chosen on the board is remembered, and overridden by what is set here.
      """)
    page.list([
      .init(
        .words("`columns` = [\"state\", \"wait\", \"caller\"]"),
        "The columns from left to right, as far as there is room for them."),
      .init(
        .words("`sort` = \"wait desc\""),
        "A column, with asc or desc after it. Where it is not set, the most urgent come first."),
    ])
    for panel in Panel.allCases {
      page.subsection("[panels.\(panel.rawValue)]")
      page.list(
        panel.fields.map { .init(.words("`\($0.rawValue)`"), $0.meaning(in: panel)) },
        width: 12, isCompact: true)
      let columns = rows.first { $0.table == ["panels", panel.rawValue] && $0.key == "columns" }
      page.text("By default `columns` = \(columns?.value ?? "[]").")
    }
  }

  private static func addKeys(to page: inout ManualPage) {
    page.section("KEYS")
    page.text(
      """
      Each key of the table `[keys]` is the name of what a key does. Its value is the list of the keys \
      that do it, and [] for none, such as `zoom = ["z", "F11"]`. Keys are written as they are here: f, \
      F5, Ctrl-F, Alt-f, Enter, Space, PgDn, Up. No key may do two things in one place. By default:
      """)
    page.list(
      Keymap.commands.map { command in
        let keys = command.places.map(TOMLText.list).joined(separator: ", elsewhere ")
        return .init(
          .words("`\(command.name)` = \(keys)"),
          command.meanings.map { "\($0)." }.joined(separator: " "))
      }, isCompact: true)
  }
}
