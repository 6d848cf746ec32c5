package import WallboardApp
package import WallboardBoard
package import WallboardEvents
package import WallboardScreen

/// A screen that takes one frame, and ends.
package final class StillScreen: BoardScreen {
  package let size = Size(width: 80, height: 24)
  package let isAnswerDue = false
  package let background: RGB? = nil
  package let bytesWritten = 0
  /// The name of the theme that it has now.
  package private(set) var theme = ""

  package init() {}

  package func present(_ canvas: Canvas, within room: FrameRoom?) -> PresentedFrame {
    PresentedFrame(bytes: 1)
  }

  package func ask() -> Bool { false }
  package func wait(milliseconds: Int, watching descriptor: Int32?) -> ScreenWake { .ended(.quit) }
  package func readKeys() -> [Key] { [] }
  package func copy(base64: String) {}
  package func ring() {}
  package func use(_ theme: Theme) { self.theme = theme.name }
  package func repaint() {}
  package func suspend() {}
}

/// Nothing, at one moment.
package struct StillFeed: Feed {
  package let now: Timestamp

  package init(at now: Timestamp = Timestamp(milliseconds: 0)) {
    self.now = now
  }

  package func drain<Failure: Error>(_ take: (Input) throws(Failure) -> Void) throws(Failure) {}
  package func send(_ command: NetworkCommand) {}
}
