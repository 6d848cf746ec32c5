import WallboardCore
import WallboardScreen

extension Keymap {
  static let table: [KeyBinding] = [
    KeyBinding(
      .open, [.enter], "Open the detail of the selected row", hint: "detail", in: .panels),
    KeyBinding(
      .back, [.escape, .character("q")], "Close the detail or the help", hint: "close",
      in: .overlays),
    KeyBinding(.nextPanel, [.tab], "Next, previous panel", hint: "panel", in: .panels),
    KeyBinding(.previousPanel, [.backTab], "Next, previous panel", in: .panels),
    KeyBinding(.focus(.calls), [.character("1")], panelHelp, in: .panels),
    KeyBinding(.focus(.operators), [.character("2")], panelHelp, in: .panels),
    KeyBinding(.focus(.surfaces), [.character("3")], panelHelp, in: .panels),
    KeyBinding(.focus(.activity), [.character("4")], panelHelp, in: .panels),
    KeyBinding(.moveDown, [.character("j"), .down], "Down, up", in: .panels),
    KeyBinding(.moveDown, [.character("j"), .down], "Down, up", hint: "scroll", in: .overlays),
    KeyBinding(.moveUp, [.character("k"), .up], "Down, up"),
    KeyBinding(.moveToFirst, [.character("g"), .home], "First, last"),
    KeyBinding(.moveToLast, [.character("G"), .end], "First, last"),
    KeyBinding(.halfPageDown, [.control("d")], "Half a page down, up"),
    KeyBinding(.halfPageUp, [.control("u")], "Half a page down, up"),
    KeyBinding(.pageDown, [.pageDown], "A page down, up"),
    KeyBinding(.pageUp, [.pageUp], "A page down, up"),
    KeyBinding(
      .toggleZoom, [.character("z")], "Zoom the panel, and back", hint: "zoom", on: "all panels",
      in: .panels),
    KeyBinding(
      .toggleHold, [.character(" ")], "Hold the view still, and let it run again", hint: "hold",
      on: "resume"),
    KeyBinding(
      .showIdentifiers, [.character("x")], "Show callers and addresses for 30 s, and hide them",
      hint: "reveal", on: "hide"),
    KeyBinding(
      .retryNow, [.character("r")], "Connect now, and read again what could not be read",
      hint: "retry"),
    KeyBinding(.back, [.escape], "Leave the zoom, let a held view run", in: .panels),
    KeyBinding(.toggleHints, [.character("h")], "Hide and show the hints at the bottom"),
    KeyBinding(.toggleHelp, [.character("?")], "Open and close this help", hint: "help"),
    KeyBinding(.repaint, [.control("l")], "Repaint the screen"),
    KeyBinding(.suspend, [.control("z")], "Suspend; fg brings it back"),
    KeyBinding(.quit, [.character("q")], "Quit", hint: "quit", in: .panels),
  ]

  private static let panelHelp = "Calls, Operators, Surfaces, Activity"
}
