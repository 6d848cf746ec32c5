import TestSupport
import Foundation

/// What the simulated platform said that is not for everybody's eyes.
struct Spoken {
  /// Telephone numbers, addresses and names.
  let identifiers: Set<String>
  /// Words of at least four letters, in small letters.
  let words: Set<String>

  /// Whose e-mails go out: the sender of those is no patient.
  private static let clinic = "clinic@example.org"

  static func read(from address: URL) async throws -> Spoken {
    Spoken(try await Truth.read("spoken", from: address))
  }

  init(_ lists: JSONObject) {
    identifiers = Set(
      ["names", "numbers", "addresses"].flatMap { lists.strings($0) }
        .filter { $0.count >= 4 && $0 != Self.clinic })
    let texts = ["transcripts", "tool_inputs", "tool_outputs", "messages", "reasons"]
      .flatMap { lists.strings($0) }
    words = texts.reduce(into: []) { $0.formUnion(Self.words(of: $1)) }
  }

  /// The words of at least four letters in a text, in small letters.
  static func words(of text: String) -> Set<String> {
    Set(
      text.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count >= 4 })
  }

  /// Those that stand in the text.
  func identifiers(in text: String) -> [String] { identifiers.filter(text.contains).sorted() }

  /// Those that stand in the text.
  func words(in text: String) -> [String] { words.intersection(Self.words(of: text)).sorted() }
}

extension JSONObject {
  fileprivate func strings(_ name: String) -> [String] { array(name).compactMap(\.string) }
}
