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

  private let maker: PaletteMaker
  private let table: [PaletteItem]
  private let places: [Place]

  init(to typed: String, in maker: PaletteMaker) {
    self.maker = maker
    table = maker.table
    let query = PaletteQuery(typed)
    // By rank. What is alike stays in this order.
    var places = [[Place]](repeating: [], count: PaletteQuery.ranks)
    for (index, item) in table.enumerated() {
      if let rank = query.rank(of: item.words) { places[rank].append(.table(index)) }
    }
    for callSID in maker.calls {
      if let rank = query.rank(of: maker.words(of: callSID)) {
        places[rank].append(.call(callSID))
      }
    }
    for operatorID in maker.operators {
      if let rank = query.rank(of: maker.words(of: operatorID)) {
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
    case .call(let callSID): PaletteItem(maker.words(of: callSID), intents: [.follow(callSID)])
    case .operator(let operatorID):
      PaletteItem(
        maker.words(of: operatorID),
        intents: [.select(.operators, .operator(operatorID)), .showDetail])
    }
  }
}
