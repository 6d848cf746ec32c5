import WallboardEvents

extension Metric {
  /// The number that somebody means by a name: its own, or the words of its title or label with
  /// underscores, such as `hung_up_waiting`, for those are what the board shows.
  package init?(named name: String) {
    let name = name.lowercased()
    guard
      let metric = Self(rawValue: name) ?? Self.allCases.first(where: { $0.names.contains(name) })
    else { return nil }
    self = metric
  }

  /// All that it may be called; its own name is the first.
  var names: [String] { [rawValue, Self.name(title), Self.name(label)] }

  /// Letters and digits, with an underscore for whatever stands between them.
  private static func name(_ words: String) -> String {
    words.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: "_")
  }

  /// Those that share a word with a name that none has, or that it may be a typing error for, while they
  /// are few; else all.
  static func advice(for name: String) -> String {
    let name = name.lowercased()
    guard let meant = [sharing(name), near(name)].first(where: { (1...mostAlike) ~= $0.count })
    else { return "The numbers are " + allCases.map(\.rawValue).joined(separator: ", ") }
    let list = meant.map { "\($0.rawValue) (\($0.title))" }.joined(separator: " or ")
    return "Did you mean \(list)?"
  }

  private static func sharing(_ name: String) -> [Metric] {
    let words = name.split(separator: "_")
    return allCases.filter { metric in
      let known = Set(metric.names.flatMap { $0.split(separator: "_") })
      return !words.isEmpty && words.allSatisfy(known.contains)
    }
  }

  private static func near(_ name: String) -> [Metric] {
    let near = NearWords.of(name, among: allCases.map(\.rawValue))
    return allCases.filter { near.contains($0.rawValue) }
  }

  /// More are no help.
  private static let mostAlike = 2
}
