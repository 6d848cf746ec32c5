import WallboardBoard
import WallboardEvents
import WallboardScreen

extension PaneMaker {
  /// An entry of a followed call as its pane shows it, each of its lines whole.
  func text(ofEntry number: EntryNumber, in callSID: CallSID) -> String? {
    guard let entry = observation(of: callSID)?.timeline[number] else { return nil }
    let pane = view.panes.first { $0.callSID == callSID }
    let writer = EntryWriter(context, width: Limits.longTextLength + 100)
    let isUnfolded = pane?.unfolded.contains(number) == true
    let lines = writer.lines(of: entry, isUnfolded: isUnfolded)
    let texts = lines.enumerated().map { index, line in
      // What has no lead stands in the middle of a line that goes from side to side.
      let body = line.lead.isEmpty ? line.body.dropFirst().dropLast() : line.body[...]
      let lead = index == 0 ? line.lead.map(\.text.withoutMargins).filter { !$0.isEmpty } : []
      return (lead + [body.map(\.text).joined()]).joined(separator: " ")
    }
    return texts.map { TextSafety.clean($0, limit: Limits.longTextLength + 100).text }
      .joined(separator: "\n")
  }
}

extension String {
  fileprivate var withoutMargins: String {
    split(separator: " ").joined(separator: " ")
  }
}
