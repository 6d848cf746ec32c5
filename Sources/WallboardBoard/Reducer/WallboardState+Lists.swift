import WallboardEvents

extension WallboardState {
  /// Begins a filter of the help, or of the focused panel, or goes on with the one that it has.
  mutating func beginFilter() {
    if view.overlay == .help {
      var prompt = Prompt(.help)
      prompt.text = view.helpQuery
      view.prompt = prompt
      return
    }
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
    let (filter, problem) = Filter.typed(prompt.text, for: panel)
    view.prompt?.problem = problem
    guard let filter else { return }
    view.panels[panel]?.restoreCursor(of: prompt.before)
    setFilter(filter.isEmpty ? nil : filter, of: panel)
  }

  mutating func setFilter(_ filter: Filter?, of panel: Panel) {
    view.panels[panel, default: PanelView()].filter = filter
    rearrange(panel)
  }

  /// Keeps the filter that was typed, as far as it can be used.
  mutating func acceptFilter(_ prompt: Prompt, of panel: Panel) {
    if let problem = Filter.typed(prompt.text, for: panel).problem {
      view.tell(problem)
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

  /// Goes to the next row that passes, or the previous one, around the end; in a pane to the next
  /// line that has what is searched for.
  mutating func goToMatch(forward: Bool) {
    guard view.focusedPane == nil else { return movePane(.match(forward: forward)) }
    guard view.overlay == nil else { return }
    view.panels[view.focus]?.selectAround(by: forward ? 1 : -1)
  }

  /// Sorts the focused panel by its next column; after the last by urgency again.
  mutating func sortByNextColumn() {
    let columns = ColumnChoice(view.focus, view.panels[view.focus]?.columns).shown
    let current = view.panels[view.focus]?.sort.flatMap { columns.firstIndex(of: $0.field) }
    let isSorted = view.panels[view.focus]?.sort != nil
    // A column that is hidden now has no next one.
    let next = isSorted ? current.map { $0 + 1 } ?? 0 : 0
    sort(view.focus, in: columns.indices.contains(next) ? SortOrder(firstBy: columns[next]) : nil)
  }

  mutating func reverseSort() {
    view.panels[view.focus, default: PanelView()].reverse()
    rearrange(view.focus)
  }

  /// Sorts the panel by that field, or the other way round where it is sorted by it; by urgency
  /// where it is `nil`. A field that the panel lacks changes nothing.
  mutating func sort(_ panel: Panel, by field: Field?) {
    guard let field else { return sort(panel, in: nil) }
    guard panel.fields.contains(field) else { return }
    if let order = view.panels[panel]?.sort, order.field == field {
      sort(panel, in: SortOrder(field, isDescending: !order.isDescending))
    } else {
      sort(panel, in: SortOrder(firstBy: field))
    }
  }

  private mutating func sort(_ panel: Panel, in order: SortOrder?) {
    view.panels[panel, default: PanelView()].sort = order
    view.panels[panel]?.isUrgencyReversed = false
    rearrange(panel)
  }

  /// Arranges a panel that a person changed: the feed does not wait for its turn then.
  private mutating func rearrange(_ panel: Panel) {
    arrange(panel)
    if panel == .activity { view.feedArrangedAt = view.personNow }
  }
}

extension PanelView {
  /// Puts the cursor where it was before a filter was typed: from there the next letter decides anew
  /// what takes the place of what does not pass.
  fileprivate mutating func restoreCursor(of before: PanelView?) {
    guard let before else { return }
    (rows, selection, index, top) = (before.rows, before.selection, before.index, before.top)
  }

  fileprivate mutating func reverse() {
    if sort == nil { isUrgencyReversed.toggle() } else { sort?.isDescending.toggle() }
  }
}
