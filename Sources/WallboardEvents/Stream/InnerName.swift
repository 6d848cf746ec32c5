/// The name of an event inside its data, for an event of which nothing else can be read.
struct InnerName: Decodable {
  let eventType: String

  private enum CodingKeys: String, CodingKey {
    case eventType = "event_type"
  }
}
