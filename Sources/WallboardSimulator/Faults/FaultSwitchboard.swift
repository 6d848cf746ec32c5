/// Which faults are on at present.
struct FaultSwitchboard: Sendable {
  private var active: [SimulatorFault]

  init(_ faults: [SimulatorFault] = []) {
    active = faults
  }

  mutating func turnOn(_ fault: SimulatorFault) {
    active.removeAll { $0.kind == fault.kind && $0.read == fault.read }
    active.append(fault)
  }

  mutating func turnOff(_ kind: FaultKind) {
    active.removeAll { $0.kind == kind }
  }

  mutating func turnAllOff() {
    active.removeAll()
  }

  func isOn(_ kind: FaultKind) -> Bool {
    active.contains { $0.kind == kind }
  }

  func amount(of kind: FaultKind) -> Int? {
    active.first { $0.kind == kind }?.amount
  }

  func fault(_ kind: FaultKind) -> SimulatorFault? {
    active.first { $0.kind == kind }
  }

  /// The fault has happened once more, which may have been the last time.
  mutating func spend(_ kind: FaultKind) {
    guard let index = active.firstIndex(where: { $0.kind == kind }),
      let times = active[index].times
    else { return }
    active[index].times = times - 1
    if times <= 1 { active.remove(at: index) }
  }

  /// The first of the kinds that is on. One with a number of times has one less afterwards.
  mutating func take(oneOf kinds: [FaultKind], read: Read? = nil) -> FaultKind? {
    let wanted = active.firstIndex { kinds.contains($0.kind) && $0.read == read }
    guard let index = wanted else { return nil }
    let kind = active[index].kind
    guard let times = active[index].amount else { return kind }
    active[index].amount = times - 1
    if times <= 1 { active.remove(at: index) }
    return times > 0 ? kind : nil
  }
}
