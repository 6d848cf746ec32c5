import WallboardWire

/// WHATWG HTML 9.2.5 and 9.2.6 word by word, over the whole text at once and with no thought of
/// speed: what the parser is held against.
struct PlainEventStream {
  private typealias Scalars = Substring.UnicodeScalarView

  private(set) var outputs: [StreamPiece] = []
  private var data = ""
  private var type = ""
  private var id = ""
  private var hasOwnID = false

  init(_ bytes: [UInt8]) {
    var text = Substring(String(decoding: bytes, as: UTF8.self)).unicodeScalars
    if text.first == "\u{FEFF}" { text.removeFirst() }
    while let end = text.firstIndex(where: { $0 == "\r" || $0 == "\n" }) {
      read(text[..<end])
      var next = text.index(after: end)
      if text[end] == "\r", next < text.endIndex, text[next] == "\n" {
        next = text.index(after: next)
      }
      text = text[next...]
    }
  }

  private mutating func read(_ line: Scalars) {
    guard !line.isEmpty else { return dispatch() }
    guard line.first != ":" else { return outputs.append(.comment) }
    let name = line.prefix { $0 != ":" }
    var value = line.dropFirst(name.count + 1)
    if value.first == " " { value.removeFirst() }
    switch String(name) {
    case "event": type = String(value)
    case "data": data += String(value) + "\n"
    case "id" where !value.contains("\0"):
      id = String(value)
      hasOwnID = true
    case "retry" where !value.isEmpty && value.allSatisfy { ("0"..."9").contains($0) }:
      outputs.append(.retry(milliseconds: Int(String(value)) ?? .max))
    default: break
    }
  }

  private mutating func dispatch() {
    let id = id.isEmpty ? nil : id
    if !data.isEmpty {
      // A character may stand across the last line feed, so that it cannot be dropped as one.
      let text = String(data.unicodeScalars.dropLast())
      outputs.append(
        .event(
          ServerSentEvent(
            id: id, hasOwnID: hasOwnID, type: type.isEmpty ? "message" : type, data: text)))
    } else if hasOwnID {
      outputs.append(.lastEventID(id))
    }
    data = ""
    type = ""
    hasOwnID = false
  }
}
