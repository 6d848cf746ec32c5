package import WallboardEvents
import WallboardPlatform

/// `wallboard call`: one call's whole story.
package struct StoryMode {
  package enum Form: Sendable {
    case readable, json, markdown
  }

  private let platform: PastPlatform
  private let callSID: CallSID
  private let form: Form
  private let disclosure: Disclosure

  package init(
    _ platform: PastPlatform, _ callSID: CallSID, as form: Form, disclosure: Disclosure
  ) {
    self.platform = platform
    self.callSID = callSID
    self.form = form
    self.disclosure = disclosure
  }

  /// Reads the story, and prints it.
  package func run() throws -> HeadlessEnd {
    platform.learnServices()
    let reader = StoryReader(callSID, from: platform.endpoints)
    let response: PlatformResponse
    do throws(AttemptEnd) { response = try platform.answer(to: reader.request) } catch {
      return error.headlessEnd(of: "the call")
    }
    switch reader.story(response) {
    case .story(let story, let faults): return try print(story, faults)
    case .notKnown:
      return .failed(
        "No such call: \(callSID.short). A call that is live may not be written down yet: "
          + "wallboard follow shows those")
    case .failed(let end): return end.headlessEnd(of: "the call")
    }
  }

  private func print(_ story: CallStory, _ faults: FieldFaults) throws -> HeadlessEnd {
    var writer = OutputWriter()
    let sections = StorySections(
      story, faults, service: platform.name(of: story.serviceID), disclosure)
    switch form {
    case .json:
      writer.write(
        line: try JSONLineEncoder(disclosure).line(
          StoryDocument(
            story: story, serviceName: platform.knownName(of: story.serviceID), faults: faults)))
    case .readable: for line in sections.lines { writer.write(line: line) }
    case .markdown: for line in sections.markdown { writer.write(line: line) }
    }
    writer.flush()
    return writer.end
  }
}

/// A story as one object.
private struct StoryDocument: Encodable {
  let story: CallStory
  let serviceName: BoundedString?
  let faults: FieldFaults

  private enum CodingKeys: String, CodingKey {
    case serviceName = "service_name"
    case degraded
  }

  func encode(to encoder: any Encoder) throws {
    try story.encode(to: encoder)
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encodeIfPresent(serviceName, forKey: .serviceName)
    if !faults.isEmpty { try fields.encode(faults.sentences, forKey: .degraded) }
  }
}
