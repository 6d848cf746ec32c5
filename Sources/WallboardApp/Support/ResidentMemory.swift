import Glibc

/// How much of the machine's memory this process is in.
package enum ResidentMemory {
  /// As proc_pid_statm(5) tells it; `nil` where there is no such file.
  package static var bytes: Int? {
    guard let text = read("statm") else { return nil }
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    return pages.map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) }
  }

  /// Gives back the pages of programs and libraries that nobody wrote to; those that are needed again
  /// come back by themselves. Most were needed to start and never again.
  static func giveBackUnwritten() {
    guard let text = read("smaps") else { return }
    for mapping in MemoryMapping.all(in: text) where mapping.isUnwrittenFile {
      _ = unsafe madvise(
        UnsafeMutableRawPointer(bitPattern: mapping.start), mapping.length, MADV_DONTNEED)
    }
  }

  private static func read(_ name: String) -> String? {
    try? TextFile.read("/proc/self/\(name)", atMost: 1 << 20)
  }
}
