import CCurl

/// Why libcurl could not do what it was asked, apart from what happens to a transfer.
package struct CurlFailure: Error {
  /// What libcurl says, in English.
  package let reason: String
}

extension CurlFailure: CustomStringConvertible {
  package var description: String { "libcurl: \(reason)" }
}

/// Throws unless a call of the easy interface went well.
func check(_ code: CURLcode) throws(CurlFailure) {
  guard code == CURLE_OK else { throw CurlFailure(reason: code.words) }
}

/// Throws unless a call of the multi interface went well.
func check(_ code: CURLMcode) throws(CurlFailure) {
  guard code == CURLM_OK else {
    throw CurlFailure(
      reason: unsafe curl_multi_strerror(code).map { unsafe String(cString: $0) } ?? "")
  }
}

extension CURLcode {
  /// libcurl's own words for the code.
  var words: String {
    unsafe curl_easy_strerror(self).map { unsafe String(cString: $0) } ?? ""
  }
}
