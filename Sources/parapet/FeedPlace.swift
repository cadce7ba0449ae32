import Foundation
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

extension Fetcher {
  /// The fetcher of the command line: it sleeps, and tells what a person who waits wants to know.
  static func make(_ notices: Notices) -> Fetcher {
    Fetcher(
      agent: "Parapet/" + Program.version, folder: FileManager.default.temporaryDirectory.path,
      wait: { Thread.sleep(forTimeInterval: $0 / .seconds(1)) },
      tell: { notice in
        switch notice {
        case .retrying: notices.say(notice.description)
        case .page: if Console.isWatched { notices.say(notice.description) }
        }
      })
  }
}
