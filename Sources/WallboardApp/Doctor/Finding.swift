package import WallboardEvents
import WallboardPlatform
import WallboardScreen

/// What is looked at, in the order in which it is told.
package enum DoctorCheck: String, CaseIterable, Sendable {
  case program, settings, proxy, address, tls, token, workspace, stream, read, observer, clock
  case heartbeat, resume, terminal, colours, characters, clipboard, line, state
  case timeZone = "time zone"
}

/// What was found of one thing: a line.
package struct Finding: Equatable, Sendable {
  package enum Status: String, Comparable, Sendable {
    case ok, warning, failed

    package static func < (left: Status, right: Status) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .ok: 0
      case .warning: 1
      case .failed: 2
      }
    }
  }

  package let check: DoctorCheck
  package let status: Status
  /// What was found.
  package let words: String
  /// What to do about it; `nil` where nothing needs to be done.
  package let cure: String?
  /// Whether the credential was refused.
  package let isRefusal: Bool

  init(
    _ check: DoctorCheck, _ status: Status, _ words: String, cure: String? = nil,
    isRefusal: Bool = false
  ) {
    self.check = check
    self.status = status
    self.words = words
    self.cure = cure
    self.isRefusal = isRefusal
  }

  static func ok(_ check: DoctorCheck, _ words: String) -> Finding {
    Finding(check, .ok, words)
  }

  static func warning(_ check: DoctorCheck, _ words: String, cure: String? = nil) -> Finding {
    Finding(check, .warning, words, cure: cure)
  }

  static func failed(
    _ check: DoctorCheck, _ words: String, cure: String? = nil, isRefusal: Bool = false
  ) -> Finding {
    Finding(check, .failed, words, cure: cure, isRefusal: isRefusal)
  }
}

/// All that was found.
package struct DoctorReport: Sendable {
  package private(set) var findings: [Finding] = []
  private var scrubber: ReportScrubber
  private let version: String

  /// `version` is the program's.
  init(scrubber: ReportScrubber, version: String) {
    self.scrubber = scrubber
    self.version = version
  }

  /// Has the token appear in no line.
  mutating func hide(_ credential: Credential) { scrubber.hide(credential) }

  mutating func append(_ finding: Finding) { findings.append(finding) }

  /// The worst of it.
  private var status: Finding.Status { findings.map(\.status).max() ?? .ok }

  /// Whether there is a line of it.
  func tells(_ check: DoctorCheck) -> Bool { findings.contains { $0.check == check } }

  /// Whether the credential was refused.
  var hasRefusal: Bool { findings.contains(where: \.isRefusal) }

  /// How the command ends.
  package var end: HeadlessEnd {
    if hasRefusal { return .refused("") }
    return status == .failed ? .failed("") : .done
  }

  /// A finding as a line.
  func line(of finding: Finding) -> String {
    let status = TextLayout.fitted(finding.status.rawValue, to: 7)
    let check = TextLayout.fitted(finding.check.rawValue, to: Self.checkWidth)
    let words = [finding.words, finding.cure].compactMap { $0 }.joined(separator: ". To do: ")
    return "\(status)  \(check)  \(scrubber.scrub(words))"
  }

  private static let checkWidth = DoctorCheck.allCases.map(\.rawValue.count).max() ?? 0
}

extension DoctorReport: JSONWritable {
  package func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.array("checks") { checks in
        for finding in findings { try checks.element(Document(finding, scrubber)) }
      }
      try members.member("schema", "wallboard.doctor/1")
      try members.member("status", status.rawValue)
      try members.member("version", version)
    }
  }

  private struct Document: JSONWritable {
    let finding: Finding
    let scrubber: ReportScrubber

    init(_ finding: Finding, _ scrubber: ReportScrubber) {
      self.finding = finding
      self.scrubber = scrubber
    }

    func write(to text: inout JSONText) throws {
      try text.object { members in
        try members.member("check", finding.check.rawValue)
        try members.member("status", finding.status.rawValue)
        try members.member("to_do", finding.cure.map(scrubber.scrub))
        try members.member("what", scrubber.scrub(finding.words))
      }
    }
  }
}
