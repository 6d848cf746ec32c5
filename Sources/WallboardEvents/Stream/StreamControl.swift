/// What the stream says of itself (contract 2.2). Its ids, `0`, move no cursor.
package enum StreamControl: Equatable, Sendable {
  /// `stream.opened`: the stream stands.
  case opened
  /// `error`: the stream ends, although the status was 200.
  case fault(StreamFault)
}
