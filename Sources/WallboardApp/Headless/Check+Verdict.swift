import WallboardBoard

extension Check.Verdict {
  /// What came of it in a line, with the numbers that decided; `doubt` says why one is not known.
  func line(doubt: String) -> String {
    switch self {
    case .holds(let findings): "holds: \(Self.list(findings, doubt))"
    case .fails(let findings): "does not hold: \(Self.list(findings, doubt))"
    case .unknown(let findings): "unknown: \(Self.list(findings, doubt))"
    }
  }

  var end: HeadlessEnd {
    switch self {
    case .holds: .done
    case .fails: .unmet
    case .unknown: .unknown
    }
  }

  private static func list(_ findings: [Check.Finding], _ doubt: String) -> String {
    findings.map { $0.words(doubt: doubt) }.joined(separator: ", ")
  }
}
