import CMicroHTTPD
import Glibc

/// The C face of the engine: what libmicrohttpd calls, each callback unpacking its pointers and nothing more.
func callbacks(for context: Unmanaged<Engine>) -> outreach_mhd_callbacks {
  var callbacks = outreach_mhd_callbacks()
  callbacks.context = context.toOpaque()
  callbacks.uri = { context, uri, _ in
    // `uri` is null for what port scanners send.
    Unmanaged.passRetained(engine(context).open(uri)).toOpaque()
  }
  callbacks.access = { context, connection, _, method, version, data, size, slot in
    guard let connection, let method, let version, let size, let slot, let exchange = exchange(in: slot) else {
      return .NO
    }
    let engine = engine(context)
    if !exchange.begun { return engine.begin(exchange, on: connection, method: method, version: version) }
    if size.pointee > 0 {
      let accepted = engine.receive(UnsafeRawBufferPointer(start: data, count: size.pointee), exchange)
      size.pointee = 0
      return accepted ? .YES : .NO
    }
    engine.noteAwake(exchange)
    if let response = exchange.takeResponse() {
      return Reply(response, on: connection, engine: engine, exchange: exchange).queue()
    }
    return engine.dispatch(exchange, on: connection)
  }
  callbacks.completed = { context, connection, slot, _ in
    guard let connection, let slot, let exchange = exchange(in: slot) else { return }
    engine(context).complete(exchange, on: connection)
    slot.pointee = nil
    Unmanaged.passUnretained(exchange).release()
  }
  callbacks.connection = { context, connection, _, event in
    guard let connection else { return }
    let engine = engine(context)
    let socket = outreach_mhd_socket(connection)
    if event == .CONNECTION_NOTIFY_STARTED {
      engine.deadlines.set(socket, after: engine.settings.headerDeadline)
    } else {
      engine.deadlines.clear(socket)
    }
  }
  callbacks.log = { context, format, arguments in
    guard let format, let arguments else { return }
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { buffer in
      vsnprintf(buffer.baseAddress!, buffer.count, format, arguments)
      let lines = String(cString: buffer.baseAddress!).split(whereSeparator: \.isNewline)
      engine(context).settings.log(lines.joined(separator: " "))
    }
  }
  return callbacks
}

private func engine(_ context: UnsafeMutableRawPointer?) -> Engine {
  Unmanaged<Engine>.fromOpaque(context!).takeUnretainedValue()
}

private func exchange(in slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>) -> Exchange? {
  slot.pointee.map { Unmanaged<Exchange>.fromOpaque($0).takeUnretainedValue() }
}
