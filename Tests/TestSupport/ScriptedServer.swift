import Dispatch
package import FlyingSocks
import Foundation
import Glibc
import Synchronization

/// A server on loopback that sends exactly what its script says, connection by connection.
package final class ScriptedServer: Sendable {
  package typealias Script = @Sendable (ServerConnection) throws -> Void

  package let host: String
  package let port: Int
  private let readsHeads: Bool
  private let listener: Socket
  private let state = Mutex(State())

  private struct State {
    var heads: [String] = []
    var open: Set<Socket> = []
    var isStopped = false
  }

  /// One on `::1` where `isIPv6`; the script begins before any request where not `readsHeads`.
  package init(isIPv6: Bool = false, readsHeads: Bool = true, _ script: @escaping Script) throws {
    listener = try Socket(domain: isIPv6 ? AF_INET6 : AF_INET, type: .stream)
    if isIPv6 {
      try listener.bind(to: .inet6(ip6: "::1", port: 0))
    } else {
      try listener.bind(to: .inet(ip4: "127.0.0.1", port: 0))
    }
    try listener.listen()
    switch try listener.sockname() {
    case .ip4(_, let port): self.port = Int(port)
    case .ip6(_, let port): self.port = Int(port)
    case .unix: throw URLError(.badURL)
    }
    host = isIPv6 ? "[::1]" : "127.0.0.1"
    self.readsHeads = readsHeads
    Thread.detachNewThread { self.accept(script) }
  }

  package var origin: String { "http://\(place)" }
  /// Host and port.
  package var place: String { "\(host):\(port)" }

  /// The head of every request so far, in order.
  package var heads: [String] { state.withLock { $0.heads } }

  /// Hangs up everywhere.
  package func stop() {
    let open = state.withLock { state in
      state.isStopped = true
      return state.open
    }
    for socket in open.union([listener]) { _ = shutdown(socket.file.rawValue, Int32(SHUT_RDWR)) }
  }

  private func accept(_ script: @escaping Script) {
    while let (file, _) = try? listener.accept() {
      let socket = Socket(file: file)
      let isStopped = state.withLock { state in
        state.open.insert(socket)
        return state.isStopped
      }
      guard !isStopped else { return close(socket) }
      Thread.detachNewThread { self.serve(socket, script) }
    }
    try? listener.close()
  }

  private func serve(_ socket: Socket, _ script: Script) {
    if let head = readsHeads ? try? Self.head(from: socket) : "" {
      let number = state.withLock { state in
        state.heads.append(head)
        return state.heads.count - 1
      }
      try? script(ServerConnection(number: number, head: head, socket: socket))
    }
    close(socket)
  }

  private func close(_ socket: Socket) {
    _ = state.withLock { $0.open.remove(socket) }
    try? socket.close()
  }

  private static func head(from socket: Socket) throws -> String {
    var head = ""
    while !head.hasSuffix("\r\n\r\n") {
      head += String(decoding: [try socket.read()], as: UTF8.self)
    }
    return head
  }
}

/// One request, and the connection that it came on, which closes when the script ends.
package struct ServerConnection {
  /// How many requests came before.
  package let number: Int
  package let head: String
  package let socket: Socket

  /// The target of the request line.
  package var target: String {
    let words = head.split(separator: " ")
    return words.count > 1 ? String(words[1]) : ""
  }

  package func send(_ text: String) throws {
    try send(Array(text.utf8))
  }

  package func send(_ bytes: [UInt8]) throws {
    let data = Data(bytes)
    var index = data.startIndex
    while index < data.endIndex { index = try socket.write(data, from: index) }
  }

  /// Sends a whole answer.
  package func answer(
    _ status: String, _ body: String = "", fields: [String] = [], type: String = "application/json"
  ) throws {
    let lines =
      ["HTTP/1.1 \(status)", "Content-Type: \(type)", "Content-Length: \(body.utf8.count)"]
      + ["Connection: close"] + fields
    try send(lines.map { $0 + "\r\n" }.joined() + "\r\n" + body)
  }

  /// Begins a stream whose end is the end of the connection; the first thing that it says is that it
  /// is there.
  package func beginStream(type: String = "text/event-stream; charset=utf-8") throws {
    try acceptStream(type: type)
    try send(":\n\n")
  }

  /// Answers as for a stream, of which nothing comes.
  package func acceptStream(type: String = "text/event-stream; charset=utf-8") throws {
    try send("HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nConnection: close\r\n\r\n")
  }

  /// Has the connection end with a reset instead of an orderly end, once the script is over.
  package func endWithReset() {
    var linger = linger(l_onoff: 1, l_linger: 0)
    let size = socklen_t(MemoryLayout<Glibc.linger>.size)
    _ = unsafe setsockopt(socket.file.rawValue, SOL_SOCKET, SO_LINGER, &linger, size)
  }

  /// Sends nothing more until the other side hangs up.
  package func hold() {
    while (try? socket.read()) != nil {}
  }
}

/// Tells one thread that something has happened on another.
package final class Latch: Sendable {
  private struct StaysShut: Error {}

  private let state = Mutex(false)
  private let semaphore = DispatchSemaphore(value: 0)

  package init() {}

  package var isOpen: Bool { state.withLock { $0 } }

  package func open() {
    state.withLock { $0 = true }
    semaphore.signal()
  }

  /// Blocks until it is open; fails after a minute.
  package func wait() throws {
    guard semaphore.wait(timeout: .now() + 60) == .success else { throw StaysShut() }
    // Whoever else waits is woken too.
    semaphore.signal()
  }
}
