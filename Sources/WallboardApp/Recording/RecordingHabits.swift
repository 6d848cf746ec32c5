/// How recordings are kept.
package struct RecordingHabits: Equatable, Sendable {
  /// When a recording goes on in a new file.
  package enum Rotation: Equatable, Sendable {
    /// When the file has so many bytes.
    case size(Int)
    /// At local midnight.
    case day
  }

  /// `nil` for one file, however large.
  package var rotation: Rotation?
  /// How many full files stay beside the one that is written.
  package var kept = 7

  /// One file.
  package init() {}

  /// What `--record-rotate` and `--record-keep` ask for; throws ``SettingsError`` for what they
  /// cannot.
  package init(rotation: String?, kept: String?) throws {
    if let rotation { self.rotation = try Self.rotation(rotation) }
    guard let kept else { return }
    guard let number = Int(kept), (1...10_000).contains(number) else {
      throw SettingsError("--record-keep: “\(kept)” is not a number from 1 to 10000.")
    }
    self.kept = number
  }

  private static func rotation(_ text: String) throws -> Rotation {
    if text == "day" { return .day }
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    if let unit = text.last.flatMap({ units[Character($0.uppercased())] }),
      let number = Int(text.dropLast()), (1...1_000_000).contains(number)
    {
      return .size(max(number * unit, smallest))
    }
    throw SettingsError("--record-rotate: “\(text)” is neither day nor a size such as 100M or 2G.")
  }

  /// Bytes; a smaller file would hold little beside its beginning.
  private static let smallest = 64 << 10
}
