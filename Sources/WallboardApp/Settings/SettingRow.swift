import WallboardBoard
import WallboardEvents
import WallboardPlatform
import WallboardScreen
import WallboardSystem
import WallboardViews

/// A setting with its value and where that comes from, whatever table it stands in.
struct SettingRow: Equatable {
  /// The names of the tables around it, as in `["alerts", "call_too_long"]`.
  let table: [String]
  let key: String
  /// As TOML has it; `nil` where it is not set, and nothing that could be written means the same.
  let value: String?
  /// Where it was written, or what holds where it was not.
  let origin: Origin

  enum Origin: Equatable {
    /// As in ``SettingText/source``.
    case written(String)
    case byDefault
    /// Not set, with what that means.
    case unset(String)
    /// Set by what no file can say, such as another program's variable.
    case elsewhere(String)
  }

  init(_ table: [String] = [], _ key: String, _ value: String?, _ origin: Origin) {
    self.table = table
    self.key = key
    self.value = value
    self.origin = origin
  }

  /// Whether a file that means the same has to say it.
  var isWritten: Bool {
    if case .written = origin { value != nil } else { false }
  }

  /// Its whole name, such as `alerts.call_too_long.warning`.
  var name: String { (table + [key]).joined(separator: ".") }
}

extension SettingsCheck {
  /// Every setting; none where it is not known what holds.
  var rows: [SettingRow] {
    guard let settings else { return [] }
    return Setting.allCases.map { row($0, settings) } + alertRows(settings) + targetRows(settings)
      + panelRows(settings) + keyRows
  }

  private func row(_ setting: Setting, _ settings: Settings) -> SettingRow {
    let parts = setting.key.split(separator: ".").map(String.init)
    let (table, key) = (Array(parts.dropLast()), parts.last ?? setting.key)
    let value = value(of: setting, settings)
    if let text = reader.text(setting) {
      return SettingRow(table, key, value, .written(text.source))
    }
    switch setting {
    case .color where reader.environment.variable("NO_COLOR") != nil:
      return SettingRow(table, key, value, .written("NO_COLOR"))
    case .caFile where settings.caFolder != nil:
      // The file would keep the folder from counting.
      return SettingRow(
        table, key, nil, .elsewhere("SSL_CERT_FILE and SSL_CERT_DIR say whom to trust"))
    case .caFile where settings.caFile != nil:
      return SettingRow(table, key, value, .written("SSL_CERT_FILE"))
    default: break
    }
    return SettingRow(
      table, key, value, value == nil ? .unset(Self.meaning(ofUnset: setting)) : .byDefault)
  }

  private func value(of setting: Setting, _ settings: Settings) -> String? {
    switch setting {
    case .workspace: settings.workspace.map { TOMLText.quoted($0.rawValue) }
    case .url: TOMLText.quoted("\(settings.address)")
    case .observerURL: settings.observerAddress.map { TOMLText.quoted("\($0)") }
    case .observerAuthentication: TOMLText.quoted(settings.observerAuthentication.rawValue)
    case .fps: "\(settings.framesPerSecond)"
    case .theme: TOMLText.quoted(reader.text(.theme)?.text ?? settings.theme)
    // On a wall it is the wall's, whatever is set.
    case .privacy: TOMLText.quoted(reader.text(.privacy)?.text ?? PrivacyMode.desk.rawValue)
    case .color: TOMLText.quoted(settings.color.rawValue)
    case .ascii: settings.ascii.map(String.init)
    case .mouse: "\(settings.mouse)"
    case .log: settings.logFile.map { TOMLText.quoted(short($0)) }
    case .tokenFile: settings.tokenFile.map { TOMLText.quoted(short($0)) }
    case .caFile: settings.caFile.map { TOMLText.quoted(short($0)) }
    case .awayAfter: Self.seconds(settings.awayAfter)
    case .wall: "\(settings.wall != nil)"
    case .wallFollow: "\((try? reader.flag(.wallFollow)) ?? false)"
    case .streamSilence: "\(settings.streamSilence)"
    case .observerSilence: "\(settings.observerSilence)"
    }
  }

  private func short(_ path: String) -> String { PersonFolder.short(path, reader.environment) }

  /// As it would be typed, where that is not rounded.
  private static func seconds(_ seconds: Int64) -> String {
    TOMLText.amount(Double(seconds), .seconds, typed: AlertUnit.stopwatch.setting(Double(seconds)))
  }

  private static func meaning(ofUnset setting: Setting) -> String {
    switch setting {
    case .workspace: "asked of the platform, where the token is an API key"
    case .observerURL: "the platform's address"
    case .tokenFile: "the token is in WALLBOARD_TOKEN, or there is none"
    case .ascii: "by the locale"
    case .log: "no log is written"
    case .caFile: "the system's certificates"
    case .url, .fps, .theme, .privacy, .color, .mouse, .observerAuthentication, .awayAfter, .wall,
      .wallFollow, .streamSilence, .observerSilence:
      "nothing"
    }
  }

  /// Where the file says it, if it does; the first of these places that there is.
  private func origin(_ section: ConfigurationSection, _ paths: [[String]]) -> SettingRow.Origin {
    let found = paths.lazy.compactMap { reader.file[section]?.value(at: $0)?.place }.first
    return found.map(SettingRow.Origin.written) ?? .byDefault
  }
}

extension SettingsCheck {
  private func alertRows(_ settings: Settings) -> [SettingRow] {
    let section = ConfigurationSection.alerts
    let alarm = settings.tables.alarm
    var rows = [
      SettingRow(
        ["alerts"], "sound", TOMLText.quoted(alarm.sound.rawValue), origin(section, [["sound"]])),
      alarm.command.isEmpty
        ? SettingRow(["alerts"], "command", nil, .unset("no program is run"))
        : SettingRow(
          ["alerts"], "command", TOMLText.list(alarm.command), origin(section, [["command"]])),
    ]
    for kind in AlertKind.allCases where kind.isSet {
      guard let rule = settings.tables.alerts.rules[kind] else { continue }
      rows += self.rows(of: kind, rule)
    }
    return rows + ownRules
  }

  private func rows(of kind: AlertKind, _ rule: AlertRule) -> [SettingRow] {
    let table = ["alerts", kind.rawValue]
    let place = { (key: String) in origin(.alerts, [[kind.rawValue, key]]) }
    var rows = [
      SettingRow(table, "enabled", "\(rule.isOn)", place("enabled")),
      threshold("warning", rule.warning, of: kind), threshold("critical", rule.critical, of: kind),
      SettingRow(table, "for", Self.seconds(rule.minimumDuration), place("for")),
    ]
    if kind.unit == .share {
      rows.append(SettingRow(table, "least", "\(rule.least)", place("least")))
    }
    return rows
  }

  /// A threshold, which may be set as a target too.
  private func threshold(_ key: String, _ value: Double?, of kind: AlertKind) -> SettingRow {
    let text = value.map { TOMLText.amount($0, kind.thresholdUnit, typed: kind.unit.setting($0)) }
    var origin = origin(.alerts, [[kind.rawValue, key]])
    let isDefault =
      value == AlertRule.defaults[kind].flatMap { key == "warning" ? $0.warning : $0.critical }
    if origin == .byDefault, !isDefault,
      let metric = Metric.allCases.first(where: { $0.alertKind == kind })
    {
      origin = targetOrigin(metric)
    }
    return SettingRow(["alerts", kind.rawValue], key, text ?? TOMLText.quoted("never"), origin)
  }

  /// They stand in the file alone, and are told as they stand there.
  private var ownRules: [SettingRow] {
    let rules = (try? reader.file[.alerts]?.value(at: ["rules"])?.entries()) ?? []
    return rules.flatMap { rule in
      ((try? rule.value.entries()) ?? []).compactMap { entry in
        guard let scalar = entry.value.scalar else { return nil }
        let isText = if case .text = entry.value.content { true } else { false }
        return SettingRow(
          ["alerts", "rules", rule.key], entry.key, isText ? TOMLText.quoted(scalar) : scalar,
          .written(entry.value.place))
      }
    }
  }

  /// A target goes by its number's name, or by what the board calls that.
  private func targetOrigin(_ metric: Metric) -> SettingRow.Origin {
    let entries = (try? reader.file[.targets]?.entries()) ?? []
    let entry = entries.first { Metric(named: $0.key) == metric }
    return entry.map { .written($0.value.place) } ?? .byDefault
  }

  private func targetRows(_ settings: Settings) -> [SettingRow] {
    Metric.allCases.filter { $0.alertKind == nil }.map { metric in
      let origin = targetOrigin(metric)
      guard let target = settings.tables.targets[metric] else {
        return SettingRow(["targets"], metric.rawValue, TOMLText.quoted("none"), origin)
      }
      let values = [target.goal, target.critical].compactMap { $0 }.map { value in
        let unit = metric.targetUnit
        let typed = metric.unit.quantity(value)
        return TOMLText.amount(value, unit, typed: unit.isText ? TOMLText.quoted(typed) : typed)
      }
      let text = values.count == 1 ? values[0] : "[\(values.joined(separator: ", "))]"
      return SettingRow(["targets"], metric.rawValue, text, origin)
    }
  }

  private func panelRows(_ settings: Settings) -> [SettingRow] {
    Panel.allCases.flatMap { panel in
      let table = ["panels", panel.rawValue]
      let layout = settings.tables.layout.panels[panel]
      let columns = layout?.columns ?? panel.defaultColumns
      let origin = { (key: String) in self.origin(.panels, [[panel.rawValue, key]]) }
      return [
        SettingRow(table, "columns", TOMLText.list(columns.map(\.rawValue)), origin("columns")),
        layout?.sort.map { SettingRow(table, "sort", TOMLText.quoted($0.words), origin("sort")) }
          ?? SettingRow(table, "sort", nil, .unset("the most urgent first")),
      ]
    }
  }

  private var keyRows: [SettingRow] {
    Keymap.commands.map { command in
      let (name, places) = (command.name, command.places)
      if let chosen = try? reader.file[.keys]?.value(at: [name])?.words() {
        return SettingRow(["keys"], name, TOMLText.list(chosen), origin(.keys, [[name]]))
      }
      guard places.count == 1, let keys = places.first else {
        let words = places.map { $0.joined(separator: " ") }.joined(separator: ", elsewhere ")
        return SettingRow(["keys"], name, nil, .unset(words))
      }
      return SettingRow(["keys"], name, TOMLText.list(keys), .byDefault)
    }
  }
}
