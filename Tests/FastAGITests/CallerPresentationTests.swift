import FastAGI
import Testing

@Suite("CallerPresentation")
struct CallerPresentationTests {
    @Test(
        "looks at two bits of agi_callingpres",
        arguments: [
            (0, CallerPresentation.allowed), (1, .allowed), (3, .allowed), (32, .restricted), (35, .restricted),
            (64, .unavailable), (67, .unavailable), (96, .restricted), (-1, .restricted), (128, .allowed),
        ])
    func bits(value: Int, presentation: CallerPresentation) {
        #expect(CallerPresentation(callingPres: value) == presentation)
    }
}
