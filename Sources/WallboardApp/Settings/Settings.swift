package import WallboardBoard
package import WallboardEvents
package import WallboardNetwork
package import WallboardPlatform
package import WallboardScreen
import WallboardSystem
package import WallboardViews

/// How the program runs: flag before environment before `config.toml` before default.
package struct Settings: Sendable {
  /// `nil` where the platform has to be asked whose token it is.
  package var workspace: WorkspaceID?
  package var address: PlatformAddress
  /// Where calls are observed; `nil` for ``address``.
  package var observerAddress: PlatformAddress?
  /// How the token is presented to observer sockets.
  package var observerAuthentication: ObserverAuthentication
  /// The file of the token, if one is set; `-` is standard input.
  package var tokenFile: String?
  /// Frames per second, 1 to 60.
  package var framesPerSecond: Int
  /// A theme's name, or the path of its file; `auto` for the one that suits the terminal.
  package var theme: String
  /// Where the theme was set; `nil` where it was not.
  package var themeSource: String?
  package var isThemeSet: Bool { themeSource != nil }
  /// What may be shown; ``PrivacyMode/wall`` on a wall, whatever else is set.
  package var privacy: PrivacyMode
  /// `nil` at a desk.
  package var wall: WallSettings?
  package var color: ColorChoice
  /// Whether to draw with ASCII only; `nil` leaves it to the locale.
  package var ascii: Bool?
  package var mouse: Bool
  /// A file of certificates to trust in addition to the system's.
  package var caFile: String?
  /// A folder of certificates to trust instead of the system's.
  package var caFolder: String?
  package var proxies: ProxyEnvironment
  package var logFile: String?
  /// Seconds of silence after which the stream counts as dead.
  package var streamSilence: Int
  /// Seconds of silence after which the socket of a followed call counts as dead.
  package var observerSilence: Int
  /// Seconds without a key after which the next one shows what happened meanwhile; 0 for never.
  package var awayAfter: Int64
  package var tables: SettingTables
  /// Where the settings are written, or would be.
  package var configuration: ConfigurationPlace

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

  /// Resolves every setting; `flags` are those of the command line.
  package init(
    flags: [Setting: String], environment: [String: String], file: ConfigurationFile
  ) throws {
    try self.init(SettingReader(flags: flags, environment: environment, file: file))
  }

  init(_ reader: SettingReader) throws {
    let (environment, file) = (reader.environment, reader.file)
    workspace = try reader.workspace()
    address = try reader.address(.url) ?? PlatformAddress(Self.defaultAddress)
    observerAddress = try reader.address(.observerURL)
    observerAuthentication =
      try reader.choice(.observerAuthentication, of: ObserverAuthentication.self) ?? .subprotocol
    tokenFile = reader.path(.tokenFile)
    framesPerSecond = try reader.number(.fps, in: 1...60) ?? 30
    theme = reader.path(.theme) ?? ThemeLibrary.automatic
    themeSource = reader.text(.theme)?.source
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
    configuration = file.place
  }

  /// The privacy of files, pipes and logs: masked unless this command line itself says `--privacy
  /// open` (interface, "Privacy").
  package static func outputPrivacy(flags: [Setting: String]) -> PrivacyMode {
    flags[.privacy] == PrivacyMode.open.rawValue ? .open : .desk
  }

  // https://no-color.org: set and not empty means no colour.
  private static func colorByConvention(_ environment: [String: String]) -> ColorChoice {
    environment.variable("NO_COLOR") == nil ? .auto : .never
  }
}

extension Settings {
  /// How the platform is spoken to by that version of the program.
  func transfers(_ credential: Credential, version: String) -> TransferOptions {
    var transfers = TransferOptions(credential: credential, userAgent: "wallboard/\(version)")
    transfers.caFile = caFile
    transfers.caFolder = caFolder
    transfers.proxies = proxies
    return transfers
  }

  /// The settings of the reducer, without a wall: that needs a screen.
  package func board(_ privacy: Privacy) -> BoardSettings {
    var settings = BoardSettings(privacy: privacy)
    settings.staleAfter = Int64(staleAfter)
    settings.alerts = tables.alerts
    settings.ownTargets = tables.targets
    settings.layout = tables.layout
    settings.awayAfter = awayAfter
    return settings
  }

  /// The same for a board on a screen, with the themes to choose from.
  package func board(_ privacy: Privacy, _ themes: ThemeLibrary) -> BoardSettings {
    var settings = board(privacy)
    settings.themes = themes.names
    settings.theme = themes.first
    return settings
  }

  /// The first layout: as set up, else as remembered. A theme that was set explicitly goes before
  /// the one that was chosen last.
  package func layout(over remembered: Layout?) -> Layout {
    var layout = remembered ?? Layout()
    if isThemeSet { layout.theme = nil }
    return layout.overlaid(by: tables.layout)
  }

  /// Throws where the command line asks for what a wall never shows.
  package func checkWall(flags: [Setting: String]) throws {
    guard wall != nil, let privacy = flags[.privacy], privacy != PrivacyMode.wall.rawValue else {
      return
    }
    throw SettingsError(
      "A wall shows nothing private, so --privacy \(privacy) cannot be used with it.")
  }
}

/// The filter of the command line, applied to every panel that has its fields. Alerts and numbers
/// are filtered only if no other panel fits: problems have to show whatever is looked at.
package struct StartFilter: Sendable {
  package let filters: [Panel: Filter]

  /// Throws where the filter is wrong, or fits no panel.
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

  package func apply(to view: inout BoardView) {
    view.show(only: filters)
  }
}
