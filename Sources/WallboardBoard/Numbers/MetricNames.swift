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

  /// Those that share a word with a name that none has, while they are few; else all.
  static func advice(for name: String) -> String {
    let words = name.lowercased().split(separator: "_")
    let alike = allCases.filter { metric in
      let known = Set(metric.names.flatMap { $0.split(separator: "_") })
      return !words.isEmpty && words.allSatisfy(known.contains)
    }
    guard (1...mostAlike).contains(alike.count) else {
      return "The numbers are " + allCases.map(\.rawValue).joined(separator: ", ")
    }
    let list = alike.map { "\($0.rawValue) (\($0.title))" }.joined(separator: " or ")
    return "Did you mean \(list)?"
  }

  /// More are no help.
  private static let mostAlike = 2
}
