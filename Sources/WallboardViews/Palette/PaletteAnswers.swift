import WallboardBoard
import WallboardEvents

/// What answers to what is typed into the command palette, the best first.
///
/// There is an item for every call, and nobody looks at more than a dozen: what a call is named by is
/// made where words are looked for in it, its item where it is looked at.
struct PaletteAnswers: RandomAccessCollection {
  /// Where an item is to be had.
  private enum Place {
    case table(Int)
    case call(CallSID)
    case `operator`(OperatorID)
  }

  private let scene: Scene
  private let table: [PaletteItem]
  private let places: [Place]

  init(to typed: String, in scene: Scene) {
    self.scene = scene
    table = scene.paletteTable
    let query = PaletteQuery(typed)
    // By rank. What is alike stays in this order.
    var places = [[Place]](repeating: [], count: PaletteQuery.ranks)
    for (index, item) in table.enumerated() {
      if let rank = query.rank(of: item.words) { places[rank].append(.table(index)) }
    }
    for callSID in scene.paletteCalls {
      if let rank = query.rank(of: scene.words(of: callSID)) {
        places[rank].append(.call(callSID))
      }
    }
    for operatorID in scene.paletteOperators {
      if let rank = query.rank(of: scene.words(of: operatorID)) {
        places[rank].append(.operator(operatorID))
      }
    }
    self.places = Array(places.joined())
  }

  var startIndex: Int { 0 }
  var endIndex: Int { places.count }

  subscript(index: Int) -> PaletteItem {
    switch places[index] {
    case .table(let index): table[index]
    case .call(let callSID): PaletteItem(scene.words(of: callSID), intents: [.follow(callSID)])
    case .operator(let operatorID):
      PaletteItem(
        scene.words(of: operatorID),
        intents: [.select(.operators, .operator(operatorID)), .showDetail])
    }
  }
}
