import DequeModule
import WallboardEvents

extension Timeline {
  /// Changes what somebody said, and its size.
  mutating func changeUtterance(
    _ number: EntryNumber, _ body: (inout Utterance, inout Int) -> Void
  ) {
    change(number) { entry in
      guard case .utterance(var utterance) = entry.content else { return }
      body(&utterance, &entry.size)
      entry.content = .utterance(utterance)
    }
  }

  /// Changes a tool's run, and its size.
  mutating func changeTool(_ number: EntryNumber, _ body: (inout ToolRun, inout Int) -> Void) {
    change(number) { entry in
      guard case .tool(var run) = entry.content else { return }
      body(&run, &entry.size)
      entry.content = .tool(run)
    }
  }

  /// What was said in that entry, while it is kept.
  func utterance(_ number: EntryNumber) -> Utterance? {
    guard case .utterance(let utterance) = self[number]?.content else { return nil }
    return utterance
  }

  /// The run of that entry, while it is kept.
  func tool(_ number: EntryNumber) -> ToolRun? {
    guard case .tool(let run) = self[number]?.content else { return nil }
    return run
  }

  /// The newest run of that id among the newest entries.
  func recentTool(withID callID: Text) -> ToolRun? {
    for entry in entries.suffix(Limits.recentEntries).reversed() {
      if case .tool(let run) = entry.content, run.callID == callID { return run }
    }
    return nil
  }
}
