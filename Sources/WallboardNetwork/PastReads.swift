import WallboardEvents
import WallboardPlatform

/// Asks the platform for what is over: each question once, and the reducer says when it is asked again.
final class PastReads {
  /// The stories of the followed calls, and the list's first page and next.
  static let mostQuestions = Limits.followedCalls + 2

  private let configuration: NetworkConfiguration
  private let client: HTTPClient
  private let output: NetworkOutput
  private var stories: [CallSID: WholeAnswer] = [:]
  private var page: WholeAnswer?
  private var list: CallListReader

  init(_ configuration: NetworkConfiguration, client: HTTPClient, output: NetworkOutput) {
    self.configuration = configuration
    self.client = client
    self.output = output
    list = CallListReader(from: configuration.endpoints)
  }

  /// Asks that; one that is asked already is asked anew.
  func ask(_ question: PastQuestion) {
    switch question {
    case .story(let callSID): askForStory(of: callSID)
    case .calls(let isFirst): askForCalls(isFirst: isFirst)
    }
  }

  /// Asks for the stories of those calls no more.
  func drop(_ calls: Set<CallSID>) {
    for callSID in calls { stories.removeValue(forKey: callSID)?.cancel() }
  }

  private func askForStory(of callSID: CallSID) {
    drop([callSID])
    let reader = StoryReader(callSID, from: configuration.endpoints)
    stories[callSID] = send(reader.request, within: configuration.storyTimeout) {
      [unowned self] result in
      stories[callSID] = nil
      switch result.map(reader.story) {
      case .success(.story(let story, let faults)): post(.story(callSID, story, faults))
      case .success(.notKnown): post(.noStory(callSID))
      case .success(.failed(let end)), .failure(let end): fail(.story(callSID), end)
      }
    }
  }

  private func askForCalls(isFirst: Bool) {
    page?.cancel()
    if isFirst { list = CallListReader(from: configuration.endpoints) }
    page = send(list.request, within: configuration.readTimeout) { [unowned self] result in
      page = nil
      do throws(AttemptEnd) { post(.calls(try list.receive(try result.get()))) } catch {
        fail(.calls(isFirst: isFirst), error)
      }
    }
  }

  /// - Returns: `nil` where the request could not be sent, which its end has told.
  private func send(
    _ request: PlatformRequest, within limit: Duration,
    _ end: @escaping (Result<PlatformResponse, AttemptEnd>) -> Void
  ) -> WholeAnswer? {
    let answer = WholeAnswer(configuration.transfers.credential, client.clock, end)
    do throws(CurlFailure) {
      answer.exchange = try client.start(request, .read(within: limit), handler: answer)
      return answer
    } catch {
      end(.failure(AttemptEnd(error)))
      return nil
    }
  }

  private func post(_ answer: PastAnswer) {
    output.post(.past(answer, at: client.clock.now))
  }

  private func fail(_ question: PastQuestion, _ end: AttemptEnd) {
    let decision = RetryPolicy.read(after: end)
    let retryAt = client.clock.now.advanced(by: decision.retryAfter)
    post(.failed(question, reason: decision.reason, retryAt: retryAt))
  }
}

/// An answer that is handed over once it is whole.
private final class WholeAnswer: ExchangeHandler {
  var exchange: HTTPExchange?
  private let clock: NetworkClock
  private let end: (Result<PlatformResponse, AttemptEnd>) -> Void
  private var buffer: AnswerBuffer

  init(
    _ credential: Credential, _ clock: NetworkClock,
    _ end: @escaping (Result<PlatformResponse, AttemptEnd>) -> Void
  ) {
    self.clock = clock
    self.end = end
    buffer = AnswerBuffer(scrubbing: credential)
  }

  func cancel() { exchange?.cancel() }

  func exchangeBegan(_ head: ResponseHead) -> TransferFlow {
    buffer.begin(head)
    return .taken
  }

  func exchangeReceived(_ bytes: Span<UInt8>) -> TransferFlow { buffer.take(bytes) }

  func exchangeEnded(_ failure: AttemptEnd?) { end(buffer.answer(failure, at: clock.now)) }
}
