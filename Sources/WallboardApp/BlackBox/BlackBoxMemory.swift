import CBlackBox
import WallboardRecording
import WallboardSystem

/// Two segments of a recording and the last frame, in memory that a crash handler can write to
/// files.
@safe final class BlackBoxMemory {
  private let box: UnsafeMutablePointer<wallboard_box>

  /// Takes over the descriptor of the folder; `nil` when memory is short.
  init?(folder: Int32, segment: Int, frame: Int) {
    unsafe box = UnsafeMutablePointer<wallboard_box>.allocate(capacity: 1)
    guard unsafe wallboard_box_open(box, folder, segment, frame) else {
      unsafe box.deallocate()
      return nil
    }
  }

  deinit {
    unsafe wallboard_box_close(box)
    unsafe box.deallocate()
  }

  /// How many bytes can still be added.
  var room: Int {
    unsafe box.pointee.segment_capacity - wallboard_box_newer(box).pointee.filled
  }

  /// Replaces the older segment by a new one, with its header and a summary for when it is replayed
  /// alone. After the other segment the summary is skipped, unless lines were left out there
  /// (`isContinued` is false).
  func turn(header: String, summary: [String], isContinued: Bool) {
    guard let segment = unsafe wallboard_box_turn(box) else { return }
    _ = unsafe add(header, to: segment)
    unsafe segment.pointee.follows = segment.pointee.filled
    for line in summary { _ = unsafe add(line, to: segment) }
    if isContinued { unsafe segment.pointee.follows = segment.pointee.filled }
    unsafe wallboard_box_publish(box, segment)
  }

  /// Adds a line to the newer segment; `false` where there is no room.
  func add(_ line: String) -> Bool {
    let segment = unsafe wallboard_box_newer(box)
    guard let segment = unsafe segment, unsafe add(line, to: segment) else { return false }
    unsafe wallboard_box_publish(box, segment)
    return true
  }

  private func add(_ line: String, to segment: UnsafeMutablePointer<wallboard_segment>) -> Bool {
    var line = line
    return line.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) {
        unsafe wallboard_box_add(box, segment, $0.baseAddress, $0.count)
      }
    }
  }

  /// Takes the rows as the last frame.
  func keep(rows: [Substring]) {
    unsafe wallboard_box_begin_frame(box)
    for row in rows {
      var row = row
      row.withUTF8 { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self) {
          unsafe wallboard_box_add_row(box, $0.baseAddress, $0.count)
        }
      }
    }
    unsafe wallboard_box_publish_frame(box)
  }

  /// The name of a file that is written from now on.
  func use(stem: String) {
    unsafe wallboard_box_set_stem(box, stem)
  }

  /// The recording that a crash removes to make room, if any.
  func giveUp(stem: String?) {
    unsafe wallboard_box_set_surplus(box, stem ?? "")
  }

  /// From now on, ``crashWriter`` writes this.
  func arm(message: String) {
    unsafe wallboard_box_arm(box, message)
  }

  /// Writes the files.
  ///
  /// - Returns: Their stem.
  func save() throws(SystemFailure) -> String {
    var stem = [CChar](repeating: 0, count: Int(WALLBOARD_BOX_STEM) + 4)
    let error = unsafe wallboard_box_save(box, &stem)
    defer { unsafe wallboard_box_done(box) }
    guard error == 0 else {
      if stem[0] != 0 { unsafe wallboard_box_remove(box, stem) }
      throw SystemFailure(code: error)
    }
    return String(
      decoding: stem.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// For the crash handler; takes the terminal's descriptor.
  static var crashWriter: @convention(c) (Int32) -> Void { wallboard_box_crash }
}
