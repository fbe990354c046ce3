import CAssets
import HTTPServer

/// A stylesheet, script or icon built into the program. Its address holds a hash of its content, so that browsers may
/// keep it for a year and still get a new one the day it changes.
struct Asset: Sendable {
  let name: String
  let type: String
  let bytes: [UInt8]
  /// "/assets/outreach-1f00c2a9b4d3e566.css"
  let address: String

  static let all: [String: Asset] = {
    var count = 0
    let table = UnsafeBufferPointer(start: outreach_assets(&count), count: count)
    let assets = table.map { entry in
      Asset(
        name: String(cString: entry.name), type: String(cString: entry.type),
        bytes: Array(UnsafeBufferPointer(start: entry.bytes, count: entry.size)))
    }
    return Dictionary(uniqueKeysWithValues: assets.map { ($0.name, $0) })
  }()

  static let stylesheet = named("outreach.css")
  static let volunteerStylesheet = named("volunteer.css")
  static let walkSheetStylesheet = named("walksheet.css")
  static let staffScript = named("staff.js")
  static let volunteerScript = named("volunteer.js")
  static let icon = named("icon.svg")
  /// Lives at a fixed address, because its place decides which pages it may keep for offline reading.
  static let worker = named("worker.js")
  static let workerAddress = "/v/worker.js"

  private static let byAddress = Dictionary(uniqueKeysWithValues: all.values.map { ($0.address, $0) })

  init(name: String, type: String, bytes: [UInt8]) {
    self.name = name
    self.type = type
    self.bytes = bytes
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    address = "/assets/\(name[..<dot])-\(Self.hash(bytes))\(name[dot...])"
  }

  /// The answer when the request asks for an asset; nil for every other address. An old hash is not found.
  static func response(to request: Request) -> Response? {
    guard request.method == "GET" || request.method == "HEAD" else { return nil }
    if request.rawPath == workerAddress {
      return answer(worker, cache: "no-cache")
    }
    guard let asset = byAddress[request.rawPath] else { return nil }
    return answer(asset, cache: "public, max-age=31536000, immutable")
  }

  private static func answer(_ asset: Asset, cache: String) -> Response {
    var response = Response(
      headers: [("Content-Type", asset.type), ("Cache-Control", cache)], body: .bytes(asset.bytes))
    response.mayBePacked = true
    return response
  }

  private static func named(_ name: String) -> Asset {
    guard let asset = all[name] else { preconditionFailure("\(name) is not among the embedded files") }
    return asset
  }

  /// FNV-1a, 64 bits: tells versions apart; nothing here needs to resist an attacker.
  private static func hash(_ bytes: [UInt8]) -> String {
    let value = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let hex = String(value, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }
}
