import ParapetFetching

/// Where a source of feeds is.
enum FeedPlace {
  case path(String)
  case address(FetchAddress)

  /// The place that a person names; a wrong address is not repeated in the error, since it may hold a password.
  init(_ text: String) throws(FetchError) {
    guard FetchAddress.isMeant(by: text) else {
      self = .path(text)
      return
    }
    guard let address = FetchAddress(text) else { throw .notAnAddress }
    self = .address(address)
  }

  /// Its name in reports and in the catalogue, without secrets.
  var name: String {
    switch self {
    case .path(let path): path
    case .address(let address): address.name
    }
  }
}
