internal import Foundation
public import Reception

#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// Asks web services over HTTP and HTTPS.
///
/// One client serves all calls: connections are kept open and used again. Nothing is remembered between two requests
/// (no cookies, no cache, no credentials), and no redirect is followed: one call's answer must not reach another call,
/// and a service cannot send us where the menu file did not.
public final class HTTPClient: WebClient {
    /// So many connections to one service are open at once; further requests wait, within their own time limit.
    public static let connectionsPerHost = 64

    private let session: URLSession
    private let exchanges: ExchangeBook
    private let clock: any Clock<Duration>

    /// - Parameter clock: what time limits are measured with.
    public init(clock: any Clock<Duration> = ContinuousClock()) {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpCookieAcceptPolicy = .never
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        configuration.httpMaximumConnectionsPerHost = Self.connectionsPerHost
        exchanges = ExchangeBook()
        session = URLSession(configuration: configuration, delegate: exchanges, delegateQueue: nil)
        self.clock = clock
    }

    deinit {
        // A session holds itself and its delegate until it is told that it is over.
        session.invalidateAndCancel()
    }

    /// Sends one request and waits for its reply; see `WebClient`.
    ///
    /// A reply that is too large is given up after `WebRequest.longestReply` bytes, as they are after decompression.
    public func send(_ request: WebRequest) async -> WebReply {
        let outgoing: URLRequest
        do throws(UnusableRequest) { outgoing = try request.outgoing() } catch { return .refused(error.words) }
        let task = session.dataTask(with: outgoing)
        let exchange = Exchange()
        exchanges.add(exchange, for: task)
        // Also after the reply: what is still under way then is not wanted.
        defer { task.cancel() }
        task.resume()
        return await reply(of: exchange, within: request.timeout)
    }

    private func reply(of exchange: Exchange, within timeout: Duration) async -> WebReply {
        await withTaskGroup(of: WebReply?.self) { [clock] group in
            group.addTask { await exchange.reply() }
            group.addTask { (try? await clock.sleep(for: timeout)) == nil ? nil : .timeout }
            defer { group.cancelAll() }
            for await case let reply? in group { return reply }
            return .timeout
        }
    }
}
