package import WallboardBoard
import WallboardEvents

/// What the tables of `config.toml` say of the board.
package struct SettingTables: Sendable {
  /// When which alert is raised.
  package let alerts: AlertSettings
  /// How alerts are told beyond the screen.
  package let alarm: AlarmSettings
  package let targets: [Metric: Target]
  /// The columns and the order of the panels.
  package let layout: Layout
  package let keys: KeysTable

  init(_ file: ConfigurationFile) throws {
    let alerts = try AlertsTable(file[.alerts])
    self.alerts = alerts.settings
    alarm = alerts.alarm
    targets = try TargetsTable(file[.targets]).targets
    layout = try PanelsTable(file[.panels]).layout
    keys = try KeysTable(file[.keys])
    // What is wrong is told at once, whichever command it is; at a desk there are the most keys.
    _ = try keys.keymap(mode: .desk)
  }
}
