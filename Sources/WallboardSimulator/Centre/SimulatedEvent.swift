/// Something that happened in the centre, as the stream tells it.
package struct SimulatedEvent: Sendable, Equatable {
  /// Unix time in milliseconds.
  package let id: Int
  package let name: EventName
  package let data: JSON
  /// `data` as text, made once however many streams carry it.
  package let text: String

  init(id: Int, name: EventName, data: JSON) {
    self.id = id
    self.name = name
    self.data = data
    text = data.text
  }

  func hostile(number: Int) -> SimulatedEvent {
    SimulatedEvent(id: id, name: name, data: data.hostile(number: number))
  }
}
