import WallboardCore
import WallboardScreen

extension Keymap {
  static let table: [KeyBinding] = [
    KeyBinding(
      .open, [.enter], "Follow the selected call; open the detail of anything else",
      hint: "follow", on: "detail", in: .panels),
    KeyBinding(
      .open, [.enter], "Unfold the tool call under the cursor, or the newest, and fold it",
      hint: "unfold", in: .pane),
    KeyBinding(
      .openBeside, [.character("+")], "Follow the selected call beside the others",
      hint: "beside", in: .panels),
    KeyBinding(
      .followEscalation, [.character("f")], "Follow the call that was escalated last",
      hint: "escalation", in: .board),
    KeyBinding(
      .showDetail, [.character("d")], "Open the detail of the selected row", hint: "detail",
      in: .board),
    KeyBinding(
      .back, [.escape, .character("q")], "Close the detail or the help", hint: "close",
      in: .overlays),
    KeyBinding(.back, [.escape], "Close the followed call", hint: "close", in: .pane),
    KeyBinding(
      .nextPanel, [.tab], "Next, previous panel or followed call", hint: "panel", in: .board),
    KeyBinding(.previousPanel, [.backTab], "Next, previous panel or followed call", in: .board),
    KeyBinding(.focus(.calls), [.character("1")], panelHelp, in: .board),
    KeyBinding(.focus(.operators), [.character("2")], panelHelp, in: .board),
    KeyBinding(.focus(.surfaces), [.character("3")], panelHelp, in: .board),
    KeyBinding(.focus(.activity), [.character("4")], panelHelp, in: .board),
    KeyBinding(.moveDown, [.character("j"), .down], "Down, up", in: .board),
    KeyBinding(.moveDown, [.character("j"), .down], "Down, up", hint: "scroll", in: .overlays),
    KeyBinding(.moveUp, [.character("k"), .up], "Down, up"),
    KeyBinding(.moveToFirst, [.character("g"), .home], "First, last"),
    KeyBinding(
      .moveToLast, [.character("G"), .end], "First, last", in: [.panels, .help, .detail]),
    KeyBinding(
      .moveToLast, [.character("G"), .end], "The newest line, as it comes",
      hint: "newest", in: .pane),
    KeyBinding(.halfPageDown, [.control("d")], "Half a page down, up"),
    KeyBinding(.halfPageUp, [.control("u")], "Half a page down, up"),
    KeyBinding(.pageDown, [.pageDown], "A page down, up"),
    KeyBinding(.pageUp, [.pageUp], "A page down, up"),
    KeyBinding(
      .search, [.character("/")], "Search; the next, previous match",
      hint: "search", in: .pane),
    KeyBinding(.nextMatch, [.character("n")], searchHelp, hint: "next", in: .pane),
    KeyBinding(.previousMatch, [.character("N")], searchHelp, in: .pane),
    KeyBinding(
      .toggleZoom, [.character("z")], "Zoom the panel, and back", hint: "zoom", on: "all panels",
      in: .board),
    KeyBinding(
      .toggleHold, [.character(" ")], "Hold the view still, and let it run again", hint: "hold",
      on: "resume"),
    KeyBinding(
      .showIdentifiers, [.character("x")], "Show callers and addresses for 30 s, and hide them",
      hint: "reveal", on: "hide"),
    KeyBinding(
      .copyID, [.character("y")], "Copy the selected id to the terminal's clipboard", in: .board),
    KeyBinding(
      .copyLine, [.character("Y")], "Copy the line under the cursor",
      in: .pane),
    KeyBinding(
      .retryNow, [.character("r")], "Connect now, and read again what could not be read",
      hint: "retry"),
    KeyBinding(.back, [.escape], "Leave the zoom, let a held view run", in: .panels),
    KeyBinding(.toggleHints, [.character("h")], "Hide and show the hints at the bottom"),
    KeyBinding(.toggleHelp, [.character("?")], "Open and close this help", hint: "help"),
    KeyBinding(.repaint, [.control("l")], "Repaint the screen"),
    KeyBinding(.suspend, [.control("z")], "Suspend; fg brings it back"),
    KeyBinding(
      .quit, [.character("q")], "Quit; asks while a call is followed", hint: "quit", in: .board),
    KeyBinding(
      .quit, [.character("y"), .character("q"), .enter], "Yes, quit", hint: "quit",
      in: .quitting),
    KeyBinding(
      .back, [.character("n"), .escape], "No, stay", hint: "stay", in: .quitting),
    KeyBinding(.open, [.enter], "Accept it", hint: "accept", in: .prompt),
    KeyBinding(.back, [.escape], "Give it up", hint: "give up", in: .prompt),
    KeyBinding(.erase, [.backspace], "Erase a letter, everything", in: .prompt),
    KeyBinding(.eraseAll, [.control("u")], "Erase a letter, everything", in: .prompt),
  ]

  private static let searchHelp = "Search; the next, previous match"
  private static let panelHelp = "Calls, Operators, Surfaces, Activity"
}
