/// The names under which the stream speaks of itself.
enum ControlFrame: String {
  case opened = "stream.opened"
  case error

  /// Reads what the frame carries. What it says must not be lost over how it says it, so nothing
  /// here is required.
  func read(from decoder: any Decoder) -> StreamControl {
    let container = try? decoder.container(keyedBy: Key.self)
    switch self {
    case .opened:
      return .opened(
        connectionID: container?.readable(Text.self, .connectionID),
        mostStreams: container?.readable(Int.self, .mostStreams))
    case .error:
      return .fault(
        StreamFault(
          code: container?.readable(Open<StreamFault.Code>.self, .code),
          message: container?.readable(String.self, .message)))
    }
  }

  private enum Key: String, CodingKey {
    case code, message
    case connectionID = "connection_id"
    case mostStreams = "max_streams_per_workspace"
  }
}
