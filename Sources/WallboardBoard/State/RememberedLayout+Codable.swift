/// Another version may know more or fewer names: what this one does not know is left out.
extension Layout: Codable {
  private enum CodingKeys: String, CodingKey {
    case focus, zoomed, hints, theme, panels
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    focus = try container.decodeIfPresent(String.self, forKey: .focus).flatMap(
      Panel.init(rawValue:))
    isZoomed = try container.decodeIfPresent(Bool.self, forKey: .zoomed)
    showsHints = try container.decodeIfPresent(Bool.self, forKey: .hints)
    theme = try container.decodeIfPresent(String.self, forKey: .theme)
    let known = try container.decodeIfPresent([String: PanelLayout].self, forKey: .panels) ?? [:]
    for (name, layout) in known {
      if let panel = Panel(rawValue: name) { panels[panel] = layout }
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(focus?.rawValue, forKey: .focus)
    try container.encodeIfPresent(isZoomed, forKey: .zoomed)
    try container.encodeIfPresent(showsHints, forKey: .hints)
    try container.encodeIfPresent(theme, forKey: .theme)
    let named = panels.map { ($0.key.rawValue, $0.value) }
    try container.encode(Dictionary(uniqueKeysWithValues: named), forKey: .panels)
  }
}

extension PanelLayout: Codable {
  private enum CodingKeys: String, CodingKey {
    case columns, sort
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    columns = try container.decodeIfPresent([String].self, forKey: .columns)?
      .compactMap(Field.init(rawValue:))
    sort = try container.decodeIfPresent(String.self, forKey: .sort).flatMap(SortOrder.init(_:))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(columns?.map(\.rawValue), forKey: .columns)
    try container.encodeIfPresent(sort?.words, forKey: .sort)
  }
}
