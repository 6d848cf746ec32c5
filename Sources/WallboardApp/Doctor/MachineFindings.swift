import Glibc
import WallboardEvents
import WallboardSystem

/// What is to be told of the machine around the board.
extension Finding {
  /// Where the program keeps its state.
  static func state(_ folder: StateFolder) -> Finding {
    switch folder {
    case .none:
      .warning(
        .state, "no home folder: neither the layout nor the last minutes before a crash are kept",
        cure: "set HOME or XDG_STATE_HOME")
    case .writable(let path): .ok(.state, path)
    case .missing(let path): .ok(.state, "\(path), which the board will make")
    case .closed(let path, let reason):
      .warning(
        .state,
        "\(path): \(reason); neither the layout nor the last minutes before a crash are kept",
        cure: "make it writable")
    }
  }

  static func timeZone(_ zone: TimeZoneFacts) -> Finding {
    let minutes = zone.offset / 60
    let time = [abs(minutes) / 60, abs(minutes) % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    let offset = "UTC\(minutes < 0 ? "−" : "+")\(time.joined(separator: ":"))"
    guard let name = zone.name else { return .ok(.timeZone, offset) }
    let words = "\(offset) by \(zone.isVariable ? "TZ=" : "")\(name)"
    return zone.isKnown
      ? .ok(.timeZone, words)
      : .warning(
        .timeZone, "\(words), which this machine does not know: times are those of UTC",
        cure: "correct TZ, or install tzdata")
  }
}

/// The folder of ``PersonFolder/state(_:)``.
enum StateFolder: Equatable {
  case none
  case writable(String)
  /// It is not there, and can be made.
  case missing(String)
  case closed(String, reason: String)

  init(_ environment: [String: String]) {
    guard let path = PersonFolder.state(environment) else {
      self = .none
      return
    }
    var folder = path[...]
    while FilePath.isAbsent(String(folder)), let slash = folder.lastIndex(of: "/"),
      slash > folder.startIndex
    {
      folder = folder[..<slash]
    }
    if unsafe access(String(folder), W_OK | X_OK) != 0 {
      self = .closed(path, reason: "\(SystemFailure())")
    } else {
      self = folder.count == path.count ? .writable(path) : .missing(path)
    }
  }
}

/// Where this machine is, by its clock.
struct TimeZoneFacts: Equatable {
  /// Seconds ahead of UTC.
  var offset: Int
  var name: String?
  /// Whether `TZ` names it.
  var isVariable = false
  var isKnown = true

  init(offset: Int, name: String?, isVariable: Bool = false, isKnown: Bool = true) {
    self.offset = offset
    self.name = name
    self.isVariable = isVariable
    self.isKnown = isKnown
  }

  private static let zones = "/usr/share/zoneinfo/"

  init(_ environment: [String: String], at now: Timestamp) {
    offset = Clock.utcOffset(at: now)
    if let name = environment.variable("TZ") {
      self.name = name
      isVariable = true
      // Else it is a rule, or a path, which the C library reads by itself (tzset(3)).
      let isName = name.contains("/") && !name.hasPrefix("/") && !name.hasPrefix(":")
      isKnown = !isName || !FilePath.isAbsent(Self.zones + name)
    } else if let file = FilePath.canonical("/etc/localtime"), file.hasPrefix(Self.zones) {
      name = String(file.dropFirst(Self.zones.count))
    }
  }
}
