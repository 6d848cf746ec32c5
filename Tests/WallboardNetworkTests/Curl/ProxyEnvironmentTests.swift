import Testing
@testable import WallboardNetwork
import WallboardPlatform

@Suite("The proxies that the environment names")
struct ProxyAddressTests {
  private static let secret = "Winter2025!"

  private func proxy(
    to host: String = "https://platform.example", _ environment: [String: String]
  ) throws -> ProxyAddress? {
    try ProxyEnvironment(environment).proxy(to: PlatformAddress(host).origin)
  }

  @Test(
    "an address is read, and its name and password are handed on apart from it",
    arguments: [
      ("proxy.example:3128", "http://proxy.example:3128", nil),
      ("http://proxy.example", "http://proxy.example:1080", nil),
      ("HTTPS://Proxy.Example/", "https://proxy.example:443", nil),
      ("socks5h://[::1]:9050", "socks5h://[::1]:9050", nil),
      ("http://svc:\(secret)@127.0.0.1:3128", "http://127.0.0.1:3128", "svc:\(secret)"),
      ("svc@127.0.0.1:3128", "http://127.0.0.1:3128", "svc"),
      ("socks4a://a:b%20c:d@h:1", "socks4a://h:1", "a:b%20c:d"),
    ])
  func good(text: String, url: String, secret: String?) throws {
    let address = try ProxyAddress(text)
    #expect(address.url == url)
    #expect(address.userInformation == secret)
  }

  @Test(
    "what is wrong with one is told by the variable's name, and with nothing of what it holds",
    arguments: [
      ("htp://svc:\(secret)@127.0.0.1:3128", .scheme),
      ("socks5x://svc:\(secret)@127.0.0.1:3128", .scheme),
      ("http://svc:\(secret) x@127.0.0.1:3128", .character),
      ("http://svc:\(secret)\u{1b}[2J@127.0.0.1:3128", .character),
      ("http://svc:\(secret)%ZZ@127.0.0.1:3128", .encoding),
      ("http://svc:\(secret)%0a@127.0.0.1:3128", .encoding),
      ("http://svc:\(secret)%4", .port), ("http://svc:\(secret)", .port),
      ("http://svc:\(secret)%4@h", .encoding),
      ("http://svc:12/\(secret)@127.0.0.1:3128", .rest),
      ("http://svc:12?\(secret)@127.0.0.1:3128", .rest),
      ("http://svc:12#\(secret)@127.0.0.1:3128", .rest),
      ("http://svc:\(secret)@x@127.0.0.1:3128", .rest),
      ("http://svc:\(secret)@127.0.0.1:3128/x", .rest),
      ("http://svc:\(secret)@127.0.0.1:99999", .port),
      ("http://svc:\(secret)@", .host), ("http://svc:\(secret)@ho%73t", .host),
      ("http://svc:\(secret)@[::1", .host), ("http://\(secret)", .host),
    ] as [(String, ProxyProblem.Kind)])
  func bad(text: String, kind: ProxyProblem.Kind) throws {
    let problem = try #require(throws: ProxyProblem.self) {
      try proxy(["HTTPS_PROXY": text])
    }
    #expect(problem == ProxyProblem(variable: "HTTPS_PROXY", kind: kind))
    #expect(problem.description.hasPrefix("HTTPS_PROXY: "))
    #expect(!problem.description.contains("Winter") && !problem.description.contains("svc"))
  }

  @Test("nothing that is printed or dumped tells name or password")
  func secrecy() throws {
    let environment = ProxyEnvironment(["all_proxy": "http://svc:\(Self.secret)@h:1"])
    let address = try #require(try environment.proxy(to: PlatformAddress("https://h").origin))
    var options = try EngineHarness.options()
    options.proxies = environment
    var dumped = "\(environment)\(address)\(options)"
    dumped += String(reflecting: environment) + String(reflecting: address)
    for value in [environment, address, options] as [Any] { dump(value, to: &dumped) }
    #expect(!dumped.contains("svc") && !dumped.contains(Self.secret))
  }

  @Test("the first variable that is set counts, the lower case before the upper")
  func precedence() throws {
    var environment = ["ALL_PROXY": "h4", "http_proxy": "h0", "HTTP_PROXY": "h0"]
    #expect(try proxy(environment)?.host == "h4")
    environment["all_proxy"] = "h3"
    #expect(try proxy(environment)?.host == "h3")
    environment["HTTPS_PROXY"] = "h2"
    #expect(try proxy(environment)?.host == "h2")
    environment["https_proxy"] = ""
    #expect(try proxy(environment)?.host == "h2")
    environment["https_proxy"] = "h1"
    #expect(try proxy(environment)?.host == "h1")
    #expect(try proxy(to: "http://127.0.0.1", environment) == nil)
    #expect(try proxy(["http_proxy": "h", "HTTP_PROXY": "h"]) == nil)
  }

  @Test(
    "who is excepted, as libcurl has it",
    arguments: [
      ("*", "platform.example", true), ("*,x", "platform.example", false),
      ("platform.example", "platform.example", true), ("example", "platform.example", true),
      (".example.", "platform.example", true), ("form.example", "platform.example", false),
      ("a, PLATFORM.Example", "platform.example", true),
      ("a platform.example", "platform.example.", true),
      (".", "platform.example", false), (",,", "platform.example", false),
      ("10.0.0.1", "10.0.0.1", true), ("0.0.1", "10.0.0.1", false),
      ("10.0.0.0/8", "10.200.0.1", true), ("10.0.0.0/12", "10.200.0.1", false),
      ("10.192.0.0/13", "10.200.0.1", false), ("10.200.0.0/13", "10.200.0.1", true),
      ("10.0.0.0/33", "10.0.0.0", false), ("10.0.0.0/x", "10.0.0.0", false),
      ("::1", "[::1]", true), ("[::1]", "[::1]", true), ("0:0:0::1", "[::1]", true),
      ("fe80::/10", "[febf::1]", true), ("fe80::/10", "[fec0::1]", false),
      ("10.0.0.0/8", "[::1]", false),
    ])
  func exceptions(list: String, host: String, isExcepted: Bool) {
    #expect(ProxyExceptions(list).hold(host) == isExcepted)
  }
}
