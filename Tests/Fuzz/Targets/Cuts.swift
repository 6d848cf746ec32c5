/// The ways in which an input is cut: whole, byte by byte, and at places that are always the same
/// for the same bytes.
struct Cuts {
  static let all: [@Sendable ([UInt8]) -> [[UInt8]]] = [
    { [$0] }, { $0.map { [$0] } }, { Cuts.irregular($0) },
  ]

  private static func irregular(_ bytes: [UInt8]) -> [[UInt8]] {
    // FNV-1a.
    var state = bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    var pieces: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let length = Int(state >> 33) % (state >> 40 & 3 == 0 ? 200 : 9) + 1
      pieces.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return pieces
  }

  /// The answer for each way; a ``FuzzTarget/Finding`` unless it is the same for all.
  static func agree<Answer: Equatable>(
    on bytes: [UInt8], _ read: ([[UInt8]]) throws -> Answer
  ) throws -> Answer {
    let whole = try read([bytes])
    for cut in all.dropFirst() {
      try require(read(cut(bytes)), is: whole, "cut otherwise, the same bytes are something else")
    }
    return whole
  }
}
