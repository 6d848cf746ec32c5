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

  /// The items that match the text, the best first. Names and callers are as they are shown, so
  /// that a search finds nothing that is hidden.
  func items(_ query: String) -> PaletteMatches { PaletteMatches(to: query, in: self) }

  /// The palette, and its place above the line that is typed.
  func box(_ prompt: Prompt, above hints: Rect, width: Int) -> (box: PaletteBox, area: Rect) {
    let items = self.items(prompt.text)
    let height = min(max(1, items.count) + 2, PaletteBox.highest, hints.rows.lowerBound)
    let area = Rect(
      x: 0, y: hints.rows.lowerBound - height, width: min(width, PaletteBox.widest), height: height)
    let choice = min(max(0, prompt.choice), max(0, items.count - 1))
    let window = ScrollWindow(around: choice, height: max(0, height - 2), count: items.count)
    let box = PaletteBox(
      items: Array(items.dropFirst(window.top).prefix(window.height)),
      choice: choice - window.top, position: window.position)
    return (box, area)
  }

  /// The item under the cursor.
  private func chosenItem(_ prompt: Prompt) -> PaletteItem? {
    let items = self.items(prompt.text)
    return items.isEmpty ? nil : items[min(max(0, prompt.choice), items.count - 1)]
  }

  /// The items that do not depend on calls and operators.
  var table: [PaletteItem] { bindingItems + themeItems + sortItems + numberItems }

  /// What keys do in the present context.
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

  /// The words of the help; for keys that share a line there, words of their own.
  private func words(for binding: KeyBinding) -> String {
    switch binding.intent {
    case .focus(let panel): "Go to \(panel.title)"
    case .filter: "Show only the rows that pass"
    case .nextMatch: "The next one that matches"
    case .previousMatch: "The previous one that matches"
    case .sortByNextColumn: "Sort by the next column"
    case .reverseSort: "Reverse the order of the rows"
    case .nextPanel: "The next panel or followed call"
    case .previousPanel: "The previous panel or followed call"
    case .playback(.changeSpeed(let step)): step > 0 ? "Play it faster" : "Play it slower"
    case .playback(.step(let step)): step > 0 ? "One event on" : "One event back"
    case .playback(.skip(let seconds)): seconds > 0 ? "A minute on" : "A minute back"
    case .playback(.jump(nil, let forward)):
      forward ? "To the next moment" : "To the previous moment"
    case _: binding.help
    }
  }

  /// The context of keys once the palette is closed.
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
        CallStanding(call, at: now, nil).word,
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
      (board.operators.look(at: operatorID) { $0.status?.spoken } ?? nil) ?? "status unknown"
    return PaletteWords(
      name: "operator \(board.name(of: operatorID))", text: "Open the details: \(status)")
  }

  /// What a key that is pressed in the palette asks for.
  func intents(for intent: Intent, typedInto prompt: Prompt) -> [Intent] {
    switch intent {
    case .open:
      chosenItem(prompt).map { [.back] + $0.intents }
        ?? [.unbound("No such command: \(prompt.text)")]
    case .complete: chosenItem(prompt).map { [.fill($0.name)] } ?? []
    // The cursor stays on the items.
    case .nextChoice(let step):
      (0..<items(prompt.text).count).contains(prompt.choice + step) ? [intent] : []
    case _: [intent]
    }
  }
}

/// The items that match what is typed, the best first.
///
/// There is an item for every call, but nobody looks at more than a dozen. So the words of a call
/// are made when it is searched, its item when it is looked at.
struct PaletteMatches: RandomAccessCollection {
  /// Where an item comes from.
  private enum Place {
    case table(Int)
    case call(CallSID)
    case `operator`(OperatorID)
  }

  private let maker: PaletteMaker
  private let table: [PaletteItem]
  private let places: [Place]

  init(to typed: String, in maker: PaletteMaker) {
    self.maker = maker
    table = maker.table
    let query = PaletteQuery(typed)
    // By rank, and within a rank in this order.
    var places = [[Place]](repeating: [], count: PaletteQuery.ranks)
    for (index, item) in table.enumerated() {
      if let rank = query.rank(of: item.words) { places[rank].append(.table(index)) }
    }
    for callSID in maker.calls {
      if let rank = query.rank(of: maker.words(of: callSID)) {
        places[rank].append(.call(callSID))
      }
    }
    for operatorID in maker.operators {
      if let rank = query.rank(of: maker.words(of: operatorID)) {
        places[rank].append(.operator(operatorID))
      }
    }
    self.places = Array(places.joined())
  }

  var startIndex: Int { 0 }
  var endIndex: Int { places.count }

  subscript(index: Int) -> PaletteItem {
    switch places[index] {
    case .table(let index): table[index]
    case .call(let callSID): PaletteItem(maker.words(of: callSID), intents: [.follow(callSID)])
    case .operator(let operatorID):
      PaletteItem(
        maker.words(of: operatorID),
        intents: [.select(.operators, .operator(operatorID)), .showDetail])
    }
  }
}

/// One thing that the command palette can do.
struct PaletteItem: Equatable {
  /// What a search looks through.
  let words: PaletteWords
  /// The key that does the same, where there is one.
  let key: String
  let intents: [Intent]

  init(_ words: PaletteWords, key: String = "", intents: [Intent]) {
    self.words = words
    self.key = key
    self.intents = intents
  }

  var name: String { words.name }
  var text: String { words.text }
}

/// The name of an item, which Tab completes, and what it does.
struct PaletteWords: Equatable {
  let name: String
  let text: String
}
