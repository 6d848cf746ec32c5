import WallboardEvents
import WallboardRecording

/// `wallboard-recording(5)`: the format of recordings, line by line.
package enum RecordingPage {
  package static var page: ManualPage {
    var page = ManualPage("wallboard-recording", 5, "format of the recordings of wallboard")
    page.section("DESCRIPTION")
    page.text(
      """
      A recording holds everything that reached a board, in order. It is written by \
      `wallboard-record`(1), by the option `--record` of `wallboard-watch`(1) and `wallboard-demo`(1), and for \
      the last minutes before a crash; `wallboard-replay`(1) plays it. The file is of mode 0600.
      """)
    page.text(
      """
      It is text in UTF-8: one JSON object a line, each ended by a line feed. The first line describes \
      the recording, each other one is something that arrived. Its own times are whole milliseconds \
      since 1970-01-01 00:00 UTC. Members that are not known are passed over. Lines that cannot be read, such \
      as the last one of a program that was killed, are left out and counted.
      """)
    addHeader(to: &page)
    addMembers(to: &page)
    addConnection(to: &page)
    addReads(to: &page)
    addPast(to: &page)
    addEvents(to: &page)
    addMasks(to: &page)
    page.section("EXAMPLES")
    page.text("A recording. Lines are broken here, which they are not in a file:")
    page.literal(example.split(separator: "\n").map(String.init))
    page.text("How often each event came, and who waited when:")
    page.literal([
      "jq -r 'select(.from == \"workspace\").event' floor.ndjson |",
      "    sort | uniq -c",
      "jq -c 'select(.event == \"call.escalated\") | [.at, .data.call_sid]' \\",
      "    floor.ndjson",
    ])
    page.seeAlso([
      ("wallboard", 1), ("wallboard-record", 1), ("wallboard-replay", 1), ("wallboard", 5),
    ])
    return page
  }

  /// Lines that begin with spaces go on with the one before.
  package static let example = #"""
    {"schema":"wallboard.recording/1",
        "workspace":"00000000-0000-4000-8000-000000000001",
        "started_at":1795296856891,"privacy":"masked","utc_offset":0}
    {"at":1795296856892,"from":"connection","event":"connecting",
        "data":{"attempt":1}}
    {"at":1795296856896,"from":"connection","event":"open","data":{}}
    {"at":1795296856901,"from":"snapshot","event":"started",
        "data":{"source":"calls"}}
    {"at":1795296856909,"from":"snapshot","event":"read",
        "data":{"source":"calls","complete":true,"items":[
        {"call_sid":"CA01","caller_id":{"masked":"CAD1"},
        "direction":"inbound","priority_reasons":[],
        "started_at":1795296715824}]}}
    {"at":1795296862034,"from":"workspace","event":"call.escalated",
        "id":"1795296862034","data":{"call_sid":"CA01",
        "escalation_id":"esc_1","trigger":"ai",
        "reason":{"masked":"57F6"}}}
    {"at":1795296870000,"from":"connection","event":"bookmark","data":{}}
    """#

  private static func addHeader(to page: inout ManualPage) {
    page.section("THE FIRST LINE")
    page.list([
      .init(
        .words("`schema`"),
        "`\(RecordingHeader.schema)`; the number grows with a format that older programs cannot read."
      ),
      .init(.words("`workspace`"), "The workspace ID."),
      .init(.words("`started_at`"), "When the recording began."),
      .init(
        .words("`privacy`"),
        "`masked`, or `open` where `--privacy open` was given: then nothing in it is masked."),
      .init(
        .words("`utc_offset`"),
        "How many seconds local time was ahead of UTC then; a replay shows that local time."),
      .init(
        .words("`utc_offset_changes`"),
        "When that was to change, such as at the end of summer time: a list of objects with `at` and "
          + "the new `utc_offset`. Left out where it does not."),
      .init(
        .words("`pseudonym_key`"),
        "In an open recording: two numbers in hexadecimal digits, by which masked replays of it show "
          + "the same pseudonyms each time."),
    ])
  }

  private static func addMembers(to page: inout ManualPage) {
    page.section("THE OTHER LINES")
    page.list([
      .init(.words("`at`"), "When it arrived, by the clock of the machine that recorded."),
      .init(.words("`from`"), "Where it came from; see below."),
      .init(.words("`event`"), "What it is: a word of that source."),
      .init(.words("`data`"), "What belongs to it: an object."),
      .init(
        .words("`call_sid`"),
        "The call ID, where it is about a followed call: in each line of `observer`, and in some of "
          + "`connection`."),
      .init(
        .words("`id`"), "The event's own ID, by which the platform's stream is taken up again."),
      .init(
        .words("`duplicate`"),
        "`true` for an event that had come before, after a reconnect; it counts once."),
      .init(
        .words("`degraded`, `degraded_count`"),
        "The fields that were not understood, a sentence each, and how many there were where that is "
          + "more."),
      .init(
        .words("`malformed`"),
        "Why the event was not understood at all. Its `data` are what came, as text."),
      .init(
        .words("`left_out`"), "How many bytes the data had, where they were too many to be read."),
      .init(
        .words("`size`"),
        "In an open recording, how many bytes an event of a followed call had."),
    ])
    page.text("What `from` says:")
    page.list(
      RecordedSource.allCases.map { .init(.words("`\($0.rawValue)`"), $0.meaning) },
      width: 12, isCompact: true)
  }

  private static func addConnection(to page: inout ManualPage) {
    page.section("CONNECTIONS")
    page.text(
      """
      Events of `connection` are about the workspace's stream, and with `call_sid` about a followed call. \
      Their `data` may have `attempt`, which counts from 1, `until`, the time of the next attempt, and \
      `reason`, a sentence.
      """)
    page.list(
      RecordedChange.allCases.map { .init(.words("`\($0.rawValue)`"), $0.meaning) },
      width: 12, isCompact: true)
  }

  private static func addReads(to page: inout ManualPage) {
    page.section("WHAT IS LOADED")
    page.text("Events of `snapshot` are about lists that are loaded from the platform.")
    page.list(
      RecordedRead.allCases.map { .init(.words("`\($0.rawValue)`"), $0.meaning) },
      width: 12, isCompact: true)
    page.text("Their `data` have:")
    page.list([
      .init(
        .words("`source`"),
        "The list: \(SnapshotSource.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))."),
      .init(
        .words("`items`"), "What was found: a list of objects, with the members of the platform."),
      .init(
        .words("`complete`"), "Whether that is all: what is not in it is over, then."),
      .init(
        .words("`tells_all`"),
        "`true` where nothing that has a place on the board is missing, although it is not all."),
      .init(
        .words("`degraded`, `degraded_count`"), "What was not understood, as above."),
      .init(
        .words("`reason`, `retry_at`"), "Why it failed, and when it is tried again."),
    ])
  }

  private static func addPast(to page: inout ManualPage) {
    page.section("WHAT IS OVER")
    page.text("Events of `past` are about calls that somebody looked up.")
    page.list(
      RecordedPast.allCases.map { .init(.words("`\($0.rawValue)`"), $0.meaning) },
      width: 12, isCompact: true)
    page.text("The `data` of a page of calls have:")
    page.list([
      .init(.words("`first`"), "Whether it is the first page of the list."),
      .init(.words("`items`"), "The calls, with the members of the platform."),
      .init(.words("`unreadable`"), "How many calls of the page were not understood."),
      .init(.words("`total`"), "How many calls there are, as the platform counts them."),
      .init(
        .words("`next`"),
        "`page` where there is another, `end`, `doubtful` where it ended though the platform says "
          + "otherwise, `too_many` where it is longer than is loaded."),
    ])
  }

  private static func addEvents(to page: inout ManualPage) {
    page.section("EVENTS OF THE WORKSPACE")
    page.text(
      """
      Events of `workspace` have the platform's names, and in `data` the fields that the platform sends. \
      One that is not in this list is recorded, too.
      """)
    page.list(
      WorkspaceEvent.Kind.allCases.map { .init(.words("`\($0.rawValue)`"), $0.spoken) },
      width: 30, isCompact: true)
    page.section("EVENTS OF A FOLLOWED CALL")
    page.text(
      """
      Events of `observer` have the platform's names and fields, too. The words of a masked recording are \
      masked, however short they are.
      """)
    page.text(
      ObserverEvent.Kind.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ") + ".")
  }

  private static func addMasks(to page: inout ManualPage) {
    page.section("MASKED VALUES")
    page.text(
      """
      In a masked recording, what identifies a person and what was said or written is an object such as \
      {"masked":"7F3A"} in place of the value. The digits are a pseudonym: they are the same for the same \
      value throughout one recording, and others in the next. The value itself is nowhere.
      """)
  }
}

extension RecordedSource {
  fileprivate var meaning: String {
    switch self {
    case .workspace: "The workspace's stream of events."
    case .observer: "A call that was followed."
    case .snapshot: "What was loaded, at the start, after gaps and now and then."
    case .past: "What was looked up of calls that are over."
    case .connection: "The program itself: how its connections went, and bookmarks."
    }
  }
}

extension RecordedChange {
  fileprivate var meaning: String {
    switch self {
    case .connecting: "A connection is being opened."
    case .unanswered: "The connection is there, and no answer has come yet."
    case .open: "It is open."
    case .heard: "Something without a meaning of its own came, such as a heartbeat."
    case .waiting: "It was lost, and is opened again at that time."
    case .refused: "The token was refused."
    case .notFound: "There is no such call."
    case .stopped: "It is not tried again."
    case .ended: "The followed call has ended."
    case .followed: "Somebody began to follow that call."
    case .unfollowed: "Nobody follows it any more."
    case .bookmark: "Somebody marked this moment."
    case .note: "Somebody wrote a note; its `data` have what it is about, and `text`."
    }
  }
}

extension RecordedPast {
  fileprivate var meaning: String {
    switch self {
    case .story: "A call's whole story came; its `data` have the members of the platform."
    case .noStory: "The platform had no story of that call, or not yet."
    case .calls: "A page of calls that have ended came."
    case .failed: "It did not come; the `data` have `reason` and `retry_at`."
    }
  }
}

extension RecordedRead {
  fileprivate var meaning: String {
    switch self {
    case .started: "It was asked for."
    case .read: "It came."
    case .failed: "It did not."
    }
  }
}
