import FlyingSocks
import FoundationEssentials
import Glibc

/// An observer's connection after the handshake. What is sent is written to the socket as the feed
/// wants it.
struct ObserverSocket: Sendable {
  /// How long a client is given to answer a close frame.
  private static let closeTimeout: Duration = .seconds(5)

  let output: ObserverOutput.Pieces
  /// Takes a frame of the client, nothing at the end. Returns whether to go on reading.
  let receive: @Sendable (WebSocketFrame?) async -> Bool

  private enum Side: Sendable {
    case client, server, dropped, late
  }

  /// Runs until both sides have ended, the server drops the connection, or the client leaves a
  /// close frame unanswered.
  func run(_ client: AsyncSocket, _ bytes: ClientBytes) async {
    await withTaskGroup(of: Side.self) { group in
      group.addTask { await listen(to: bytes) }
      group.addTask { await speak(to: client) }
      let first = await group.next()
      if first == .server { group.addTask { await tooLate() } }
      if first != .dropped { _ = await group.next() }
      group.cancelAll()
    }
  }

  private func tooLate() async -> Side {
    try? await Task.sleep(for: Self.closeTimeout)
    return .late
  }

  private func listen(to bytes: ClientBytes) async -> Side {
    var bytes = bytes
    do {
      while await receive(try await bytes.frame()) {}
    } catch {
      // A client that breaks off, or breaks the rules, is gone like any other.
      _ = await receive(nil)
    }
    return .client
  }

  private func speak(to client: AsyncSocket) async -> Side {
    // Without Nagle's algorithm the client receives the pieces as they are written.
    let noDelay = BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY)
    try? client.socket.setValue(true, for: noDelay)
    do {
      for try await piece in output {
        switch piece {
        case .bytes(let bytes): try await client.write(Data(bytes))
        case .pause(let duration): try await Task.sleep(for: duration)
        }
      }
      return .server
    } catch {
      return .dropped
    }
  }
}

extension ClientBytes {
  /// The client's next frame, unmasked (RFC 6455, 5.2).
  fileprivate mutating func frame() async throws -> WebSocketFrame {
    let (first, second) = (try await next(), try await next())
    // A client must mask (5.1).
    guard let opcode = WebSocketFrame.Opcode(rawValue: first & 0x0F), first & 0x70 == 0,
      second & 0x80 != 0
    else { throw WebSocketFrame.Violation() }
    var length = Int(second & 0x7F)
    if length > 125 {
      let bytes = try await take(length == 126 ? 2 : 8)
      guard bytes.starts(with: [0, 0, 0, 0]) || bytes.count == 2 else { throw TooLong() }
      length = bytes.reduce(0) { $0 << 8 | Int($1) }
    }
    guard length <= WebSocketFrame.clientLimit else { throw TooLong() }
    let mask = try await take(4)
    let masked = try await take(length)
    return WebSocketFrame(opcode, masked.enumerated().map { $0.element ^ mask[$0.offset % 4] })
  }
}
