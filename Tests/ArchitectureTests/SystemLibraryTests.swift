import TestSupport
import Testing

/// What Swift sees of a C library has the same shape in every release that the README promises:
/// what differs is named in the shims alone. ncurses 6.5 tells no more than the name of its window,
/// and libcurl 8 makes macros of numbers that were enumerators, of other types.
@Suite(.inTurn)
struct SystemLibraryTests {
  /// Enumerators of types that have a name: they are that type in every release.
  private static let typed = ["CURLOPT_", "CURLINFO_", "CURLE_", "CURLM_", "CURLMSG_", "CURLPX_"]
  /// Types that are a structure in one release and only a name in the other.
  private static let opaque: Set<String> = ["WINDOW", "SCREEN", "TERMINAL"]

  @Test func whatDiffersBetweenReleasesIsNamedInTheShims() throws {
    for file in try SourceTree(under: "Sources").files {
      for (index, line) in file.lines.enumerated() {
        for name in differing(in: line) {
          Issue.record("\(file.path):\(index + 1): \(name) differs between releases")
        }
      }
    }
  }

  @Test(arguments: [
    ("    return curl_global_init(Int(CURL_GLOBAL_ALL))", ["CURL_GLOBAL_ALL"]),
    ("    try check(unsafe curl_easy_pause(handle, CURLPAUSE_CONT))", ["CURLPAUSE_CONT"]),
    ("    try set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)", ["CURL_SSLVERSION_TLSv1_2"]),
    ("  private let window: UnsafeMutablePointer<WINDOW>", ["WINDOW"]),
    ("    case CURLE_COULDNT_CONNECT: unreachable(place)", []),
    ("    guard code == CURLM_OK, message.msg == CURLMSG_DONE else { return }", []),
    ("/// What is read is CURL_WRITEFUNC_PAUSE.", []), ("    case .caFile: \"CURL_CA_BUNDLE\"", []),
  ])
  func findsWhatDiffersInALine(line: String, names: [String]) {
    #expect(differing(in: line) == names)
  }

  private func differing(in line: String) -> [String] {
    let code = line.split(separator: "//", omittingEmptySubsequences: false).first ?? ""
    let outsideOfQuotes = code.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    return outsideOfQuotes.flatMap { part in
      part.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
    }.filter { word in
      Self.opaque.contains(word)
        || word.hasPrefix("CURL") && word.contains("_")
          && !Self.typed.contains(where: word.hasPrefix)
    }
  }
}
