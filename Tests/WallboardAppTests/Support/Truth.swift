import Foundation
import FoundationNetworking

/// What the simulated platform knows to be so.
enum Truth {
  static func read(_ what: String = "state", from address: URL) async throws -> JSONObject {
    let (data, _) = try await URLSession.shared.data(
      from: address.appending(path: "_simulator/\(what)"))
    return try JSONObject(data)
  }
}
