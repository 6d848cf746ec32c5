import WallboardBoard
import WallboardEvents
import WallboardScreen

/// Makes what the command palette offers.
struct PaletteMaker: RegionMaker {
  let context: FrameContext

  /// What is typed into the command palette; `nil` while it is closed.
  var prompt: Prompt? {
    view.prompt.flatMap { $0.purpose == .command ? $0 : nil }
  }

  /// What answers to that text, the best first. Names and callers are those that are shown: nothing
  /// else can be found.
  func items(_ query: String) -> PaletteAnswers { PaletteAnswers(to: query, in: self) }

  /// The item under the cursor.
  func chosenItem(_ prompt: Prompt) -> PaletteItem? {
    let items = self.items(prompt.text)
    return items.isEmpty ? nil : items[min(max(0, prompt.choice), items.count - 1)]
  }

  /// All that does not hang on what is going on.
  var table: [PaletteItem] { bindingItems + themeItems + sortItems + numberItems }

  /// All that keys do where the person is.
  private var bindingItems: [PaletteItem] {
    var seen: Set<String> = []
    return settings.keymap.bindings.compactMap { binding in
      guard let name = binding.name, binding.contexts.contains(boardContext),
        binding.intent != .openPalette, seen.insert(name).inserted
      else { return nil }
      let key = binding.keys.first?.name(ascii: lettering.isASCII) ?? ""
      return PaletteItem(
        PaletteWords(name: name, text: words(for: binding)), key: key, intents: [binding.intent])
    }
  }

  /// What the help says; of keys that share a line there, what the one does.
  private func words(for binding: KeyBinding) -> String {
    switch binding.intent {
    case .focus(let panel): "Go to \(panel.title)"
    case .filter: "Show only the rows that pass"
    case .nextMatch: "The next one that matches"
    case .previousMatch: "The previous one that matches"
    case .sortByNextColumn: "Sort by the next column"
    case .reverseSort: "Turn the order of the rows round"
    case .nextPanel: "The next panel or followed call"
    case .previousPanel: "The previous panel or followed call"
    case .playback(.changeSpeed(let step)): step > 0 ? "Play it faster" : "Play it slower"
    case .playback(.step(let step)): step > 0 ? "One event on" : "One event back"
    case .playback(.skip(let seconds)): seconds > 0 ? "A minute on" : "A minute back"
    case .playback(.jump(nil, let forward)): forward ? "To the next mark" : "To the previous mark"
    case _: binding.help
    }
  }

  /// Where keys would act, were nothing typed.
  private var boardContext: KeyContext {
    view.wall != nil ? .wall : view.focusedPane == nil ? .panels : .pane
  }

  private var themeItems: [PaletteItem] {
    context.themes.map {
      PaletteItem(
        PaletteWords(name: "theme \($0)", text: "Use this theme"), intents: [.useTheme($0)])
    }
  }

  private var sortItems: [PaletteItem] {
    guard view.wall == nil else { return [] }
    return Panel.allCases.filter { $0 != .activity }.flatMap { panel in
      panel.fields.map { field in
        PaletteItem(
          PaletteWords(
            name: "sort \(panel.rawValue) \(field.rawValue)", text: "Sort \(panel.title) by it"),
          intents: [.sort(panel, field)])
      }
    }
  }

  private var numberItems: [PaletteItem] {
    guard view.wall == nil else { return [] }
    return Metric.allCases.map { metric in
      PaletteItem(
        PaletteWords(name: "explain \(metric.rawValue)", text: "What this number means"),
        intents: [.select(.numbers, .metric(metric)), .explain])
    }
  }

  /// The calls that can be followed by name.
  var calls: [CallSID] { view.wall == nil ? Array(board.calls.keys) : [] }

  func words(of callSID: CallSID) -> PaletteWords {
    let words = board.calls.look(at: callSID) { call in
      [
        call.callerID.map { $0.label("caller", disclosure) }, board.serviceName(of: call),
        CallStanding(call, at: now).word,
      ]
    }
    return PaletteWords(
      name: "call \(callSID.short)",
      text: "Follow it: " + (words ?? []).compactMap(\.self).joined(separator: ", "))
  }

  /// The operators whose detail can be opened by name.
  var operators: [OperatorID] { view.wall == nil ? Array(board.operators.keys) : [] }

  func words(of operatorID: OperatorID) -> PaletteWords {
    let status =
      (board.operators.look(at: operatorID) { $0.status?.word } ?? nil) ?? "status unknown"
    return PaletteWords(
      name: "operator \(board.name(of: operatorID))", text: "Open the detail: \(status)")
  }
}
