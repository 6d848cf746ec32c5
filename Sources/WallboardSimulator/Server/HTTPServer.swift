import FlyingSocks
import FoundationEssentials
import Glibc

/// HTTP/1.1 on a port of the loopback interface, one request a connection (RFC 9112).
actor HTTPServer {
  typealias Respond = @Sendable (HTTPRequest) async -> HTTPResponse

  /// How long connections are given to come to their end when the server stops.
  private static let patience: Duration = .milliseconds(250)

  private let socket: Socket
  private let pool: some AsyncSocketPool = SocketPool.make()
  private let respond: Respond
  private var polling: Task<Void, any Error>?
  private var accepting: Task<Void, any Error>?
  private var connections: [Int: Task<Void, Never>] = [:]
  private var connectionsAccepted = 0

  /// Listens. Throws a `SocketError` where that is not possible.
  init(port: UInt16, respond: @escaping Respond) throws {
    self.respond = respond
    socket = try Socket(domain: AF_INET)
    do {
      try socket.setValue(true, for: BoolSocketOption.localAddressReuse)
      try socket.bind(to: sockaddr_in.inet(ip4: "127.0.0.1", port: port))
    } catch {
      try? socket.close()
      throw error
    }
    // Closes it by itself where it fails.
    try socket.listen()
  }

  var port: UInt16 {
    get throws {
      guard case .ip4(_, let port) = try socket.sockname() else {
        throw SocketError.unsupportedAddress
      }
      return port
    }
  }

  func start() async throws {
    try await pool.prepare()
    polling = Task { [pool] in try await pool.run() }
    let listener = try AsyncSocket(socket: socket, pool: pool)
    accepting = Task { for try await client in listener.sockets { serve(client) } }
  }

  /// Returns, or throws why, when no more clients are accepted.
  func untilStopped() async throws {
    do { try await accepting?.value } catch is CancellationError {}
  }

  /// Stops listening, lets what is being sent come to its end, and cuts off what has not after a
  /// moment.
  func stop() async {
    accepting?.cancel()
    // Before the socket is closed: its number may be another's then.
    _ = await accepting?.result
    try? socket.close()
    let limit = Task {
      try await Task.sleep(for: Self.patience)
      for connection in connections.values { connection.cancel() }
    }
    for connection in connections.values { await connection.value }
    limit.cancel()
    polling?.cancel()
  }

  private func serve(_ client: AsyncSocket) {
    connectionsAccepted += 1
    let id = connectionsAccepted
    connections[id] = Task {
      // A client that is gone, or breaks the rules, is not waited for.
      try? await Self.answer(client, respond)
      try? client.close()
      connections[id] = nil
    }
  }

  @concurrent
  private static func answer(_ client: AsyncSocket, _ respond: Respond) async throws {
    var bytes = ClientBytes(client)
    guard let request = try await bytes.request() else { return }
    let response = await respond(request)
    if response.delay > .zero { try await Task.sleep(for: response.delay) }
    switch response.body {
    case .nothing: return
    case .whole(let body): try await client.write(Data(response.head + body))
    case .pieces(let pieces):
      try await client.write(Data(response.head))
      try await send(pieces, to: client, bytes)
    case .webSocket(let socket):
      try await client.write(Data(response.head))
      await socket.run(client, bytes)
    }
  }
}

extension HTTPServer {
  /// Sends all there is, unless the client goes away: who has nothing to write would not notice. One
  /// that closes its writing side alone is cut off, too, on purpose: it looks the same.
  private static func send(
    _ pieces: StreamFeed.Pieces, to client: AsyncSocket, _ bytes: ClientBytes
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for try await piece in pieces { try await client.write(chunk: piece) }
        try await client.write(chunk: [])
      }
      group.addTask {
        var bytes = bytes
        while true { _ = try await bytes.next() }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }
}

extension AsyncSocket {
  /// Writes a chunk (RFC 9112, 7.1). An empty one is the last.
  fileprivate func write(chunk bytes: [UInt8]) async throws {
    let size = String(bytes.count, radix: 16)
    try await write(Data("\(size)\r\n".utf8) + Data(bytes) + Data("\r\n".utf8))
  }
}

/// What a client sends, as much of it at a time as is asked for.
struct ClientBytes: Sendable {
  private let socket: AsyncSocket
  private var buffer: ArraySlice<UInt8> = []

  private static let pieceSize = 4096
  private static let bodyLimit = 1 << 20

  struct TooLong: Error {}
  /// What begins otherwise than a request does, such as a handshake of TLS: its end would not come.
  struct NoRequest: Error {}

  init(_ socket: AsyncSocket) {
    self.socket = socket
  }

  mutating func next() async throws -> UInt8 {
    if let byte = buffer.popFirst() { return byte }
    buffer = try await socket.read(atMost: Self.pieceSize)[...]
    return try await next()
  }

  mutating func take(_ count: Int) async throws -> [UInt8] {
    while buffer.count < count {
      buffer += try await socket.read(atMost: Self.pieceSize)
    }
    defer { buffer = buffer.dropFirst(count) }
    return Array(buffer.prefix(count))
  }

  /// The next request, once it is there with its body; nothing for what is none.
  mutating func request() async throws -> HTTPRequest? {
    guard var request = HTTPRequest(head: try await head()),
      request.headers["Transfer-Encoding"] == nil,
      let length = Int(request.headers["Content-Length"] ?? "0"), length >= 0
    else { return nil }
    guard length <= Self.bodyLimit else { throw TooLong() }
    request.body = try await take(length)
    return request
  }

  /// The lines of a head, without the blank one that ends it.
  private mutating func head() async throws -> [String] {
    var lines: [String] = []
    var line: [UInt8] = []
    for _ in 0..<HTTPRequest.headLimit {
      let byte = try await next()
      if lines.isEmpty, line.isEmpty, !(0x21...0x7E).contains(byte) { throw NoRequest() }
      guard byte == UInt8(ascii: "\n") else {
        line.append(byte)
        continue
      }
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      if line.isEmpty { return lines }
      lines.append(String(decoding: line, as: UTF8.self))
      line = []
    }
    throw TooLong()
  }
}
