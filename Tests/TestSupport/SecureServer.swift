package import Foundation
import Glibc

/// One connection's TLS server: `openssl s_server`, whose standard input and output are what it
/// speaks, with a certificate of its own.
package final class SecureServer {
  static let tool = "/usr/bin/openssl"
  package static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: tool) }

  private let held: HeldPort
  package let folder: URL
  private let process = Process()
  package let wire: SecureWire

  package var port: Int { held.number }
  package var certificate: String { folder.appending(path: "cert.pem").path }
  private var key: String { folder.appending(path: "key.pem").path }

  /// A server whose certificate is made out to `names` and valid for so many days from now.
  package init(names: String = "IP:127.0.0.1", days: Int = 1) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    held = try HeldPort()
    let (input, output) = (Pipe(), Pipe())
    wire = SecureWire(input: input.fileHandleForWriting, output: output.fileHandleForReading)
    try makeCertificate(for: names, days: days)
    process.executableURL = URL(filePath: Self.tool)
    process.arguments =
      ["s_server", "-quiet", "-naccept", "1", "-accept", "127.0.0.1:\(held.number)"]
      + ["-cert", certificate, "-key", key]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    try waitUntilItListens()
  }

  /// It takes a moment to start, and says nothing of it; a connection that tries is one that it
  /// serves.
  private func waitUntilItListens() throws {
    // A local address and a state as proc(5) writes them: 0A is LISTEN.
    let line = "0100007F:" + String(format: "%04X", held.number) + " 00000000:0000 0A "
    let deadline = ContinuousClock.now + .seconds(60)
    while try !String(contentsOfFile: "/proc/net/tcp", encoding: .utf8).contains(line) {
      guard process.isRunning, .now < deadline else { throw URLError(.cannotConnectToHost) }
      usleep(5_000)
    }
  }

  package func stop() {
    // It inherits a mask that keeps the gentler signals from it.
    _ = kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Makes a certificate that nobody else vouches for, for a day or one that is over.
  private func makeCertificate(for names: String, days: Int) throws {
    let request = folder.appending(path: "request.pem").path
    try Self.run(
      ["req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost"]
        + ["-addext", "subjectAltName=\(names)", "-keyout", key, "-out", request])
    let signing =
      ["x509", "-req", "-in", request, "-key", key]
      + ["-copy_extensions", "copyall", "-out", certificate]
    guard days < 0 else { return try Self.run(signing + ["-days", "\(days)"]) }
    // A day that is over has to be named since OpenSSL 3.4, and cannot be before.
    let isNamed = (try? Self.run(signing + Self.lastCentury)) != nil
    if !isNamed { try Self.run(signing + ["-days", "\(days)"]) }
  }

  /// A folder that holds its certificate as openssl-rehash(1) names it.
  package func hashedFolder() throws -> String {
    let hashed = folder.appending(path: "hashed")
    try FileManager.default.createDirectory(at: hashed, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: certificate, toPath: hashed.appending(path: "cert.pem").path)
    try Self.run(["rehash", hashed.path])
    return hashed.path
  }

  private static func run(_ arguments: [String]) throws {
    let maker = Process()
    maker.executableURL = URL(filePath: tool)
    maker.arguments = arguments
    maker.standardError = FileHandle.nullDevice
    maker.standardOutput = FileHandle.nullDevice
    try maker.run()
    maker.waitUntilExit()
    guard maker.terminationStatus == 0 else { throw URLError(.cannotCreateFile) }
  }

  private static let lastCentury =
    ["-not_before", "19990101000000Z", "-not_after", "19991231000000Z"]
}

/// What goes through the TLS.
package struct SecureWire: Sendable {
  let input: FileHandle
  let output: FileHandle

  package func send(_ bytes: [UInt8]) {
    input.write(Data(bytes))
  }

  /// Reads what the client sent, to the end of a head.
  package func readHead() -> String {
    var head = Data()
    while head.range(of: Data("\r\n\r\n".utf8)) == nil {
      let bytes = output.availableData
      guard !bytes.isEmpty else { break }
      head += bytes
    }
    return String(decoding: head, as: UTF8.self)
  }
}
