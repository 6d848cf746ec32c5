package import WallboardEvents

/// A line that a person is typing.
package struct Prompt: Equatable, Sendable {
  /// What it is for.
  package enum Purpose: Hashable, Sendable {
    /// What to search for in that call.
    case search(CallSID)
    /// Which rows of that panel are shown.
    case filter(Panel)
    /// Which lines of the help are shown.
    case help
    /// What to do: the command palette.
    case command
    /// Which moment of the recording to go to.
    case seek
    /// Which moments of the recording are listed.
    case moments
    /// A note about that.
    case note(NoteSubject)
  }

  package let purpose: Purpose
  /// What was typed so far, at most ``Limits/promptLength`` characters, of a filter at most
  /// ``Limits/filterLength``.
  package var text = ""
  /// The completion under the cursor, from 0.
  package var choice = 0
  /// Why what was typed so far cannot be used.
  package var problem: String?
  /// How the panel stood that is filtered, before anything was typed.
  var before: PanelView?
  /// Which of the used filters stands in the prompt, from 0.
  var recalled: Int?

  /// An empty prompt.
  package init(_ purpose: Purpose) {
    self.purpose = purpose
  }
}

extension WallboardState {
  /// Begins a search in the focused pane.
  mutating func beginSearch() {
    guard let index = view.focusedPane, view.panes.indices.contains(index) else { return }
    view.prompt = Prompt(.search(view.panes[index].callSID))
  }

  /// Changes what is typed into the prompt, and shows at once what it would find.
  mutating func edit(_ body: (inout String) -> Void) {
    guard var prompt = view.prompt else { return }
    body(&prompt.text)
    prompt.choice = 0
    prompt.recalled = nil
    prompt.text = String(prompt.text.prefix(prompt.purpose.longestText))
    view.prompt = prompt
    setQuery(of: prompt)
  }

  /// Types what was pasted: one line, without what no key would type.
  mutating func paste(_ text: String) {
    // A character of the prompt may be many in a text that somebody made to be pasted.
    let scalars = text.unicodeScalars.prefix(Limits.textLength)
    let typed = String(String.UnicodeScalarView(scalars)).map(\.asTyped).joined()
    edit { $0 += typed }
  }

  /// Closes the prompt and does what it is for; what cannot be done keeps it open.
  mutating func acceptPrompt() -> [Effect] {
    guard let prompt = view.prompt else { return [] }
    if prompt.purpose == .seek { return acceptSeek(prompt) }
    if prompt.purpose == .moments { return openChosenMoment() }
    if case .note(let subject) = prompt.purpose { return acceptNote(prompt, about: subject) }
    view.prompt = nil
    switch prompt.purpose {
    case .search:
      setQuery(of: prompt)
      if !prompt.text.isEmpty { movePane(.nearestMatch) }
    case .filter(let panel): acceptFilter(prompt, of: panel)
    case .command, .help, .seek, .moments, .note: break
    }
    return []
  }

  /// Closes the prompt: what it searched for is searched no more, what it filtered is filtered as
  /// before.
  mutating func cancelPrompt() {
    guard var prompt = view.prompt else { return }
    view.prompt = nil
    switch prompt.purpose {
    case .search, .help, .moments:
      prompt.text = ""
      setQuery(of: prompt)
    case .filter(let panel): cancelFilter(prompt, of: panel)
    case .command, .seek, .note: break
    }
  }

  private mutating func setQuery(of prompt: Prompt) {
    switch prompt.purpose {
    case .search(let callSID):
      guard let index = view.panes.firstIndex(where: { $0.callSID == callSID }) else { return }
      view.panes[index].query = prompt.text
    case .filter(let panel): filter(panel, by: prompt)
    case .help:
      view.helpQuery = prompt.text
      view.overlayTop = 0
    case .moments: filterMoments(by: prompt)
    case .seek, .note: view.prompt?.problem = nil
    case .command: break
    }
  }
}

extension Prompt.Purpose {
  /// Whether what is typed can be completed.
  package var hasChoices: Bool {
    switch self {
    case .command, .filter, .moments: true
    case .search, .help, .seek, .note: false
    }
  }

  /// In characters.
  fileprivate var longestText: Int {
    switch self {
    case .filter, .moments: Limits.filterLength
    case .search, .help, .command, .seek: Limits.promptLength
    case .note: Limits.noteLength
    }
  }
}

extension Character {
  /// The character as it stands in one line; nothing for one that is not seen.
  fileprivate var asTyped: String {
    if isNewline || self == "\t" { return " " }
    let seen = unicodeScalars.filter { !$0.isInvisible }
    return String(String.UnicodeScalarView(seen))
  }
}

extension Unicode.Scalar {
  /// Whether it controls the terminal or the direction of text. What joins the parts of one emoji
  /// does neither.
  fileprivate var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
    case .format: value != 0x200D
    case _: false
    }
  }
}

extension WallboardState {
  mutating func openPalette() {
    view.show(nil)
    view.prompt = Prompt(.command)
  }

  /// Moves the cursor through what is offered while something is typed. The views, which know how
  /// much that is, ask for no more than there is.
  mutating func moveChoice(by step: Int) {
    if view.prompt?.purpose == .moments { return move(by: step) }
    guard let choice = view.prompt?.choice else { return }
    view.prompt?.choice = max(0, choice + step)
  }
}
