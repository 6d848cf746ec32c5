import WallboardScreen

/// All that a pane says besides what was said and done.
struct PaneWords: Equatable {
  let frame: PaneFrame
  let border: PaneBorder
  var facts: [PaneFact] = []
  /// Why nothing new comes.
  var status = Phrase.empty
  /// What stands in the place of lines while there are none.
  var silence: PaneSilence?
}

/// What stands on a pane's border.
struct PaneBorder: Equatable {
  let isFocused: Bool
  let title: [Phrase]
  /// What is searched for, and whether there is such a thing.
  var search = Phrase.empty
  /// What came below the last visible line.
  var news = Phrase.empty
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
