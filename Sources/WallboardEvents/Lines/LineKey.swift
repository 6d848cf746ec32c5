/// The keys of a line.
enum LineKey: String, CodingKey {
  case id, event, at, data, unknown, malformed, degraded
}
