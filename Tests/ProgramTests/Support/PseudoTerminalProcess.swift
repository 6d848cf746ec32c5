import Foundation
import Glibc

@testable import WallboardApp

/// The program in a terminal, and others there are.
extension PseudoTerminal {
  /// `POSIX_SPAWN_SETSID` of glibc, which its header shows to GNU programs alone.
  private static let newSession: Int32 = 0x80

  /// The first terminal that the leader of a session opens is the session's.
  static func start(
    _ command: String, on slave: String, _ environment: [String: String]
  ) throws -> pid_t {
    let variables = Program.environment(["TERM": "xterm-256color"].merging(environment) { $1 })
    var files = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&files)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&files)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    for descriptor in STDIN_FILENO...STDERR_FILENO {
      unsafe posix_spawn_file_actions_addopen(&files, descriptor, slave, O_RDWR, 0)
    }
    // A server of another test would listen on as long as this program runs: not every socket is
    // closed by itself.
    for descriptor in 3..<min(getdtablesize(), 4_096) {
      unsafe posix_spawn_file_actions_addclose(&files, descriptor)
    }
    setUp(&attributes)
    var id: pid_t = 0
    let result = unsafe Spawn.withCStrings(["/bin/sh", "-c", command]) { arguments in
      unsafe Spawn.withCStrings(variables.map { "\($0.key)=\($0.value)" }) { variables in
        unsafe posix_spawn(&id, "/bin/sh", &files, &attributes, arguments, variables)
      }
    }
    guard result == 0 else { throw Failed(description: "no process: \(result)") }
    return id
  }

  private static func setUp(_ attributes: inout posix_spawnattr_t) {
    var none = sigset_t()
    var all = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = newSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
  }

  /// The first child of the process, where that is a shell.
  var child: pid_t? { child(of: process) }

  /// The first child of any process.
  func child(of process: pid_t) -> pid_t? {
    let list = "/proc/\(process)/task/\(process)/children"
    let text = (try? String(contentsOfFile: list, encoding: .utf8)) ?? ""
    return text.split(separator: " ").first.flatMap { pid_t($0) }
  }

  /// Whether the process is stopped.
  var isStopped: Bool { isStopped(process) }

  /// Whether a process is stopped.
  func isStopped(_ process: pid_t) -> Bool { state(of: process) == "T" }

  /// Whether there is such a process; one that nobody has asked for its end is none.
  func isRunning(_ process: pid_t) -> Bool { !["", "Z", "X"].contains(state(of: process)) }

  /// From proc_pid_stat(5).
  private func state(of process: pid_t) -> String {
    let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    return String(text.split(separator: ")").last?.dropFirst().prefix(1) ?? "")
  }

  /// Bytes of memory that the process has in use.
  func residentBytes(of process: pid_t) -> Int {
    let text = (try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }

  /// Seconds of processor time that the process has taken.
  func processorSeconds(of process: pid_t) -> Double {
    let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    // proc_pid_stat(5): the name may hold spaces; utime and stime are the 12th and 13th after it.
    let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
    let ticks = fields.dropFirst(11).prefix(2).compactMap { Double($0) }.reduce(0, +)
    return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
  }
}
