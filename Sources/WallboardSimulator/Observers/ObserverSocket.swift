import FlyingFox
import FlyingSocks
import Foundation

/// An observer's connection after the handshake. FlyingFox reads the client's frames; what is sent is
/// written to the socket as the feed wants it.
struct ObserverSocket: WSHandler {
  /// How long a client is given to answer a close frame.
  private static let closeTimeout: Duration = .seconds(5)

  let output: ObserverOutput.Pieces
  /// Takes a frame of the client, nothing at the end. Returns whether to go on reading.
  let receive: @Sendable (WSFrame?) async -> Bool

  /// FlyingFox asks for the first frame once the answer is sent, and closes when there is none.
  func makeFrames(
    for client: AsyncThrowingStream<WSFrame, any Error>
  ) async throws -> AsyncStream<WSFrame> {
    AsyncStream(unfolding: {
      await run(client)
      return nil
    })
  }

  private enum Side: Sendable {
    case client, server, dropped, late
  }

  /// Runs until both sides have ended, the server drops the connection, or the client leaves a
  /// close frame unanswered.
  private func run(_ client: AsyncThrowingStream<WSFrame, any Error>) async {
    let tap = SocketTap()
    await withTaskGroup(of: Side.self) { group in
      group.addTask { await SocketTap.$current.withValue(tap) { await listen(to: client, tap) } }
      group.addTask { await speak(on: tap) }
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

  private func listen(
    to client: AsyncThrowingStream<WSFrame, any Error>, _ tap: SocketTap
  ) async -> Side {
    defer { tap.finish() }
    do {
      for try await frame in client {
        guard await receive(frame) else { return .client }
      }
    } catch {
      // A client that breaks off, or breaks the rules, is gone like any other.
    }
    _ = await receive(nil)
    return .client
  }

  private func speak(on tap: SocketTap) async -> Side {
    guard let socket = await tap.socket else { return .dropped }
    try? socket.socket.setValue(true, for: .noDelay)
    do {
      for try await piece in output {
        switch piece {
        case .bytes(let bytes): try await socket.write(Data(bytes))
        case .pause(let duration): try await Task.sleep(for: duration)
        }
      }
      return .server
    } catch {
      return .dropped
    }
  }
}

extension SocketOption where Self == BoolSocketOption {
  /// Without Nagle's algorithm, so that the client receives the pieces as they are written.
  fileprivate static var noDelay: Self {
    BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY)
  }
}

/// How an observer's connection gets its own socket. FlyingFox keeps the sockets to itself and writes
/// whole, proper frames only; misbehaviour needs single bytes. Whoever reads from a socket waits in
/// the pool sooner or later, and there the tap sees it.
struct SocketTap: Sendable {
  @TaskLocal static var current: SocketTap?

  private let sockets: AsyncStream<AsyncSocket>
  private let continuation: AsyncStream<AsyncSocket>.Continuation

  init() {
    (sockets, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1))
  }

  /// The socket that the task reads from; nothing when it stopped before it had to wait.
  var socket: AsyncSocket? {
    get async { await sockets.first { _ in true } }
  }

  func offer(_ socket: AsyncSocket) {
    continuation.yield(socket)
    continuation.finish()
  }

  func finish() {
    continuation.finish()
  }
}

/// A pool that shows each socket to the tap of the task that waits for it.
struct TappedPool<Base: AsyncSocketPool>: AsyncSocketPool {
  let base: Base

  func prepare() async throws {
    try await base.prepare()
  }

  func run() async throws {
    try await base.run()
  }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    if let tap = SocketTap.current { tap.offer(try AsyncSocket(socket: socket, pool: base)) }
    try await base.suspendSocket(socket, untilReadyFor: events)
  }
}
