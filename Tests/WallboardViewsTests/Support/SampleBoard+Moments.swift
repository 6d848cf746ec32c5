@testable import WallboardBoard
@testable import WallboardEvents

extension SampleBoard {
  /// What happened in a recording of so many seconds that stands at the newest frame.
  static func moments(of length: Int64) -> [PlaybackMark] {
    [
      PlaybackMark(.bookmark, at: ago(length / 3), .bookmark(waiting: 2, longest: 80)),
      PlaybackMark(.gap, at: ago(length / 4), .gap(seconds: 345)),
      wait(7, ago: length / 6, 214, .answered, .critical),
      wait(14, ago: length / 8, 9, .gaveUp, nil),
      alert(.noOperatorOnline, ago: length / 10, .warning, lasting: 130),
      alert(.pipelineError, .source("ehr-2"), 3, ago: -length / 12, .critical, lasting: nil),
      PlaybackMark(.problem, at: ago(-length / 5)),
      wait(21, ago: -length / 5, 48, .open, .warning),
    ]
  }

  private static func wait(
    _ call: Int, ago: Int64, _ waited: Int64, _ end: CallerWait.End, _ severity: Severity?
  ) -> PlaybackMark {
    var wait = CallerWait(Self.call(call), requestedAt: Self.ago(ago))
    wait.caller = Protected(PersonalIdentifier("+1555010\(100 + call)"))
    wait.service = "Prescription renewals"
    (wait.waited, wait.end) = (waited, end)
    var mark = PlaybackMark(.escalation, at: Self.ago(ago), .wait(wait))
    mark.severity = severity
    return mark
  }

  private static func alert(
    _ kind: AlertKind, _ subject: AlertSubject = .workspace, _ value: Double = 1, ago: Int64,
    _ severity: Severity, lasting seconds: Int64?
  ) -> PlaybackMark {
    var alert = Alert(
      number: UInt64(ago.magnitude), key: AlertKey(kind, subject), severity: severity, value: value,
      since: Self.ago(ago), raisedAt: Self.ago(ago))
    if let seconds { alert.resolve(at: Self.ago(ago - seconds)) }
    return PlaybackMark(alert)
  }
}
