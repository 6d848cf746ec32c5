extension SortOrder {
  /// The order as `config.toml` has it: a field, and `asc` or `desc` behind it; without either the
  /// smallest comes first.
  package var words: String { field.rawValue + (isDescending ? " desc" : "") }

  /// Reads such words; `nil` for others.
  package init?(_ words: String) {
    let parts = words.split(separator: " ")
    guard (1...2).contains(parts.count), let field = Field(rawValue: String(parts[0])) else {
      return nil
    }
    switch parts.dropFirst().first {
    case nil, "asc": self.init(field)
    case "desc": self.init(field, isDescending: true)
    case .some: return nil
    }
  }
}
