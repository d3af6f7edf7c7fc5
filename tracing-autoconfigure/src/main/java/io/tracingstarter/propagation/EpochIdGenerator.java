package io.tracingstarter.propagation;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.sdk.trace.IdGenerator;

/**
 * Makes trace ids whose first 8 digits are the time in seconds since 1970, as X-Ray's own
 * are. The other 24 are random, and so are span ids.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html#xray-api-traceids">X-Ray:
 * generating trace ids</a>
 */
public final class EpochIdGenerator implements IdGenerator {

	private static final IdGenerator RANDOM = IdGenerator.random();

	private final LongSupplier epochMillis;

	/**
	 * Creates a generator that follows the clock of the machine.
	 */
	public EpochIdGenerator() {
		this(System::currentTimeMillis);
	}

	EpochIdGenerator(LongSupplier epochMillis) {
		this.epochMillis = epochMillis;
	}

	@Override
	public String generateSpanId() {
		return RANDOM.generateSpanId();
	}

	@Override
	public String generateTraceId() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		long seconds = TimeUnit.MILLISECONDS.toSeconds(this.epochMillis.getAsLong());
		return TraceId.fromLongs(seconds << Integer.SIZE | Integer.toUnsignedLong(random.nextInt()), random.nextLong());
	}

	/** Of what W3C asks to be random, the last 14 digits, all are. */
	@Override
	public boolean generatesRandomTraceIds() {
		return true;
	}

	@Override
	public String toString() {
		return "EpochIdGenerator";
	}

}
