import CCurl

/// Why a transfer could not be set up, apart from what happens to it.
package enum CurlFailure: Error {
  /// libcurl did not do what it was asked; what its code means, in its English.
  case library(String)
  /// The environment names a proxy that cannot be used.
  case proxy(ProxyProblem)
}

extension CurlFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .library(let reason): "libcurl: \(reason)"
    case .proxy(let problem): "\(problem)"
    }
  }
}

/// Throws unless a call of the easy interface went well.
func check(_ code: CURLcode) throws(CurlFailure) {
  guard code == CURLE_OK else { throw CurlFailure.library(code.words) }
}

/// Throws unless a call of the multi interface went well.
func check(_ code: CURLMcode) throws(CurlFailure) {
  guard code == CURLM_OK else {
    throw CurlFailure.library(
      unsafe curl_multi_strerror(code).map { unsafe String(cString: $0) } ?? "")
  }
}

extension CURLcode {
  /// What the code means, in libcurl's English. Unlike what it says about one transfer
  /// (CURLOPT_ERRORBUFFER), this quotes nothing: neither an address nor a password in it.
  var words: String {
    unsafe curl_easy_strerror(self).map { unsafe String(cString: $0) } ?? ""
  }
}
