import WallboardEvents

/// The list of a recording's moments, while it lies over the panels.
package struct MomentList: Equatable, Sendable {
  /// Where those that pass are among the marks, in order of time.
  package internal(set) var rows: [Int] = []
  /// How many there would be without a filter.
  package internal(set) var unfilteredCount = 0
  fileprivate var filter = FilterExpression<MomentField>.all([])
  /// What the rows were found in, and by which disclosure.
  fileprivate var marks: [PlaybackMark] = []
  fileprivate var areIdentifiersShown = false
}

/// What a filter of the moments can ask for by its name.
enum MomentField: String, CaseIterable, Sendable {
  case kind, severity, wait, caller, service
}

/// A moment that is being gone to, and what is to be selected there.
struct SoughtMoment: Equatable, Sendable {
  enum Subject: Equatable, Sendable {
    case call(CallSID)
    case alert(UInt64)
  }

  let at: Timestamp
  let subject: Subject
  /// Whether the board was replaced since it was asked for: before that it stands where it stood.
  var isUnderWay = false
}

extension WallboardState {
  /// Opens the list of moments at the one nearest to what is shown, or closes it.
  mutating func toggleMoments() {
    guard let playback = view.playback else { return }
    guard view.overlay != .moments else { return view.show(nil) }
    view.show(.moments)
    arrangeMoments()
    view.overlayIndex = view.moments.row(nearestTo: playback.position)
  }

  /// Shows at once which moments pass the filter so far. One that cannot be used leaves the last one in
  /// its place, and the prompt says why.
  mutating func filterMoments(by prompt: Prompt) {
    do throws(FilterError) {
      let (expression, problem) = try FilterExpression<String>.typed(prompt.text)
      let filter = try expression.named(Self.momentField)
      view.moments.filter = filter
      view.prompt?.problem = problem ?? Self.unknownWord(in: filter)
    } catch {
      view.prompt?.problem = error.brief
      return
    }
    arrangeMoments()
  }

  private static func unknownWord(in filter: FilterExpression<MomentField>) -> String? {
    filter.tests.lazy.compactMap { field, test in
      guard let words = field.knownWords, let unknown = words.unknown(in: test) else { return nil }
      return words.problem(with: unknown, of: field.rawValue)
    }.first
  }

  private static func momentField(
    _ name: String, _ test: FilterTest
  ) throws(FilterError) -> MomentField {
    guard let field = MomentField(rawValue: name.lowercased()) else {
      throw FilterError.unknownField(name, of: "moments", MomentField.allCases.map(\.rawValue))
    }
    if field == .wait, !test.isNumeric {
      throw FilterError("\(name) takes a time, such as 90s, 5m or 1h30m")
    }
    return field
  }

  /// Brings the list up to date while it is open: more may have been found.
  mutating func keepMoments() {
    guard view.overlay == .moments, let playback = view.playback,
      playback.marks != view.moments.marks
        || view.moments.areIdentifiersShown != (view.identifiersShownUntil != nil)
    else { return }
    arrangeMoments()
  }

  private mutating func arrangeMoments() {
    guard let playback = view.playback else { return }
    let chosen = view.moments.mark(at: view.overlayIndex)
    let areIdentifiersShown = view.identifiersShownUntil != nil
    let disclosure = settings.privacy.board(identifiersShown: areIdentifiersShown)
    let (marks, filter) = (playback.marks, view.moments.filter)
    let listed = marks.indices.filter { marks[$0].isListed }
    view.moments.rows =
      filter.isEmpty
      ? listed : listed.filter { marks[$0].passes(filter, in: board, disclosure) }
    view.moments.unfilteredCount = listed.count
    view.moments.marks = marks
    view.moments.areIdentifiersShown = areIdentifiersShown
    let same = chosen.flatMap { chosen in
      view.moments.rows.firstIndex { marks[$0].at == chosen.at && marks[$0].kind == chosen.kind }
    }
    view.overlayIndex =
      same ?? view.moments.row(nearestTo: chosen?.at ?? playback.position)
  }

  /// Goes to the moment under the cursor.
  mutating func openChosenMoment() -> [Effect] {
    guard let mark = view.moments.mark(at: view.overlayIndex) else {
      view.announce(
        view.moments.unfilteredCount > 0
          ? "No moment passes the filter" : "There are no moments to go to")
      return []
    }
    view.prompt = nil
    view.show(nil)
    let subject: SoughtMoment.Subject? =
      switch mark.content {
      case .wait(let wait): .call(wait.callSID)
      case .alert(let alert): .alert(alert.number)
      case .gap, .bookmark, .note, nil: nil
      }
    return seek(to: mark.at, for: subject)
  }

  /// Goes to that moment of the recording, and selects there what is sought.
  mutating func seek(to moment: Timestamp, for subject: SoughtMoment.Subject?) -> [Effect] {
    view.sought = subject.map { SoughtMoment(at: moment, subject: $0) }
    return [.playback(.seek(moment))]
  }

  /// Selects what is sought, once the recording stands where it is.
  mutating func selectSought() {
    guard let sought = view.sought, sought.isUnderWay, let position = view.playback?.position,
      position >= sought.at
    else { return }
    view.sought = nil
    guard view.wall == nil, view.overlay == nil else { return }
    switch sought.subject {
    case .call(let callSID): reveal(.call(callSID), in: .calls)
    case .alert(let number):
      guard let alert = board.alerts.alert(number) else { return }
      let place = place(of: alert)
      reveal(place.row, in: place.panel)
    }
  }
}

extension MomentList {
  /// The moment of that line; `nil` where there is none.
  package func mark(at line: Int) -> PlaybackMark? {
    guard rows.indices.contains(line), marks.indices.contains(rows[line]) else { return nil }
    return marks[rows[line]]
  }

  fileprivate func row(nearestTo moment: Timestamp) -> Int {
    let distances = rows.map { marks[$0].at.milliseconds(since: moment).magnitude }
    return distances.indices.min { distances[$0] < distances[$1] } ?? 0
  }
}

extension PlaybackMark {
  /// Whether it passes, by what of it may be shown.
  fileprivate func passes(
    _ filter: FilterExpression<MomentField>, in board: Board, _ disclosure: Disclosure
  ) -> Bool {
    var words = FoldedText()
    return filter.passes {
      value(of: $0, disclosure)
    } hasWord: { word in
      if words.isEmpty {
        for text in self.words(in: board, disclosure) {
          words.append(text)
          words.appendNewline()
        }
      }
      return words.contains(word)
    }
  }

  private func value(of field: MomentField, _ disclosure: Disclosure) -> FieldValue {
    switch field {
    case .kind: .text(kind.sought)
    case .severity: FieldValue(severity?.word)
    case .wait: wait?.waited.map { .seconds($0) } ?? .none
    case .caller: FieldValue(wait?.caller.map { $0.label("caller", disclosure) })
    case .service: FieldValue(wait?.service?.string)
    }
  }

  private var wait: CallerWait? {
    if case .wait(let wait) = content { wait } else { nil }
  }

  private func words(in board: Board, _ disclosure: Disclosure) -> [String] {
    [kind.sought, severity?.word].compactMap(\.self) + subjectWords(in: board, disclosure)
  }

  private func subjectWords(in board: Board, _ disclosure: Disclosure) -> [String] {
    switch content {
    case .wait(let wait):
      ["waited", wait.end?.word ?? "", wait.end?.oldWord ?? "", wait.callSID.rawValue]
        + wait.names(disclosure)
    case .alert(let alert):
      [alert.title, alert.key.kind.rawValue.withoutUnderscores, alert.key.subject.id ?? ""]
        + alert.names(in: board, disclosure)
    case .gap, .bookmark, .note, nil: []
    }
  }
}
