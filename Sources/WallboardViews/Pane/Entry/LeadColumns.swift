import WallboardScreen

/// The columns that stand before the words of an entry: when, who, and a mark.
struct LeadColumns: Equatable {
  /// 8 for the whole time, 5 without its seconds, 0 for none.
  let time: Int
  let label: Int

  /// As many as a pane of that width can spare.
  init(width: Int) {
    time = width >= 62 ? 8 : width >= 46 ? 5 : 0
    label = width >= 46 ? 8 : 6
  }

  /// All of them, each with the free column after it, and the mark with its own.
  var width: Int { (time > 0 ? time + 1 : 0) + label + 3 }

  /// The label as the column has room for it.
  func fitted(_ label: String) -> String {
    guard label.utf8.count > self.label else { return label }
    return Self.shortLabels[label] ?? label
  }

  private static let shortLabels = ["operator": "oper.", "forward": "forw."]
}
