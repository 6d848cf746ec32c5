package import WallboardCore

/// Where actions come from: the network thread, or a script in a test.
package protocol Feed {
  /// What happened since the last call, in order.
  func drain() -> [Action]
  /// Asks the network for something.
  func send(_ command: NetworkCommand)
}
