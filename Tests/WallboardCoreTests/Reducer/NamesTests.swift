import Testing

@testable import WallboardCore

struct NamesTests {
  @Test func everyChangeOfANameIsCountedAndNothingElse() {
    var scene = Scene()
    var revision = scene.board.namesRevision
    func changed() -> Bool {
      defer { revision = scene.board.namesRevision }
      return revision != scene.board.namesRevision
    }
    let registered = OperatorRegistered(operatorID: "A", name: "Kim")
    scene.tell(.operatorRegistered(registered), at: 1)
    #expect(changed())
    scene.tell(.operatorRegistered(registered), at: 2)
    scene.tell(.status("A", .online), at: 3)
    #expect(!changed())
    for (name, isNew) in [(Text("Lee"), true), ("Lee", false)] {
      var found = OperatorSnapshot(operatorID: "A", status: .known(.online))
      found.name = name
      scene.read(.operators([found], isComplete: true), at: 4)
      #expect(changed() == isNew)
      scene.read(.services(["billing": name]), at: 5)
      #expect(changed() == isNew)
    }
    scene.read(.operators([], isComplete: true), at: 6)
    #expect(changed())
  }
}
