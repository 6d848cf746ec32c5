import FoundationEssentials
import Glibc

/// How much of the machine's memory this process is in.
package enum ResidentMemory {
  /// As proc_pid_statm(5) tells it; `nil` where there is no such file.
  package static var bytes: Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
      return nil
    }
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    return pages.map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) }
  }
}
