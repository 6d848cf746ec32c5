package import WallboardEvents

extension Board {
  /// Whether a row passes the filter of its panel; every row where the panel lacks a field that is
  /// asked for.
  package func passes(
    _ row: RowID, _ filter: Filter, of panel: Panel, _ disclosure: Disclosure
  ) -> Bool {
    !rows([row], of: panel, passing: filter, disclosure).isEmpty
  }

  /// The rows that pass the filter of a panel; all of them where the panel lacks a field that is
  /// asked for.
  func rows(
    _ rows: [RowID], of panel: Panel, passing filter: Filter, _ disclosure: Disclosure
  ) -> [RowID] {
    guard let expression = try? filter.resolved(for: panel) else { return rows }
    let fields = panel.fields
    // Made but once a row, and only where a word is looked for.
    var words = FoldedText()
    return rows.filter { row in
      words.removeAll()
      return withFields(of: row, disclosure) { value in
        expression.passes { name in
          switch name {
          case .field(let field): value(field)
          case .key: .text(row.key)
          }
        } hasWord: { word in
          if words.isEmpty { words.append(fields, of: row, value) }
          return words.contains(word)
        }
      } ?? false
    }
  }
}

extension FoldedText {
  /// Appends all that may be looked for in a row: its words, plain numbers and its key. How long
  /// something takes is no word.
  fileprivate mutating func append(
    _ fields: [Field], of row: RowID, _ value: (Field) -> FieldValue
  ) {
    append(row.key)
    for field in fields {
      appendNewline()
      switch value(field) {
      case .text(let text): append(text)
      case .number(let number):
        if let number = Int(exactly: number) { append(String(number)) }
      case .none, .seconds: break
      }
    }
  }
}

extension WallboardState {
  /// Begins a filter of the help, or of the focused panel, or goes on with the one that it has.
  mutating func beginFilter() {
    if view.overlay == .help {
      var prompt = Prompt(.help)
      prompt.text = view.helpQuery
      view.prompt = prompt
      return
    }
    if view.overlay == .moments { view.prompt = Prompt(.moments) }
    guard view.overlay == nil else { return }
    let panelView = view.panels[view.focus]
    var prompt = Prompt(.filter(view.focus))
    prompt.text = panelView?.filter?.text ?? ""
    prompt.before = panelView
    view.prompt = prompt
  }

  /// Shows at once what passes the filter so far. One that cannot be used leaves the last one in
  /// its place, and the prompt says why.
  mutating func filter(_ panel: Panel, by prompt: Prompt) {
    let (filter, problem) = typedFilter(prompt.text, for: panel)
    view.prompt?.problem = problem
    guard let filter else { return }
    view.panels[panel]?.restoreCursor(of: prompt.before)
    setFilter(filter.isEmpty ? nil : filter, of: panel)
  }

  /// Reads a filter that somebody is typing, or has typed. One that asks for a word that there is not
  /// can be used, but finds nothing, which would look as if nobody waited.
  private func typedFilter(
    _ text: String, for panel: Panel, isComplete: Bool = false
  ) -> (filter: Filter?, problem: String?) {
    let (filter, problem) = Filter.typed(text, for: panel)
    guard problem == nil, let tests = try? filter?.resolved(for: panel).tests else {
      return (filter, problem)
    }
    for (name, test) in tests {
      let mayBePart = !isComplete || test.relation == .contains
      guard
        let (field, words, unknown) = panel.unknownWord(in: test, of: name, mayBePart: mayBePart)
      else { continue }
      // The platform may have words that we do not know.
      let sought = Filter.asking(field.rawValue, mayBePart ? .contains : .equal, unknown)
      let disclosure = settings.privacy.board(
        identifiersShown: view.identifiersShownUntil != nil)
      guard shown.rows(shown.rows(of: panel), of: panel, passing: sought, disclosure).isEmpty
      else { continue }
      return (filter, words.problem(with: unknown, of: field.rawValue))
    }
    return (filter, nil)
  }

  mutating func setFilter(_ filter: Filter?, of panel: Panel) {
    view.panels[panel, default: PanelView()].filter = filter
    rearrange(panel)
  }

  /// Keeps the filter that was typed, as far as it can be used.
  mutating func acceptFilter(_ prompt: Prompt, of panel: Panel) {
    if let problem = typedFilter(prompt.text, for: panel, isComplete: true).problem {
      view.announce(problem)
    }
    guard let text = view.panels[panel]?.filter?.text else { return }
    view.usedFilters.removeAll { $0 == text }
    view.usedFilters.append(text)
    if view.usedFilters.count > Limits.filterHistory { view.usedFilters.removeFirst() }
  }

  /// Shows again what was shown before the filter was begun.
  mutating func cancelFilter(_ prompt: Prompt, of panel: Panel) {
    view.panels[panel]?.restoreCursor(of: prompt.before)
    setFilter(prompt.before?.filter, of: panel)
  }

  /// Puts an earlier filter into the prompt, or a later one; `false` where no filter is typed.
  mutating func recallFilter(by step: Int) -> Bool {
    guard let prompt = view.prompt, case .filter = prompt.purpose else { return false }
    let newest = view.usedFilters.count
    let place = min(max(0, (prompt.recalled ?? newest) + step.signum()), newest)
    let text = place < newest ? view.usedFilters[place] : ""
    guard newest > 0 else { return true }
    edit { $0 = text }
    view.prompt?.recalled = place
    return true
  }

  /// Completes the name of a field at the end of the filter that is typed.
  mutating func completeFilter() {
    guard let prompt = view.prompt, case .filter(let panel) = prompt.purpose,
      let text = Filter.completed(prompt.text, for: panel)
    else { return }
    edit { $0 = text }
  }
}

extension PanelView {
  /// Puts the cursor where it was before a filter was typed: from there the next letter decides anew
  /// what takes the place of what does not pass.
  fileprivate mutating func restoreCursor(of before: PanelView?) {
    guard let before else { return }
    (rows, selection, index, top) = (before.rows, before.selection, before.index, before.top)
  }
}
