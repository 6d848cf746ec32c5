import Testing
import WallboardEvents
import WallboardPlatform

@Suite struct KeyIdentityTests {
  private func identity(_ body: String, status: Int = 200) throws(AttemptEnd) -> KeyIdentity {
    try KeyIdentity(PlatformResponse(status: status, body: Array(body.utf8), arrival: arrival))
  }

  @Test func aKey() throws {
    let identity = try identity(
      #"{"workspace_id":"\#(workspace)","key_id":"k","expires_at":"2026-08-03T10:00:00Z"}"#)
    #expect(identity.workspace.rawValue == workspace)
    #expect(identity.expiresAt == Timestamp(milliseconds: 1_785_751_200_000))
    #expect(try self.identity(#"{"workspace_id":"\#(workspace)"}"#).expiresAt == nil)
  }

  @Test func whatIsNoKey() {
    #expect(throws: AttemptEnd.status(401, retryAfter: nil, detail: "expired")) {
      try identity(#"{"detail":"expired"}"#, status: 401)
    }
    #expect(throws: AttemptEnd.unreadable("auth/me: workspace_id: missing")) {
      try identity("{}")
    }
    #expect(throws: AttemptEnd.unreadable("auth/me: workspace_id: a string that is no identifier"))
    {
      try identity(#"{"workspace_id":"../x"}"#)
    }
  }
}
