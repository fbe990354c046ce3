import CMicroHTTPD
import Synchronization

/// Hands a handler's answer to the library, whole or as a stream.
struct Reply {
  private let response: Response
  private let connection: OpaquePointer
  private let engine: Engine
  private let exchange: Exchange

  init(_ response: Response, on connection: OpaquePointer, engine: Engine, exchange: Exchange) {
    self.response = response
    self.connection = connection
    self.engine = engine
    self.exchange = exchange
  }

  func queue() -> MHD_Result {
    guard response.headers.allSatisfy({ $0.name.utf8.allSatisfy(isTokenByte) && $0.value.utf8.allSatisfy(isFieldByte) })
    else {
      // Data that reached a header with a line break would let its writer add headers of their own.
      engine.settings.log("an answer was replaced by 500: one of its headers holds a control character")
      return Reply(.text("Internal Server Error\n", status: 500), on: connection, engine: engine, exchange: exchange)
        .queue()
    }
    guard let handle = create() else { return .NO }
    defer { MHD_destroy_response(handle) }
    for header in response.headers where !Self.ownedByLibrary.contains(header.name.lowercased()) {
      _ = MHD_add_response_header(handle, header.name, header.value)
    }
    if engine.isStopping.load(ordering: .relaxed) { _ = MHD_add_response_header(handle, "Connection", "close") }
    return MHD_queue_response(connection, UInt32(response.status), handle)
  }

  /// The library frames the message itself; a second opinion would break it.
  private static let ownedByLibrary: Set<String> = ["content-length", "transfer-encoding"]

  private func create() -> OpaquePointer? {
    switch response.body {
    case .bytes(let bytes):
      return bytes.withUnsafeBytes {
        MHD_create_response_from_buffer(
          $0.count, UnsafeMutableRawPointer(mutating: $0.baseAddress), .RESPMEM_MUST_COPY)
      }
    case .stream(let source):
      let stream = ResponseStream(
        source, on: connection, engine: engine, exchange: exchange,
        isEvents: response.isEventStream)
      return MHD_create_response_from_callback(
        outreach_mhd_size_unknown(), 64 * 1024,
        { context, _, buffer, capacity in
          let stream = Unmanaged<ResponseStream>.fromOpaque(context!).takeUnretainedValue()
          return stream.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: capacity))
        }, Unmanaged.passRetained(stream).toOpaque(),
        { context in
          Unmanaged<ResponseStream>.fromOpaque(context!).takeRetainedValue().release()
        })
    }
  }
}
