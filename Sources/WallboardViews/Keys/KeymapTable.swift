import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Keymap {
  /// All bindings, live and over a recording.
  static let everything = table + playing

  /// The keys of a live board.
  static let table: [KeyBinding] = rows + lists + followed + movement + whole + answers

  /// For a panel's rows.
  private static let rows: [KeyBinding] = [
    KeyBinding(
      "open", .open, [.enter],
      "Follow the selected call; go to what an alert is about; open the details of the rest",
      hint: "follow", on: "details", in: .panels),
    KeyBinding(
      "open", .open, [.enter],
      "Unfold the tool call or turn under the cursor, or the newest tool; fold it",
      hint: "unfold", in: .pane),
    KeyBinding(
      "acknowledge", .acknowledge, [.character("a")],
      "Acknowledge the alert under the cursor, or the most urgent", hint: "acknowledge",
      in: .boardAndDetail),
    KeyBinding(
      "alert", .openAlert, [.character("!")], "Go to what the most urgent alert is about",
      hint: "alert", in: .boardAndDetail),
    KeyBinding(
      "follow-escalation", .followEscalation, [.character("f")],
      "Follow the longest-waiting caller, then the next", hint: "waiting", in: .board),
    KeyBinding(
      "open-beside", .openBeside, [.character("+")], "Follow the selected call beside the others",
      hint: "beside", in: .panels),
    KeyBinding(
      "detail", .showDetail, [.character("d")], "Open the details of the selected row",
      hint: "details", in: .board),
    KeyBinding(
      "filter", .filter, [.character("/")], "Filter the panel; the next, previous row that passes",
      hint: "filter", in: .panels),
    KeyBinding("next-match", .nextMatch, [.character("n")], filterHelp, in: .panels),
    KeyBinding("previous-match", .previousMatch, [.character("N")], filterHelp, in: .panels),
    KeyBinding(
      "sort", .sortByNextColumn, [.character("s")], "Sort by the next column; reverse the order",
      hint: "sort", in: .panels),
    KeyBinding("reverse-sort", .reverseSort, [.character("S")], sortHelp, in: .panels),
    KeyBinding(
      "columns", .chooseColumns, [.character("c")], "Choose the panel's columns and their order",
      in: .panels),
    KeyBinding(
      "explain", .explain, [.character("i")],
      "Explain the selected number: what it counts, its window, its target", in: .panels),
  ]

  /// In overlays.
  private static let lists: [KeyBinding] = [
    KeyBinding(
      "back", .back, [.escape, .character("q")], "Close it", hint: "close",
      in: .lists),
    KeyBinding(
      "filter", .filter, [.character("/")], "Show only the lines of the help that have the words",
      hint: "filter", in: .help),
    KeyBinding(
      "page-down", .pageDown, [.character(" "), .pageDown], pageHelp, hint: "page", in: .help),
    KeyBinding("page-up", .pageUp, [.character("b"), .pageUp], pageHelp, in: .help),
    KeyBinding("accept", .open, [.enter], "Close it", in: [.columns, .explanation]),
    KeyBinding(
      "accept", .open, [.enter], "Follow the call; close any other details",
      hint: "follow", in: [.detail]),
    KeyBinding(
      "toggle-column", .toggleColumn, [.character(" ")], "Show or hide the column", hint: "show",
      in: .columns),
    KeyBinding(
      "raise-column", .moveColumn(-1), [.character("K"), .character("<")],
      "Move the column to the front, to the end", hint: "move", in: .columns),
    KeyBinding(
      "lower-column", .moveColumn(1), [.character("J"), .character(">")],
      "Move the column to the front, to the end", in: .columns),
    KeyBinding(
      "sort", .sortByNextColumn, [.character("s")], "Sort by the column; reverse the order",
      hint: "sort", in: .columns),
    KeyBinding(
      "reverse-sort", .reverseSort, [.character("S")], "Sort by the column; reverse the order",
      in: .columns),
    KeyBinding(
      "reset-layout", .resetLayout, [.character("0")], "Put the columns back as they were at first",
      hint: "reset", in: .columns),
    KeyBinding("accept", .open, [.enter], "Use the theme", hint: "use", in: .themes),
    KeyBinding(
      "next-number", .explainNext(1), [.character("n"), .right], "The next, previous number",
      hint: "next", in: .explanation),
    KeyBinding(
      "previous-number", .explainNext(-1), [.character("N"), .left], "The next, previous number",
      in: .explanation),
  ]

  private static let followed: [KeyBinding] = [
    KeyBinding("back", .back, [.escape], "Close the followed call", hint: "close", in: .pane),
    KeyBinding(
      "search", .search, [.character("/")], "Search; the next, previous match", hint: "search",
      in: .pane),
    KeyBinding(
      "next-match", .nextMatch, [.character("n")], searchHelp, hint: "next", in: .pane),
    KeyBinding("previous-match", .previousMatch, [.character("N")], searchHelp, in: .pane),
    KeyBinding(
      "density", .changeDensity, [.character("v")],
      "How much is shown: words only, normal, everything", hint: "more or less", in: .pane),
    KeyBinding(
      "last", .moveToLast, [.character("G"), .end], "The newest line, and those that follow",
      hint: "newest", in: .pane),
    KeyBinding(
      "copy-line", .copyLine, [.character("Y")], "Copy the line under the cursor", in: .pane),
  ]

  private static let movement = betweenPanels + panels + inLists

  private static let betweenPanels: [KeyBinding] = [
    KeyBinding(
      "next-panel", .nextPanel, [.tab], "Next, previous panel or followed call", hint: "panel",
      in: .board),
    KeyBinding(
      "previous-panel", .previousPanel, [.backTab], "Next, previous panel or followed call",
      in: .board),
  ]

  private static let panels = Panel.allCases.map { panel in
    KeyBinding(
      panel.rawValue, .focus(panel), "\(panel.number)".map(Key.character), panelHelp, in: .board)
  }

  private static let inLists: [KeyBinding] = [
    KeyBinding(
      "down", .moveDown, [.character("j"), .down], "Down, up", hint: "scroll", in: .overlays),
    KeyBinding(
      "down", .moveDown, [.character("j"), .down], "Down, up",
      in: [.panels, .pane, .columns, .themes, .moments]),
    KeyBinding("up", .moveUp, [.character("k"), .up], "Down, up"),
    KeyBinding("first", .moveToFirst, [.character("g"), .home], "First, last"),
    KeyBinding(
      "last", .moveToLast, [.character("G"), .end], "First, last",
      in: .everywhereButPanes),
    KeyBinding("half-page-down", .halfPageDown, [.control("d")], "Half a page down, up"),
    KeyBinding("half-page-up", .halfPageUp, [.control("u")], "Half a page down, up"),
    KeyBinding(
      "page-down", .pageDown, [.pageDown], "A page down, up", in: .everywhere.subtracting([.help])),
    KeyBinding(
      "page-up", .pageUp, [.pageUp], "A page down, up", in: .everywhere.subtracting([.help])),
  ]

  /// For the board as a whole.
  private static let whole: [KeyBinding] = [
    KeyBinding(
      "legend", .toggleLegend, [.character("l")],
      "What the signs mean, on the lower borders, and hide it", hint: "legend", in: .board),
    KeyBinding(
      "zoom", .toggleZoom, [.character("z")], "Zoom the panel, and back", hint: "zoom",
      on: "all panels", in: .board),
    KeyBinding(
      "hold", .toggleHold, [.character(" ")], "Pause the view, and let it run again",
      hint: "pause", on: "resume", in: [.panels, .pane, .detail]),
    KeyBinding(
      "reveal", .showIdentifiers, [.character("x")],
      "Show callers and addresses for 30 s, and hide them", hint: "reveal", on: "hide"),
    KeyBinding(
      "palette", .openPalette, [.character(":")],
      "Do anything by its name: panels, themes, calls, operators, and all that keys do",
      hint: "command", in: [.panels, .pane, .wall]),
    KeyBinding(
      "theme", .chooseTheme, [.character("t")], "Choose the theme", in: [.panels, .pane, .wall]),
    KeyBinding(
      "save", .saveView, [.character("e")], "Write the view to a file, masked", in: .board),
    KeyBinding(
      "note", .beginNote, [.character("m")],
      "Write a note for whoever comes next: about the call, the alert or this moment",
      in: .boardAndDetail),
    KeyBinding("notes", .showNotes, [], "Show the notes, the newest first", in: .boardAndDetail),
    KeyBinding(
      "blackbox", .writeBlackBox, [], "Write the last minutes as a recording, masked",
      in: .everywhereAndWall),
    KeyBinding(
      "reload", .reload, [], "Read the settings again, and say what has changed",
      in: .everywhereAndWall),
    KeyBinding(
      "copy-id", .copyID, [.character("y")], "Copy the selected ID to the terminal's clipboard",
      in: .boardAndDetail),
    KeyBinding(
      "retry", .retryNow, [.character("r")], "Connect now, and load again what could not be loaded",
      hint: "retry", in: .everywhereAndWall),
    KeyBinding(
      "back", .back, [.escape], "Clear the filter, leave the zoom, let a paused view run",
      in: .panels),
    KeyBinding(
      "pin", .togglePin, [.character("p")], "Keep the call that the wall follows, and let it go",
      hint: "keep", on: "let go", in: .wall),
    // In the help, this key turns a page.
    KeyBinding(
      "bookmark", .bookmark, [.character("b")], "Set a bookmark in the recording",
      in: .everywhereAndWall.subtracting([.help])),
    KeyBinding(
      "hints", .toggleHints, [.character("h")], "Hide and show the hints at the bottom",
      in: .everywhereAndWall),
    KeyBinding(
      "help", .toggleHelp, [.character("?"), .function(1)], "Open and close this help",
      hint: "help", in: .everywhereAndWall),
    KeyBinding(
      "repaint", .repaint, [.control("l")], "Repaint the screen",
      in: .everywhereAndWall),
    KeyBinding(
      "meter", .showMeter, [.character("M")],
      "What the program itself uses: output, frames, memory",
      in: .everywhereAndWall),
    KeyBinding(
      "suspend", .suspend, [.control("z")], "Suspend; fg brings it back",
      in: .everywhereAndWall),
    KeyBinding(
      "quit", .quit, [.character("q")], "Quit; asks while a call is followed", hint: "quit",
      in: [.panels, .pane, .wall]),
  ]

  /// Keys that cannot be rebound: a prompt must be typed into, and a question answered.
  private static let answers: [KeyBinding] = [
    KeyBinding(
      nil, .quit, [.character("y"), .character("q"), .enter], "Yes, quit", hint: "quit",
      in: .quitting),
    KeyBinding(
      nil, .back, [.character("n"), .escape], "No, stay", hint: "stay", in: .quitting),
    KeyBinding(nil, .open, [.enter], "Accept it", hint: "accept", in: .prompt),
    KeyBinding(nil, .back, [.escape], "Cancel it", hint: "cancel", in: .prompt),
    KeyBinding(
      nil, .complete, [.tab], "Complete it; the next, previous choice", hint: "complete",
      in: .prompt),
    KeyBinding(nil, .nextChoice(1), [.down], choiceHelp, in: .prompt),
    KeyBinding(nil, .nextChoice(-1), [.up], choiceHelp, in: .prompt),
    KeyBinding(nil, .erase, [.backspace], "Erase a letter, everything", in: .prompt),
    KeyBinding(nil, .eraseAll, [.control("u")], "Erase a letter, everything", in: .prompt),
  ]

  private static let choiceHelp = "Complete it; the next, previous choice"
  private static let filterHelp = "Filter the panel; the next, previous row that passes"
  private static let pageHelp = "A page of the help down, up"
  private static let sortHelp = "Sort by the next column; reverse the order"
  private static let searchHelp = "Search; the next, previous match"
  private static let panelHelp = Panel.allCases.map(\.title).joined(separator: ", ")
}
