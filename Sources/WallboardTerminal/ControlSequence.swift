/// A control sequence with decimal parameters and nothing between them and its end (ECMA-48 5.4).
struct ControlSequence {
  let bytes: ArraySlice<UInt8>
  let parameters: ArraySlice<UInt8>
  let final: UInt8

  /// A longer one is none that ncurses makes.
  private static let longest = 64

  /// The sequence that the bytes begin with.
  init?(_ rest: ArraySlice<UInt8>) {
    guard rest.starts(with: [0x1B, UInt8(ascii: "[")]) else { return nil }
    let following = rest.dropFirst(2).prefix(Self.longest)
    guard let end = following.firstIndex(where: { !(0x30...0x3F).contains($0) }),
      (0x40...0x7E).contains(following[end])
    else { return nil }
    bytes = rest[...end]
    parameters = following[..<end]
    final = following[end]
  }

  /// Its only parameter; 1 where it is left out, as most sequences have it.
  var count: Int { max(1, Int(String(decoding: parameters, as: UTF8.self)) ?? 1) }
}
