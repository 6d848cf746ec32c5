import CNcurses
import Glibc
import WallboardScreen
import WallboardSystem

/// ncurses, which finds what differs between two frames. What it writes is fetched with
/// ``takeOutput()`` and finished by ``FrameWriter``. It reads no keys: it would lose a character of
/// which only a part has come.
@safe final class CursesScreen {
  /// Whether a cell may have the terminal's own colours.
  let hasDefaultColors: Bool

  /// Whether what is scrolled away may stay in a history: tmux and GNU screen describe an alternate
  /// screen that they need not have, and keep what is scrolled out of any region.
  let keepsScrolled: Bool

  private let moves: CursorMoves
  /// What undoes, in the next frame, what others may have done to the terminal.
  private var healing: [UInt8] = []
  /// Whether a frame was drawn since the screen was the shell's.
  private var isDrawn = false
  private let sink: OutputSink

  /// Sets up ncurses for a terminal of that type.
  init(type: String, device: TerminalDevice) throws(TerminalError) {
    let input = try unsafe Self.open(device, mode: "r")
    let output = try unsafe Self.open(device, mode: "w")
    guard unsafe newterm(type, output, input) != nil, wallboard_has_window() else {
      unsafe fclose(input)
      unsafe fclose(output)
      throw .unknownType(type)
    }
    guard Capabilities.canMoveCursor else { throw .cannotMoveCursor(type) }
    Self.setModes()
    moves = Capabilities.moves
    keepsScrolled = !Capabilities.hasAlternateScreen || Terminal.isMultiplexed
    hasDefaultColors = Self.startColors()
    // The modes above are the terminal's; from here on ncurses writes to memory.
    sink = try OutputSink(replacing: unsafe fileno(output))
    prepareWindow()
  }

  /// The number of the terminal's colours; 0 for none.
  var colors: Int { has_colors() ? Int(wallboard_colors()) : 0 }

  /// Puts encoded cells side by side into the next frame.
  func put(_ cells: [cchar_t], at point: Point) {
    unsafe cells.withUnsafeBufferPointer {
      _ = unsafe mvadd_wchnstr(Int32(point.y), Int32(point.x), $0.baseAddress, Int32($0.count))
    }
  }

  /// Compares the next frame with the last one and writes the difference.
  func update() {
    wallboard_refresh()
    doupdate()
  }

  /// Takes what ncurses wrote since the last time.
  func takeOutput() -> [UInt8] { sink.take() }

  /// What ncurses wrote, as it goes to the terminal with these colours for slots.
  func finish(_ output: [UInt8], colors: [Int: [UInt8]] = [:]) -> [UInt8] {
    FrameWriter.finish(output, moves: moves, colors: colors)
  }

  /// A finished frame that first undoes what others may have done to the terminal, and asks it something
  /// where the screen is empty then; the question leaves it so, and the cursor at home.
  func healed(_ frame: [UInt8], asking question: [UInt8]) -> (frame: [UInt8], asks: Bool) {
    var (frame, asks) = (frame, false)
    // Not before the screen is the program's: to set a region moves the cursor, the shell's until then.
    if !healing.isEmpty, let clear = frame.firstRange(of: Capabilities.emptying), !clear.isEmpty {
      frame.insert(contentsOf: question, at: clear.upperBound)
      frame.insert(contentsOf: healing, at: clear.lowerBound)
      (healing, asks) = ([], !question.isEmpty)
    }
    isDrawn = true
    return (frame, asks)
  }

  /// Has the next frame drawn whole, whatever was done to the terminal: others may have left it with a
  /// region that scrolls or a character set that is not text.
  func forgetScreen() {
    healing = (isDrawn ? Capabilities.erasing : []) + Capabilities.healing
    // Only what is put again is drawn again.
    erase()
    wallboard_forget_screen()
  }

  func resize(to size: Size) {
    resize_term(Int32(size.height), Int32(size.width))
    forgetScreen()
  }

  /// What leaves the screen to the shell; the next update takes it back.
  func leave() -> [UInt8] {
    endwin()
    let output = Capabilities.wrapping + finish(takeOutput())
    (healing, isDrawn) = ([], false)
    return output
  }

  /// Tells the terminal again what a shell has changed meanwhile.
  func returnFromShell() {
    wallboard_set_keypad()
    curs_set(0)
    forgetScreen()
  }

  private static func open(
    _ device: TerminalDevice, mode: String
  ) throws(TerminalError) -> UnsafeMutablePointer<FILE> {
    let descriptor = dup(device.descriptor)
    guard descriptor >= 0, let file = unsafe fdopen(descriptor, mode) else {
      throw .cannotOpen(reason: "\(SystemFailure())")
    }
    return unsafe file
  }

  // Ctrl-C stays a signal, so that it ends the program even when no one reads keys.
  private static func setModes() {
    cbreak()
    noecho()
    nonl()
    // A frame is never cut short because a key is waiting.
    typeahead(-1)
  }

  private static func startColors() -> Bool {
    has_colors() && start_color() == OK && use_default_colors() == OK
  }

  // The cursor is invisible, so it may stay wherever it is.
  private func prepareWindow() {
    wallboard_set_keypad()
    wallboard_leave_cursor()
    wallboard_keep_output()
    curs_set(0)
  }
}

/// A file in memory that ncurses writes to in place of the terminal: it would wait in `write` while
/// the terminal takes nothing, and send a large frame in many pieces.
struct OutputSink: ~Copyable {
  private let descriptor: Int32

  /// Points `descriptor`, which ncurses knows, at memory.
  init(replacing descriptor: Int32) throws(TerminalError) {
    let memory = unsafe memfd_create("wallboard-frame", 0)
    guard memory >= 0 else { throw .cannotOpen(reason: "\(SystemFailure())") }
    defer { close(memory) }
    guard dup2(memory, descriptor) >= 0 else {
      throw .cannotOpen(reason: "\(SystemFailure())")
    }
    self.descriptor = descriptor
  }

  /// Takes out what was written since the last time.
  func take() -> [UInt8] {
    // The position is the length: `pread` does not move it, and it starts at zero every time.
    let length = Int(lseek(descriptor, 0, SEEK_CUR))
    guard length > 0 else { return [] }
    lseek(descriptor, 0, SEEK_SET)
    return unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      count = unsafe max(0, pread(descriptor, buffer.baseAddress, length, 0))
    }
  }
}
