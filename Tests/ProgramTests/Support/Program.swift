import Foundation

/// The built program, run as a user runs it.
struct Program {
  /// What a finished run left behind.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// The folder of the build that these tests are part of.
  static let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  static let path = folder.appending(path: "wallboard").path

  /// The environment of a run: nothing of the person who runs the tests gets in.
  static func environment(_ extra: [String: String] = [:]) -> [String: String] {
    let kept = ProcessInfo.processInfo.environment.filter {
      ["PATH", "LD_LIBRARY_PATH"].contains($0.key)
    }
    return kept.merging(["HOME": "/nonexistent", "LANG": "C.UTF-8", "TZ": "UTC"]) { $1 }
      .merging(extra) { $1 }
  }

  /// Runs to the end; a run that does not end by itself is killed after the deadline.
  static func run(
    _ arguments: [String], environment extra: [String: String] = [:], input: String = "",
    deadline: Duration = .seconds(60)
  ) async throws -> Outcome {
    try await run(path, arguments, environment: extra, input: input, deadline: deadline)
  }

  /// Runs another program, as ``run(_:environment:input:deadline:)`` runs this one.
  static func run(
    _ executable: String, _ arguments: [String], environment extra: [String: String] = [:],
    input: String = "", deadline: Duration = .seconds(60)
  ) async throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.environment = environment(extra)
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.start()
    stdin.fileHandleForWriting.write(Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let killer = Task {
      try await Task.sleep(for: deadline)
      process.terminate()
    }
    async let output = readToEnd(stdout)
    async let errors = readToEnd(stderr)
    let texts = await (output, errors)
    await end(of: process)
    killer.cancel()
    return Outcome(status: process.terminationStatus, output: texts.0, errors: texts.1)
  }

  /// The first lines of a run that does not end by itself; it is ended then.
  static func firstLines(_ count: Int, of arguments: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = environment()
    let output = Pipe()
    process.standardOutput = output
    try process.start()
    defer { process.terminate() }
    var data = Data()
    while data.count(where: { $0 == 0x0A }) < count {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { break }
      data += more
    }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Runs the program with its output piped to another command line, which may stop reading.
  static func pipe(
    _ arguments: [String], to reader: String, _ environment: [String: String]
  ) async throws -> Outcome {
    let words = ([path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    return try await run(
      "/bin/sh", ["-c", "\(words) | \(reader)"], environment: environment, input: "",
      deadline: .seconds(60))
  }

  // The tasks' own threads are few, and the simulated platform lives on them: whoever waits here
  // has a thread of its own.
  private static func end(of process: Process) async {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        process.waitUntilExit()
        continuation.resume()
      }
    }
  }

  private static func readToEnd(_ pipe: Pipe) async -> String {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        let data = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
        continuation.resume(returning: String(decoding: data, as: UTF8.self))
      }
    }
  }
}

extension Process {
  /// Runs with no signal blocked. A child inherits what its parent's thread has blocked, and the
  /// threads of a test have everything blocked: nothing could end the child.
  func start() throws {
    var none = sigset_t()
    var blocked = sigset_t()
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &blocked)
    defer { _ = unsafe pthread_sigmask(SIG_SETMASK, &blocked, nil) }
    try run()
  }
}
