import TestSupport

extension ScriptedServer {
  /// Serves the stream in silence, and all else as the script says.
  static func answering(
    _ script: @escaping @Sendable (ServerConnection) throws -> Void
  ) throws -> ScriptedServer {
    try ScriptedServer { connection in
      guard !connection.target.hasSuffix("/events/stream") else {
        try connection.beginStream()
        return connection.hold()
      }
      try script(connection)
    }
  }
}
