package import WallboardBoard
import WallboardEvents
import WallboardScreen
package import WallboardViews

/// What the tables of `config.toml` say of the board.
package struct SettingTables: Sendable {
  package let alerts: AlertSettings
  package let alarm: AlarmSettings
  /// Of the numbers that no alert watches.
  package let targets: [Metric: Target]
  /// The columns and the sort order of the panels.
  package let layout: Layout
  let keys: KeysTable

  init(_ file: ConfigurationFile) throws {
    let alerts = try AlertsTable(file[.alerts])
    alarm = alerts.alarm
    let targets = try TargetsTable(file[.targets], alerts)
    self.alerts = targets.alerts
    self.targets = targets.targets
    layout = try PanelsTable(file[.panels]).layout
    keys = try KeysTable(file[.keys])
    // Every command reports a wrong key at once; the desk has the most of them.
    _ = try keys.keymap(mode: .desk)
  }
}

/// `[panels.PANEL]`: the columns of each panel, and by what its rows are sorted.
private struct PanelsTable {
  private enum Key: String, CaseIterable {
    case columns, sort
  }

  private(set) var layout = Layout()

  init(_ table: ConfigurationValue?) throws {
    for entry in try table?.entries() ?? [] {
      let panel = try entry.name(Panel.self)
      layout.panels[panel] = try Self.layout(of: panel, entry.value)
    }
  }

  private static func layout(of panel: Panel, _ table: ConfigurationValue) throws -> PanelLayout {
    var layout = PanelLayout()
    for entry in try table.entries() {
      switch try entry.name(Key.self) {
      case .columns: layout.columns = try columns(of: panel, entry.value)
      case .sort: layout.sort = try sort(of: panel, entry.value)
      }
    }
    return layout
  }

  private static func columns(of panel: Panel, _ value: ConfigurationValue) throws -> [Field] {
    let words = try value.words()
    guard !words.isEmpty else { throw value.error("names no column; \(choices(of: panel))") }
    var columns: [Field] = []
    for word in words {
      guard let field = Field(rawValue: word), panel.fields.contains(field) else {
        throw value.error("has “\(word)”, which is not a column; \(choices(of: panel))")
      }
      guard !columns.contains(field) else { throw value.error("has “\(word)” twice") }
      columns.append(field)
    }
    return columns
  }

  private static func sort(of panel: Panel, _ value: ConfigurationValue) throws -> SortOrder {
    guard case .text(let text) = value.content, let order = SortOrder(text),
      panel.fields.contains(order.field)
    else {
      throw value.error(
        isNot: "a column, with asc or desc after it if you like; \(choices(of: panel))")
    }
    return order
  }

  private static func choices(of panel: Panel) -> String {
    "the columns are " + panel.fields.map(\.rawValue).joined(separator: ", ")
  }
}

/// `[keys]`: key bindings, by the names of the keymap.
struct KeysTable: Sendable {
  struct Choice: Equatable, Sendable {
    let name: String
    /// As they were written, such as `Ctrl-F`.
    let keys: [String]
    /// Such as `config.toml:3: keys.filter`.
    let place: String
  }

  /// In the order of the file.
  private(set) var choices: [Choice] = []

  init(_ table: ConfigurationValue?) throws {
    choices = try (table?.entries() ?? []).map { entry in
      Choice(name: entry.key, keys: try entry.value.words(), place: entry.value.place)
    }
  }
}

extension Settings {
  /// The key bindings of the board, or of a replay, with those of the file.
  package func keymap(isReplay: Bool = false) throws -> Keymap {
    try tables.keys.keymap(mode: privacy, isReplay: isReplay, isWall: wall != nil)
  }
}

extension KeysTable {
  /// Throws for an unknown key or name, and where one key would mean two things in one place.
  func keymap(
    mode: PrivacyMode, isReplay: Bool = false, isWall: Bool = false
  ) throws -> Keymap {
    var keys: [String: [Key]] = [:]
    for choice in choices { keys[choice.name] = try choice.keys.map(choice.key) }
    do {
      return try Keymap(mode: mode, isReplay: isReplay, isWall: isWall, keys: keys)
    } catch {
      let place = choices.first { $0.name == error.name }?.place
      throw SettingsError("\(place ?? "keys"): \(error).", source: place)
    }
  }
}

extension KeysTable.Choice {
  fileprivate func key(_ name: String) throws -> Key {
    guard let key = Key(name: name) else {
      throw SettingsError(
        SettingText(text: name, source: place),
        isNot: "a key, such as f, F5, Ctrl-F, Alt-f, Enter, Space, PgDn or Up")
    }
    return key
  }
}
