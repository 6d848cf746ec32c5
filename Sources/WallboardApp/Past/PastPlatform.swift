import WallboardEvents
import WallboardNetwork
package import WallboardPlatform

/// A platform that is asked for what is over, one request after the other on the caller's thread.
package final class PastPlatform {
  /// A story may have 16 MiB.
  private static let patience = Duration.seconds(60)

  let endpoints: PlatformEndpoints
  private let probe: PlatformProbe
  private var services: [ServiceID: BoundedString] = [:]

  /// Where the settings name no workspace, the platform is asked whose token it is.
  package init(_ settings: Settings, credential: Credential, version: String) throws {
    let transfers = settings.transfers(credential, version: version)
    try Session.checkProxies(settings)
    let workspace = try settings.workspace ?? Session.ownWorkspace(settings.address, transfers)
    endpoints = PlatformEndpoints(address: settings.address, workspace: workspace)
    probe = try PlatformProbe(transfers)
  }

  /// The platform's time, as far as answers have told it.
  var now: Timestamp { probe.now }

  func answer(to request: PlatformRequest) throws(AttemptEnd) -> PlatformResponse {
    try probe.response(to: request, within: Self.patience)
  }

  /// Asks for the names of the services, which also tells the platform's time. Without them their IDs
  /// are shown.
  func learnServices() {
    var reader = SnapshotReader(.services, from: endpoints)
    var request = reader.request
    while let response = try? answer(to: request) {
      switch reader.receive(response) {
      case .request(let next): request = next
      case .finished(.services(let names)):
        services = names
        return
      case .finished, .failed: return
      }
    }
  }

  func name(of service: ServiceID?) -> String? {
    service.map { services[$0]?.string ?? $0.rawValue }
  }

  func knownName(of service: ServiceID?) -> BoundedString? { service.flatMap { services[$0] } }
}

extension AttemptEnd {
  /// The end of a run that this ended; `what` could not be loaded.
  func headlessEnd(of what: String) -> HeadlessEnd {
    let sentence = "Could not load \(what): \(sentence)"
    return isRefusal ? .refused(sentence) : .failed(sentence)
  }
}
