extension Server {
    /// Runs a test with a server of its own, which ends with it.
    static func with<Value: Sendable>(
        menus: [String] = ["reception"], web: UInt16 = 0, isolation: isolated (any Actor)? = #isolation,
        _ body: (Server, Bed) async throws -> Value
    ) async throws -> Value {
        let bed = try Bed.current
        let server = try await start(menus: menus, web: web, on: bed)
        do {
            let value = try await body(server, bed)
            try await server.stop()
            return value
        } catch {
            print("the server said: \(await server.said)")
            await server.kill()
            throw error
        }
    }
}
