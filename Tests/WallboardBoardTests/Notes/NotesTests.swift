import TestSupport
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

@Suite("A note", .inTurn)
struct NotesTests {
  private var scene: Scene = {
    var scene = Scene(.started("A"))
    scene.open(at: 1)
    scene.frame(at: 2)
    return scene
  }()

  private mutating func write(_ text: String) -> Note? {
    for character in text { scene.intend(.typed(character)) }
    let effects = scene.act(.intent(.open))
    guard case .writeNote(let note)? = effects.first else { return nil }
    return note
  }

  @Test("is about the selected call, and is written once it is accepted")
  mutating func aboutACall() {
    scene.intend(.beginNote)
    #expect(scene.state.view.prompt?.purpose == .note(NoteSubject(second(2), "A")))
    let note = write("  call her back ")
    #expect(note == Note(at: second(2), NoteSubject(second(2), "A"), Protected("call her back")))
    #expect(scene.state.view.prompt == nil && scene.board.notes.kept.isEmpty)
    note.map { _ = scene.act(.note($0)) }
    #expect(scene.board.notes.about("A") == [note].compactMap(\.self))
    #expect(scene.state.view.notice?.text.contains("kept") == true)
  }

  @Test("is about the line under the cursor of a followed call")
  mutating func aboutALine() {
    scene.intend(.follow("A"))
    scene.observe(.open, at: 3)
    scene.hear(.user("hello"), from: 4)
    scene.frame(at: 9)
    scene.intend(.beginNote)
    #expect(scene.state.view.prompt?.purpose == .note(NoteSubject(second(9), "A")))
    scene.intend(.back)
    var position = PanePosition()
    position.cursor = LineAnchor(entry: 0)
    scene.frame(at: 9, panes: ["A": position])
    scene.intend(.beginNote)
    #expect(scene.state.view.prompt?.purpose == .note(NoteSubject(second(4), "A")))
  }

  @Test("is about an alert, or else about the moment")
  mutating func aboutAnAlert() {
    scene.tell(.escalated("A"), at: 2)
    scene.pass(3...200)
    #expect(!scene.board.alerts.active.isEmpty)
    scene.intend(.focus(.alerts), .beginNote)
    guard case .note(let subject)? = scene.state.view.prompt?.purpose else {
      Issue.record("\(String(describing: scene.state.view.prompt))")
      return
    }
    #expect(subject.alert == "escalation_waiting" && subject.callSID == "A")
    scene.intend(.back, .focus(.operators), .beginNote)
    #expect(scene.state.view.prompt?.purpose == .note(NoteSubject(second(200))))
  }

  @Test("of no words is none; a long one is cut where it is typed, and takes no control characters")
  mutating func bounds() {
    scene.intend(.beginNote)
    #expect(write("   ") == nil && scene.state.view.prompt == nil)
    scene.intend(.beginNote, .paste(String(repeating: "x\u{1b}", count: 900)))
    #expect(scene.state.view.prompt?.text == String(repeating: "x", count: Limits.noteLength))
    scene.intend(.back)
    for number in 0..<Limits.notes + 3 {
      scene.act(.note(Note(at: second(Int64(number)), NoteSubject(second(0)), Protected("n"))))
    }
    #expect(scene.board.notes.kept.count == Limits.notes)
    #expect(scene.board.notes.kept.first?.at == second(3))
  }

  @Test("that could not be written is not lost")
  mutating func failure() {
    scene.intend(.beginNote)
    #expect(write("call her back") != nil)
    scene.act(.noteFailed(reason: "the disk is full"))
    #expect(scene.state.view.prompt?.text == "call her back")
    #expect(scene.state.view.prompt?.problem == "the disk is full")
    #expect(scene.state.masked.view.prompt == nil && scene.state.masked.view.unwritten == nil)
    #expect(write("!")?.text == Protected("call her back!"))
  }

  @Test("is written neither on a wall nor in a replay, where recorded ones are known")
  mutating func elsewhere() {
    var wall = Scene.onWall("A")
    wall.intend(.beginNote, .showNotes)
    #expect(wall.state.view.prompt == nil && wall.state.view.overlay == nil)
    scene.state.settings.isReplay = true
    scene.intend(.beginNote)
    #expect(scene.state.view.prompt == nil)
    scene.act(.note(Note(at: second(5), NoteSubject(second(5), "A"), Protected("n"))))
    #expect(scene.board.notes.about("A").count == 1)
    #expect(scene.act(.intent(.showNotes)) == [] && scene.state.view.overlay == .notes)
  }

  @Test("of others is told when the board opens, and read again when somebody comes back")
  mutating func ofOthers() {
    let notes = [3, 5].map { Note(at: second($0 - 3_600), NoteSubject(second(0)), Protected("n")) }
    let old = Note(at: second(-100_000), NoteSubject(second(0)), Protected("old"))
    scene.act(.notes([old], unreadable: 0, at: second(0)))
    #expect(scene.state.view.notice == nil, "what is old is no news")
    scene.act(.notes([], unreadable: 0, at: second(0)))
    scene.act(.notes([old] + notes, unreadable: 1, at: second(2)))
    #expect(scene.state.view.notice?.text.hasPrefix("2 notes of the last 12 hours") == true)
    #expect(scene.board.notes.fresh(at: second(2)) == notes.reversed())
    #expect(scene.board.notes.unreadable == 1)
    #expect(scene.act(.intent(.showNotes)) == [.readNotes])
    scene.intend(.back)
    scene.tell(.started("B"), at: 10)
    scene.frame(at: 10_000)
    #expect(scene.act(.intent(.moveDown)) == [.readNotes] && scene.state.view.overlay == .digest)
  }
}
