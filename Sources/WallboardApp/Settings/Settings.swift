package import WallboardBoard
package import WallboardEvents
package import WallboardNetwork
package import WallboardPlatform
package import WallboardScreen

/// How the program runs: flag before environment before `config.toml` before default.
package struct Settings: Sendable {
  /// The workspace; `nil` when the platform has to be asked whose token it is.
  package var workspace: WorkspaceID?
  package var address: PlatformAddress
  /// Where calls are observed; `nil` where the rest is.
  package var observerAddress: PlatformAddress?
  /// How the token is shown to observer sockets.
  package var observerAuthentication: ObserverAuthentication
  /// Where the token is, when a flag or the file says so; `-` is standard input.
  package var tokenFile: String?
  /// Frames per second, 1 to 60.
  package var framesPerSecond: Int
  /// A theme's name, or the path of its file.
  package var theme: String
  /// Whether somebody asked for that theme.
  package var isThemeSet: Bool
  /// What may be shown; ``PrivacyMode/wall`` on a wall, whatever else is set.
  package var privacy: PrivacyMode
  /// The wall's habits; `nil` at a desk.
  package var wall: WallSettings?
  /// How many colours to use.
  package var color: ColorChoice
  /// Whether to draw with ASCII alone; `nil` leaves it to the locale.
  package var ascii: Bool?
  /// Whether the mouse does what keys do.
  package var mouse: Bool
  /// A file of certificates to trust beside the system's.
  package var caFile: String?
  /// A folder of certificates to trust instead of the system's.
  package var caFolder: String?
  /// The proxies that the environment names.
  package var proxies: ProxyEnvironment
  package var logFile: String?
  /// Seconds of silence after which the stream is taken for dead.
  package var streamSilence: Int
  /// Seconds of silence after which a followed call's socket is taken for dead.
  package var observerSilence: Int
  /// Seconds without a key after which the next one shows what happened meanwhile; 0 never does.
  package var awayAfter: Int64
  /// What the tables of the file say of the board.
  package var tables: SettingTables

  /// Seconds of silence after which what is shown no longer counts as live: well before the stream
  /// is given up, and at the platform's longest known heartbeat (contract 1.3).
  package var staleAfter: Int { min(45, max(1, streamSilence * 3 / 5)) }

  /// The platform's address (contract 6).
  package static let defaultAddress = "https://api.platform.amigo.ai"
  /// Seconds (contract 2.3: well above the unknown heartbeat interval).
  package static let defaultStreamSilence = 75
  /// Seconds (contract 1.3).
  package static let defaultObserverSilence = 60
  /// Seconds.
  package static let defaultAwayAfter: Int64 = 300

  /// Resolves every setting. `flags` holds what the command line gave, by setting.
  package init(
    flags: [Setting: String], environment: [String: String], file: ConfigurationFile
  ) throws {
    let reader = SettingReader(flags: flags, environment: environment, file: file)
    workspace = try reader.workspace()
    address = try reader.address(.url) ?? PlatformAddress(Self.defaultAddress)
    observerAddress = try reader.address(.observerURL)
    observerAuthentication =
      try reader.choice(.observerAuthentication, of: ObserverAuthentication.self) ?? .subprotocol
    tokenFile = reader.path(.tokenFile)
    framesPerSecond = try reader.number(.fps, in: 1...60) ?? 30
    theme = reader.path(.theme) ?? "default"
    isThemeSet = reader.path(.theme) != nil
    wall = try reader.wall()
    let privacy = try reader.choice(.privacy, of: PrivacyMode.self) ?? .desk
    self.privacy = wall == nil ? privacy : .wall
    color = try reader.choice(.color, of: ColorChoice.self) ?? Self.colorByConvention(environment)
    ascii = try reader.flag(.ascii)
    mouse = try reader.flag(.mouse) ?? false
    (caFile, caFolder) = reader.authorities()
    proxies = ProxyEnvironment(environment)
    logFile = reader.path(.log)
    streamSilence =
      try reader.number(.streamSilence, in: 1...86_400) ?? Self.defaultStreamSilence
    observerSilence =
      try reader.number(.observerSilence, in: 1...86_400) ?? Self.defaultObserverSilence
    awayAfter = try reader.seconds(.awayAfter) ?? Self.defaultAwayAfter
    tables = try SettingTables(file)
  }

  /// What goes to files, pipes and logs is masked unless this very command line says
  /// `--privacy open` (interface, "Privacy").
  package static func outputPrivacy(flags: [Setting: String]) -> PrivacyMode {
    flags[.privacy] == PrivacyMode.open.rawValue ? .open : .desk
  }

  // https://no-color.org: present and not empty means no colour.
  private static func colorByConvention(_ environment: [String: String]) -> ColorChoice {
    environment["NO_COLOR"].map { $0.isEmpty ? .auto : .never } ?? .auto
  }
}

extension Settings {
  /// What the reducer needs of the settings; without a screen there is no wall.
  package func board(_ privacy: Privacy) -> BoardSettings {
    var settings = BoardSettings(privacy: privacy)
    settings.staleAfter = Int64(staleAfter)
    settings.alerts = tables.alerts
    settings.targets = tables.targets
    settings.layout = tables.layout
    settings.awayAfter = awayAfter
    return settings
  }

  /// The same, of a board on a screen, where the theme can be chosen.
  package func board(_ privacy: Privacy, _ themes: ThemeLibrary) -> BoardSettings {
    var settings = board(privacy)
    settings.themes = themes.themes.map(\.name)
    settings.theme = themes.first.name
    return settings
  }

  /// How the board looks at first: as it was set up, else as it was remembered. A theme that a flag,
  /// the environment or the file names goes before the one that was chosen last.
  package func layout(over remembered: Layout?) -> Layout {
    var layout = remembered ?? Layout()
    if isThemeSet { layout.theme = nil }
    return layout.overlaid(by: tables.layout)
  }

  /// Throws when the command line asks for what no wall shows.
  package func checkWall(flags: [Setting: String]) throws {
    guard wall != nil, let privacy = flags[.privacy], privacy != PrivacyMode.wall.rawValue else {
      return
    }
    throw SettingsError(
      "A wall shows nothing private, so that --privacy \(privacy) does not go with it.")
  }
}

/// The filter of the command line, laid on every panel that knows its fields. Alerts and numbers are
/// hidden only by a filter that is for nothing else: what is wrong is to be seen whatever is looked at.
package struct StartFilter: Sendable {
  /// The filters, by the panel whose rows they are for.
  package let filters: [Panel: Filter]

  /// Reads the filter; throws what is wrong with it when no panel can make anything of it.
  package init(_ text: String) throws {
    do {
      let filter = try Filter(text)
      let fitting = Panel.allCases.filter(filter.fits)
      let lists = fitting.filter { $0 != .alerts && $0 != .numbers }
      let panels = lists.isEmpty ? fitting : lists
      filters = Dictionary(uniqueKeysWithValues: panels.map { ($0, filter) })
    } catch {
      throw SettingsError("--filter: \(error).")
    }
  }

  /// Shows only the rows that match.
  package func apply(to view: inout BoardView) {
    view.show(only: filters)
  }
}
