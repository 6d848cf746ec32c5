import Foundation
import Testing

/// What is expected, as committed text.
///
/// `WALLBOARD_RECORD=1 swift test --filter CorpusTests` writes it anew, and fails: a test that has just
/// written what it expects has tested nothing.
enum Reference {
  private static let isRecording =
    ProcessInfo.processInfo.environment["WALLBOARD_RECORD"] != nil
  /// Lines of a difference that are shown, and those that are looked through for it.
  private static let shown = 24
  private static let compared = 500

  static func expect(
    _ lines: [String], named name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let lines = lines.map(\.plain)
    if isRecording {
      try (lines.joined(separator: "\n") + "\n").write(
        to: sources.appending(path: name), atomically: true, encoding: .utf8)
      Issue.record("\(name) was recorded", sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: try bytes(of: name), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    guard let difference = difference(from: expected, to: lines) else { return }
    Issue.record("\(name)\(difference)", sourceLocation: sourceLocation)
  }

  /// The bytes of a file of the corpus.
  static func bytes(of name: String) throws -> Data {
    let folder = try #require(Bundle.module.resourceURL)
    return try Data(contentsOf: folder.appending(path: "Corpus/\(name)"))
  }

  /// Where two texts are not the same, as `-` and `+` lines; `nil` where they are.
  static func difference(from expected: [String], to actual: [String]) -> String? {
    guard expected != actual else { return nil }
    let start = zip(expected, actual).prefix { $0 == $1 }.count
    let old = Array(expected[start...].prefix(compared))
    let new = Array(actual[start...].prefix(compared))
    let heading = expected[..<start].last { $0.hasPrefix("==") } ?? ""
    let changes = new.difference(from: old).sorted { ($0.place, $0.sign) < ($1.place, $1.sign) }
    let lines = changes.prefix(shown).map { change in
      let place = change.place
      let other = change.sign == "+" ? old.dropFirst(place).first : new.dropFirst(place).first
      return "\n\(change.sign) \(start + place + 1): \(change.text.excerpt(besides: other ?? ""))"
    }
    let rest = changes.count > shown ? "\n… \(changes.count - shown) more lines or so" : ""
    return "\n\(heading)" + lines.joined() + rest
  }

  private static var sources: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")
  }
}

extension String {
  /// With what would steer a terminal, or make a file of text one of bytes, as its number.
  fileprivate var plain: String {
    guard unicodeScalars.contains(where: \.isHidden) else { return self }
    return unicodeScalars.map { $0.isHidden ? $0.escaped(asASCII: true) : String($0) }.joined()
  }
}

extension String {
  /// Of a long line its beginning, and what is around the first character that the other one has not.
  fileprivate func excerpt(besides other: String) -> String {
    let same = zip(self, other).prefix { $0 == $1 }.count
    guard same > 150 else { return String(prefix(350)) }
    return "\(prefix(60)) … \(dropFirst(same - 80).prefix(280))"
  }
}

extension Unicode.Scalar {
  fileprivate var isHidden: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    case _: false
    }
  }
}

extension CollectionDifference<String>.Change {
  fileprivate var place: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }

  fileprivate var text: String {
    switch self {
    case .insert(_, let text, _), .remove(_, let text, _): text
    }
  }

  fileprivate var sign: String {
    switch self {
    case .insert: "+"
    case .remove: "-"
    }
  }
}
