/// The name of an event for which nothing else of its message can be read.
struct ObserverEventName: Decodable {
  let type: String
}
