package io.tracingstarter.export.otlp;

/**
 * What a backend takes. It refuses a whole request for one span too many or too large.
 *
 * @param requestBytes bytes of one request, uncompressed
 * @param requestSpans spans in one request
 * @param spanBytes bytes of one span
 */
public record OtlpLimits(int requestBytes, int requestSpans, int spanBytes) {

}
