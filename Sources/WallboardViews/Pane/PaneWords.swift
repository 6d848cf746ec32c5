import WallboardScreen

/// All that a pane says besides what was said and done.
struct PaneWords: Equatable {
  let frame: PaneFrame
  let isFocused: Bool
  let title: [Phrase]
  let facts: [PaneFact]
  /// Why nothing new comes.
  let status: Phrase
  /// What is searched for, and whether there is such a thing.
  let search: Phrase
  /// What came below the last visible line.
  let news: Phrase
  /// What stands in the place of lines while there are none.
  let silence: PaneSilence?
}

/// Words in the place of lines: why there are none, and what would bring some.
struct PaneSilence: Equatable {
  let headline: String
  var explanation = ""
}

/// A line of a pane as it stands on the screen.
struct PaneRow: Equatable {
  let line: PaneLine
  let hasCursor: Bool
}

/// A pane as it stands on a page.
struct DrawnPane {
  var words: PaneWords?
  var rows: [PaneRow?] = []
}
