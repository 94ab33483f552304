internal import Foundation
internal import Synchronization

#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// Hands what a session tells of its tasks to the exchanges that they belong to.
final class ExchangeBook: NSObject, URLSessionDataDelegate {
    private let exchanges = Mutex<[Int: Exchange]>([:])

    /// Before the task is resumed; forgotten when it ends.
    func add(_ exchange: Exchange, for task: URLSessionTask) {
        exchanges.withLock { $0[task.taskIdentifier] = exchange }
    }

    private func exchange(_ task: URLSessionTask) -> Exchange? {
        exchanges.withLock { $0[task.taskIdentifier] }
    }

    /// No redirect is followed: it is the reply.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    /// Nobody is at hand to type a password: a challenge is the reply. Foundation on Linux gives no response for it, and
    /// with its default handling waits for a password until the time is over. Certificates are judged as the system does.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
        completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        guard let status = (challenge.failureResponse as? HTTPURLResponse)?.statusCode else {
            return completionHandler(.performDefaultHandling, nil)
        }
        exchange(task)?.challenged(status: status)
        completionHandler(.cancelAuthenticationChallenge, nil)
    }

    /// The head of a reply.
    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
        if let status = (response as? HTTPURLResponse)?.statusCode {
            exchange(dataTask)?.began(status: status, length: response.expectedContentLength)
        }
        completionHandler(.allow)
    }

    /// A part of a body.
    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        exchange(dataTask)?.received(data)
    }

    /// The end, also of a task that was cancelled.
    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        exchanges.withLock { $0.removeValue(forKey: task.taskIdentifier) }?.ended(error)
    }
}
