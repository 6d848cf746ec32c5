extension [String: String] {
  /// A variable of the environment; one that is empty is not set.
  package func variable(_ name: String) -> String? {
    self[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
