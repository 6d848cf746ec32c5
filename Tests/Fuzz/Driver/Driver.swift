import FoundationEssentials
import FuzzTargets
import Glibc

/// What libFuzzer calls before anything else. `WALLBOARD_FUZZ_TARGET` names the target;
/// `WALLBOARD_FUZZ_SEEDS` a folder that its seeds and its dictionary are to be written to.
@_cdecl("LLVMFuzzerInitialize")
package func initialize(_ count: UnsafeRawPointer, _ arguments: UnsafeRawPointer) -> CInt {
  let environment = ProcessInfo.processInfo.environment
  guard let target = Driver.target else {
    print(FuzzTarget.all.map(\.name).joined(separator: "\n"))
    exit(1)
  }
  guard let folder = environment["WALLBOARD_FUZZ_SEEDS"] else { return 0 }
  do {
    try Driver.writeSeeds(of: target, to: folder)
    exit(0)
  } catch {
    print(error)
    exit(1)
  }
}

/// What libFuzzer calls for each input.
@_cdecl("LLVMFuzzerTestOneInput")
package func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  do {
    try Driver.target?.examine(input)
  } catch {
    fatalError("\(error)")
  }
  return 0
}

enum Driver {
  static let target = FuzzTarget.all.first {
    $0.name == ProcessInfo.processInfo.environment["WALLBOARD_FUZZ_TARGET"]
  }

  static func writeSeeds(of target: FuzzTarget, to folder: String) throws {
    for (number, seed) in target.seeds.enumerated() {
      try Data(seed).write(to: URL(filePath: "\(folder)/seed-\(number)"))
    }
    let lines = target.words.map { word in
      "\"" + word.utf8.map { "\\x" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        + "\"\n"
    }
    try Data(lines.joined().utf8).write(to: URL(filePath: "\(folder)/../words"))
  }
}
