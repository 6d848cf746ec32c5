import FlyingSocks
import Foundation

/// One connection's TLS server: `openssl s_server`, whose standard input and output are what it
/// speaks, with a certificate of its own.
final class SecureServer {
  static let tool = "/usr/bin/openssl"
  static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: tool) }

  let port: Int
  let folder: URL
  private let process = Process()
  let wire: Wire

  var certificate: String { folder.appending(path: "cert.pem").path }
  private var key: String { folder.appending(path: "key.pem").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    port = try Self.freePort()
    let (input, output) = (Pipe(), Pipe())
    wire = Wire(input: input.fileHandleForWriting, output: output.fileHandleForReading)
    try makeCertificate()
    process.executableURL = URL(filePath: Self.tool)
    process.arguments =
      ["s_server", "-quiet", "-naccept", "1", "-accept", "127.0.0.1:\(port)"]
      + ["-cert", certificate, "-key", key]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  func stop() {
    // It inherits a mask that keeps the gentler signals from it.
    _ = kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  private func makeCertificate() throws {
    let maker = Process()
    maker.executableURL = URL(filePath: Self.tool)
    maker.arguments =
      ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
      + ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate]
    maker.standardError = FileHandle.nullDevice
    maker.standardOutput = FileHandle.nullDevice
    try maker.run()
    maker.waitUntilExit()
  }

  private static func freePort() throws -> Int {
    let socket = try Socket(domain: Int32(AF_INET), type: .stream)
    defer { try? socket.close() }
    try socket.bind(to: .inet(ip4: "127.0.0.1", port: 0))
    guard case .ip4(_, let port) = try socket.sockname() else { throw URLError(.badURL) }
    return Int(port)
  }
}

/// What goes through the TLS.
struct Wire: Sendable {
  let input: FileHandle
  let output: FileHandle

  func send(_ bytes: [UInt8]) {
    input.write(Data(bytes))
  }

  /// Reads what the client sent, to the end of a head.
  func readHead() -> String {
    var head = Data()
    while head.range(of: Data("\r\n\r\n".utf8)) == nil {
      let bytes = output.availableData
      guard !bytes.isEmpty else { break }
      head += bytes
    }
    return String(decoding: head, as: UTF8.self)
  }
}
