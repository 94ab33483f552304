internal import CSoxr

/// libsoxr refused to resample: its own words.
struct ResamplingError: Error, Equatable {
    let reason: String
}

/// Changes a sample rate with libsoxr, plainly: no band is cut that the new rate can carry.
enum Resampler {
    /// The version of the library, part of the cache key.
    static var identity: String {
        String(cString: soxr_version())
    }

    /// Converts mono samples, giving exactly `count` of them.
    static func convert(
        _ samples: [Float], from rate: Int, to newRate: Int, count: Int
    ) throws(ResamplingError) -> [Float] {
        guard !samples.isEmpty, count > 0 else { return [Float](repeating: 0, count: max(0, count)) }
        var converted = samples
        if rate != newRate {
            let result = run(samples, ratio: (Double(rate), Double(newRate)), count: count)
            if let reason = result.failure { throw ResamplingError(reason: reason) }
            converted = result.samples
        }
        if converted.count > count { converted.removeLast(converted.count - count) }
        converted.append(contentsOf: repeatElement(0, count: count - converted.count))
        return converted
    }

    private static func run(
        _ samples: [Float], ratio: (from: Double, to: Double), count: Int
    ) -> (samples: [Float], failure: String?) {
        var format = soxr_io_spec(SOXR_FLOAT32_I, SOXR_FLOAT32_I)
        // The default of a conversion in one go is the "low" quality; this one keeps the band up to 0.91 of its half.
        var quality = soxr_quality_spec(UInt(SOXR_20_BITQ), 0)
        var threads = soxr_runtime_spec(1)
        var failure: String?
        let converted = [Float](unsafeUninitializedCapacity: count) { buffer, made in
            made = 0
            let error = soxr_oneshot(
                ratio.from, ratio.to, 1, samples, samples.count, nil, buffer.baseAddress, count, &made, &format,
                &quality, &threads)
            if let error { (failure, made) = (String(cString: error), 0) }
        }
        return (converted, failure)
    }
}
