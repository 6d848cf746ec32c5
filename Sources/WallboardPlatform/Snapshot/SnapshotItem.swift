import WallboardEvents

/// An item of a paged list, and how a list of them becomes a part of the board.
protocol SnapshotItem: FieldReadable, Sendable {
  /// The path below the workspace.
  static var path: [String] { get }
  /// The queries that together find everything, in the order in which they are made.
  static var queries: [[QueryItem]] { get }
  /// Whether it can stand on the board.
  var hasPlace: Bool { get }
  static func part(of items: [Self], isComplete: Bool) -> SnapshotPart
}

extension SnapshotItem {
  static var queries: [[QueryItem]] { [[]] }
  var hasPlace: Bool { true }
}
