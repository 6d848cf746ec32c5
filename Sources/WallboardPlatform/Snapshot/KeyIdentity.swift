import FoundationEssentials
package import WallboardEvents

/// What `GET /v1/auth/me` says of an API key (contract 3.1).
package struct KeyIdentity: Equatable, Sendable {
  /// The workspace that the key belongs to.
  package var workspace: WorkspaceID
  /// When the key ends to be valid.
  package var expiresAt: Timestamp?

  /// Reads the answer; throws ``AttemptEnd`` when it is a refusal or names no workspace.
  package init(_ response: PlatformResponse) throws(AttemptEnd) {
    if let failure = response.failure { throw failure }
    let body = Data(response.body)
    do {
      self = try JSONDecoder().decode(KeyIdentity.self, from: body)
    } catch {
      throw .unreadable(Text(sentence: "auth/me: \(DecodingFault(error, in: body))"))
    }
  }
}

extension KeyIdentity: Decodable {
  private enum Key: String, CodingKey {
    case workspace = "workspace_id"
    case expiresAt = "expires_at"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let text = try container.decode(String.self, forKey: .workspace)
    guard let workspace = WorkspaceID(text) else {
      throw DecodingError.dataCorruptedError(
        forKey: .workspace, in: container, debugDescription: "not a UUID")
    }
    self.workspace = workspace
    expiresAt = container.moment(.expiresAt)
  }
}
