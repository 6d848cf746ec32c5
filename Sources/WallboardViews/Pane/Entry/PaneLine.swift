/// A line of a followed call's pane.
struct PaneLine: Equatable {
  /// When and who, or the room that they take on an entry's first line.
  var lead: [Phrase]
  /// What is read, and what a search looks through.
  var body: [Phrase]

  init(lead: [Phrase] = [], body: [Phrase]) {
    self.lead = lead
    self.body = body
  }
}
