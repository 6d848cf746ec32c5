import OrderedCollections
import Testing

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

@Suite("The table of alerts in config.toml")
struct AlertsTableTests {
  private func tables(_ toml: String) throws -> SettingTables {
    try SettingTables(ConfigurationFile(path: "config.toml", toml: toml))
  }

  @Test("Thresholds are numbers or lengths of time, each in the unit of its kind")
  func alerts() throws {
    let tables = try tables(
      """
      [alerts.escalation_waiting]
      warning = "15s"
      critical = "1m30s"
      for = 5

      [alerts.call_too_long]
      enabled = false

      [alerts.pipeline_error]
      warning = "never"
      critical = "60%"
      least = 5

      [alerts.unusual_silence]
      warning = 2.5
      """)
    let rules = tables.alerts.rules
    #expect(rules[.escalationWaiting] == AlertRule(warning: 15, critical: 90, for: 5))
    #expect(rules[.callTooLong]?.isOn == false)
    #expect(rules[.pipelineError]?.warning == nil)
    #expect(rules[.pipelineError]?.critical == 0.6)
    #expect(rules[.pipelineError]?.least == 5)
    #expect(rules[.unusualSilence]?.warning == 2.5)
    #expect(rules[.surfaceStuck] == AlertRule.defaults[.surfaceStuck])
  }

  @Test("Rules of numbers are in the order of the file; a condition is enough")
  func numberRules() throws {
    let rules = try tables(
      """
      [alerts.rules."Nobody free"]
      when = "waiting>3 and online<2"
      severity = "critical"
      for = "30s"

      [alerts.rules]
      busy.when = "OCCUPANCY>95% or stale>1m"
      """
    ).alerts.numberRules
    let first = NumberRule(try Check("waiting>3 and online<2"), .critical, for: 30)
    let second = NumberRule(try Check("OCCUPANCY>95% or stale>1m"))
    #expect(rules == ["Nobody free": first, "busy": second])
    #expect(second.severity == .warning && second.minimumDuration == 0)
  }

  @Test("A rule about a call is one of the calls' filter, behind its word")
  func callRules() throws {
    let alerts = try tables(
      """
      [alerts.rules."Left alone"]
      when = "call: risk:critical and op:none"
      severity = "critical"
      for = "20s"

      [alerts.rules]
      busy.when = "live>0"
      """
    ).alerts
    let condition = try CallCondition("risk:critical and op:none")
    #expect(alerts.callRules == ["Left alone": CallRule(condition, .critical, for: 20)])
    #expect(Array(alerts.numberRules.keys) == ["busy"])
  }

  @Test("There may be so many rules of numbers, with names that fit on a screen")
  func boundsOfNumberRules() throws {
    func rules(_ names: [String]) throws -> Int {
      let lines = names.map { "\"\($0)\".when = 'live>0'" }.joined(separator: "\n")
      return try tables("[alerts.rules]\n\(lines)").alerts.numberRules.count
    }
    let names = (0..<Limits.numberRules).map { "rule \($0)" }
    #expect(try rules(names) == Limits.numberRules)
    #expect(
      throws: SettingsError(
        "config.toml:52: alerts.rules.more is one too many: "
          + "there can be 50 rules.")
    ) { try rules(names + ["more"]) }
    let long = String(repeating: "x", count: Limits.ruleName)
    #expect(try rules([long]) == 1)
    for name in ["", long + "x"] {
      #expect(
        throws: SettingsError(
          "config.toml:2: alerts.rules.\(name) needs a name of 1 to 80 characters.")
      ) { try rules([name]) }
    }
  }

  @Test("An alarm is silent, a bell or a command; a command alone is wanted too")
  func alarm() throws {
    #expect(try tables("[alerts]\nsound = \"bell\"").alarm.sound == .bell)
    let alarm = try tables("alerts.command = [\"notify-send\", \"{sentence}\"]").alarm
    #expect(alarm.sound == .command)
    #expect(alarm.command == ["notify-send", "{sentence}"])
    #expect(try tables("[alerts]\ncommand = \"beep\"\nsound = \"none\"").alarm.sound == .none)
  }

  @Test(
    "What is wrong names the file, the line and the choices",
    arguments: [
      (
        "[alerts]\nsoud = \"bell\"",
        "config.toml:2: alerts.soud is not a setting; the settings here are sound, command, "
          + "escalation_waiting, "
      ),
      (
        "[alerts]\nsound = \"gong\"",
        "config.toml:2: alerts.sound: “gong” is not one of none, bell, command."
      ),
      ("[alerts]\nsound = \"command\"", "config.toml:2: alerts.sound needs a command, such as "),
      (
        "[alerts]\ncommand = []",
        "config.toml:2: alerts.command names no program; write for example "
          + "command = [\"notify-send\", \"{sentence}\"]."
      ),
      (
        "[alerts]\ncommand = [1]",
        "config.toml:2: alerts.command has to be a list of texts in quotation marks."
      ),
      (
        "[alerts.call_too_long]\nfor = 1\n\n[alerts.surface_stuck]\nfor = \"soon\"",
        "config.toml:5: alerts.surface_stuck.for: “soon” is not a length of time such as \"20s\""
      ),
      (
        "[alerts.call_too_long]\nlimit = 1",
        "config.toml:2: alerts.call_too_long.limit is not a setting; "
          + "the settings here are enabled, warning, critical, least, for."
      ),
      (
        "[alerts.pipeline_error]\nwarning = \"20s\"",
        "config.toml:2: alerts.pipeline_error.warning: “20s” is not a share such as \"25%\" or 0.25."
      ),
      (
        "[alerts.pipeline_error]\nwarning = 3",
        "config.toml:2: alerts.pipeline_error.warning: “3” is not a share such as \"25%\" or 0.25."
      ),
      (
        "[alerts.call_too_long]\nleast = 3",
        "config.toml:2: alerts.call_too_long.least is only for alerts about a share"
      ),
      (
        "[alerts.pipeline_error]\nenabled = 1",
        "config.toml:2: alerts.pipeline_error.enabled: “1” is not true or false."
      ),
      ("[alerts]\npipeline_error = 3", "config.toml:2: alerts.pipeline_error has to be a table."),
      (
        "[alerts.call_too_long]\nwarning = \"1h\"\ncritical = \"30m\"",
        "config.toml:3: alerts.call_too_long.critical is wrong: critical (\"30m\") has "
          + "to be more than warning (\"1h\"), as in warning = \"30m\", critical = \"1h\"."
      ),
      (
        "[alerts.call_too_long]\nwarning = \"1h\"",
        "config.toml:2: alerts.call_too_long.warning is wrong: critical (\"45m\") has "
          + "to be more than warning (\"1h\"); set both."
      ),
      ("[alerts]\nrules = 3", "config.toml:2: alerts.rules has to be a table."),
      ("[alerts.rules]\nx = \"live>0\"", "config.toml:2: alerts.rules.x has to be a table."),
      (
        "[alerts.rules.x]\nwhen = \"calls>3\"",
        "config.toml:2: alerts.rules.x.when: Unknown number: calls. The numbers are waiting, longest_wait"
      ),
      (
        "[alerts.rules.\"a b\"]\nfor = 3\nwhen = \"live>\"",
        "config.toml:3: alerts.rules.a b.when: Something has to follow live>."
      ),
      (
        "[alerts.rules.x]\nwhen = \"live>2m\"",
        "config.toml:2: alerts.rules.x.when: live is compared with a number, such as 5."
      ),
      (
        "[alerts.rules.x]\nwhen = \"\"",
        "config.toml:2: alerts.rules.x.when: A check compares numbers with bounds, as in "
      ),
      (
        "[alerts.rules.x]\nwhen = \"live>2 && waiting>1\"",
        "config.toml:2: alerts.rules.x.when: A check compares numbers with bounds, as in "
          + "longest_wait<2m and live>0, not “&&”."
      ),
      (
        "[alerts.rules.x]\nwhen = \"risk:critical and op:none\"",
        "config.toml:2: alerts.rules.x.when: Unknown number: risk. The numbers are "
      ),
      (
        "[alerts.rules.x]\nwhen = \"call: riks:critical\"",
        "config.toml:2: alerts.rules.x.when: Unknown field: riks. The fields of calls are state, time, "
      ),
      (
        "[alerts.rules.x]\nwhen = \"call: risk:critical and (op:none\"",
        "config.toml:2: alerts.rules.x.when: A ( has no )."
      ),
      (
        "[alerts.rules.x]\nwhen = \"call: angry\"",
        "config.toml:2: alerts.rules.x.when: A rule about calls has to name fields, as in risk:critical and "
      ),
      (
        "[alerts.rule_of_call]\nfor = 3",
        "config.toml:1: alerts.rule_of_call is not a setting; the settings here are sound, command, "
      ),
      (
        "[alerts.rules.x]\nwhen = 3",
        "config.toml:2: alerts.rules.x.when: “3” is not a condition such as \"waiting>3 and online<2\" "
      ),
      (
        "[alerts.rules.x]\nwhen = \"live>0 or alerts>3\"",
        "config.toml:2: alerts.rules.x.when asks for alerts, and would count itself; "
      ),
      (
        "[alerts.rules.x]\nseverity = \"critical\"",
        "config.toml:1: alerts.rules.x needs when = \"…\", a condition such as \"waiting>3"
      ),
      (
        "[alerts.rules.x]\nwhen = \"live>0\"\nseverity = \"bad\"",
        "config.toml:3: alerts.rules.x.severity: “bad” is not one of warning, critical."
      ),
      (
        "[alerts.rules.x]\nwhen = \"live>0\"\nfor = true",
        "config.toml:3: alerts.rules.x.for: “true” is not a length of time such as "
      ),
      (
        "[alerts.rules.x]\nif = \"live>0\"",
        "config.toml:2: alerts.rules.x.if is not a setting; the settings here are when, severity, for."
      ),
      ("alerts = 3", "config.toml:1: alerts has to be a table."),
    ])
  func mistakes(toml: String, message: String) throws {
    let error = #expect(throws: SettingsError.self) { try tables(toml) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "none")")
  }

  @Test("Who asks of a call as of the numbers is told how it is asked")
  func formOfCallRules() {
    let error = #expect(throws: SettingsError.self) {
      try tables("[alerts.rules.x]\nwhen = \"risk:critical and op:none\"")
    }
    let form = "; to ask about each call, write when = \"call: risk:critical and op:none\"."
    #expect(error?.description.hasSuffix(form) == true, "\(error?.description ?? "none")")
  }
}
