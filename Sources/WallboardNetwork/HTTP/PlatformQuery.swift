import WallboardEvents
package import WallboardPlatform
import WallboardSystem

/// A `GET` on the caller's thread, for what has to be known before the board can begin, such as the
/// workspace of a key.
package enum PlatformQuery {
  /// Sends the request and blocks until its answer is there, for `limit` at the most before each
  /// redirect.
  ///
  /// Throws when there is no whole answer; one of any status will do.
  package static func answer(
    to request: PlatformRequest, options: TransferOptions, within limit: Duration = .seconds(30)
  ) throws(AttemptEnd) -> PlatformResponse {
    let probe: PlatformProbe
    do throws(CurlFailure) { probe = try PlatformProbe(options) } catch { throw AttemptEnd(error) }
    return try probe.response(to: request, within: limit)
  }

  /// libcurl and its TLS library, with their releases.
  package static var libraryVersion: String { CurlLibrary.version }

  /// Takes an answer that is waited for.
  final class Waiter: ExchangeHandler {
    private var buffer: AnswerBuffer
    private(set) var result: Result<PlatformResponse, AttemptEnd>?

    init(_ credential: Credential) {
      buffer = AnswerBuffer(scrubbing: credential)
    }

    func exchangeBegan(_ head: ResponseHead) -> TransferFlow {
      buffer.begin(head)
      return .taken
    }

    func exchangeReceived(_ bytes: Span<UInt8>) -> TransferFlow {
      buffer.take(bytes)
    }

    func exchangeEnded(_ failure: AttemptEnd?) {
      result = buffer.answer(
        failure, at: Timestamp(milliseconds: MachineTime.system.wall()))
    }
  }
}
