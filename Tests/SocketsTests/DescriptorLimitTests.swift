import Testing

@testable import Sockets

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct DescriptorLimitTests {
    private var limit: rlimit {
        var limit = rlimit()
        #if canImport(Glibc)
            _ = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        #else
            _ = getrlimit(RLIMIT_NOFILE, &limit)
        #endif
        return limit
    }

    @Test("preparing raises the soft limit but keeps some descriptors apart, which can be had for a moment")
    func prepared() throws {
        let before = limit
        DescriptorLimit.prepare()
        let prepared = limit
        #expect(prepared.rlim_max == before.rlim_max)
        #expect(prepared.rlim_cur >= min(before.rlim_cur, before.rlim_max - DescriptorLimit.spare))
        try #require(prepared.rlim_max > DescriptorLimit.spare * 2)
        #expect(prepared.rlim_cur <= prepared.rlim_max - DescriptorLimit.spare)
        let raised = DescriptorLimit.withSpare { limit.rlim_cur }
        #expect(raised == prepared.rlim_cur + DescriptorLimit.spare)
        #expect(limit.rlim_cur == prepared.rlim_cur)
    }
}
