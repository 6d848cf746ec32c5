import Glibc

/// The programs that this one was started by, the nearest first: mosh and ssh leave no better trace.
enum ProcessAncestors {
  private static let most = 32

  static func names() -> [String] {
    var names: [String] = []
    var id = getppid()
    while id > 1, names.count < most,
      let text = try? TextFile.read("/proc/\(id)/stat", atMost: 4_096),
      let begin = text.firstIndex(of: "("), let end = text.lastIndex(of: ")"), begin < end
    {
      names.append(String(text[text.index(after: begin)..<end]))
      // proc(5): the state follows the name, then the parent.
      let fields = text[end...].split(separator: " ")
      guard fields.count > 2, let parent = Int32(fields[2]), parent != id else { break }
      id = parent
    }
    return names
  }
}
