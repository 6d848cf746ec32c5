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
    self = try response.read("auth/me")
  }
}

extension KeyIdentity: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    let text = try fields.key("workspace_id", String.self)
    guard let workspace = WorkspaceID(text) else {
      throw FieldFault(.noIdentifier).in("workspace_id")
    }
    self.workspace = workspace
    expiresAt = fields.moment("expires_at")
  }
}
