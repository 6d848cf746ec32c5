import FlyingSocks

/// How an observer's connection comes by its own socket. FlyingFox keeps the sockets to itself and
/// writes whole, proper frames only; misbehaviour needs single bytes. Whoever reads waits in the
/// pool sooner or later, and there the socket passes by.
struct SocketTap: Sendable {
  @TaskLocal static var current: SocketTap?

  private let sockets: AsyncStream<AsyncSocket>
  private let continuation: AsyncStream<AsyncSocket>.Continuation

  init() {
    (sockets, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1))
  }

  /// The socket that the task reads from; nothing when it stopped reading before it had to wait.
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
