package io.tracingstarter.propagation;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.trace.IdGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link XRayPropagator}.
 */
class XRayPropagatorTests {

	private static final String ROOT = "Root=1-5759e988-bd862e3fe1be46a994272793";

	private static final String TRACE = "5759e988bd862e3fe1be46a994272793";

	private static final String SPAN = "53995c3f42cd8ad8";

	private static final String PARENT = "Parent=" + SPAN;

	private static final Pattern RULES = Pattern.compile(
			"(?=.{1,1024}$)(?=(?:.*;)?[ \\t]*Root=1-([0-9a-f]{8})-([0-9a-f]{24})[ \\t]*(?:;|$))(?=(?:.*;)?[ \\t]*Parent=([0-9a-f]{16})[ \\t]*(?:;|$)).*");

	private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {

		@Override
		public Iterable<String> keys(Map<String, String> carrier) {
			return carrier.keySet();
		}

		@Override
		public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
			return (carrier != null) ? carrier.get(key) : null;
		}

	};

	private final XRayPropagator propagator = new XRayPropagator();

	@ParameterizedTest
	@CsvSource({ ROOT + ";" + PARENT + ";Sampled=1, true", ROOT + ";" + PARENT + ";Sampled=0, false",
			ROOT + ";" + PARENT + ";Sampled=?, false", ROOT + ";" + PARENT + ", false",
			PARENT + ";Sampled=1;" + ROOT + ", true", "Sampled=1;" + ROOT + ";" + PARENT + ";, true",
			"Self=1-67891234-12456789abcdef012345678;" + ROOT + ";" + PARENT + ";Sampled=1;CalledFrom=app, true",
			ROOT + "; " + PARENT + " ;\tSampled=1, true",
			ROOT + ";" + PARENT + ";Sampled=1;Lineage=1:a87bd80c:0|68fd508a:5, true",
			ROOT + ";" + PARENT + ";Sampled=1;root=x;rooT=;x==;é=é, true" })
	void shouldReadHeader(String header, boolean sampled) {
		SpanContext span = extract(header);
		assertThat(span.getTraceId()).isEqualTo(TRACE);
		assertThat(span.getSpanId()).isEqualTo(SPAN);
		assertThat(span.isSampled()).isEqualTo(sampled);
		assertThat(span.isRemote()).isTrue();
		assertThat(XRayHeader.parse(header)).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ";", "=", "Root", "Root=", ROOT + "0", "Root=1-5759e988-bd862e3fe1be46a99427279",
			"Root=2-5759e988-bd862e3fe1be46a994272793", "Root=1-5759E988-bd862e3fe1be46a994272793",
			"Root=1-5759e988-bd862e3fe1be46a99427279g", "Root=1-00000000-000000000000000000000000",
			"Root=1_5759e988-bd862e3fe1be46a994272793", "Root=1-5759e988_bd862e3fe1be46a994272793",
			"Root= 1-5759e988-bd862e3fe1be46a994272793", "root=1-5759e988-bd862e3fe1be46a994272793", ROOT + ";" + ROOT,
			ROOT + ";Parent=", ROOT + ";Parent=53995c3f42cd8ad", ROOT + ";Parent=53995c3f42cd8ad88",
			ROOT + ";Parent=53995C3F42CD8AD8", ROOT + ";Parent=0000000000000000", ROOT + ";" + PARENT + ";" + PARENT,
			ROOT + ";Sampled=", ROOT + ";Sampled=2", ROOT + ";Sampled=11", ROOT + ";Sampled=true",
			ROOT + ";Sampled=1;Sampled=1", ROOT + ";x", ROOT + ";=x", "Self=1-67891234-12456789abcdef012345678",
			PARENT + ";Sampled=1", "٠" + ROOT, "Root=1-٠759e988-bd862e3fe1be46a994272793" })
	void shouldIgnoreHeaderThatBreaksRules(String header) {
		assertThat(XRayHeader.parse(header)).isNull();
		assertThat(extract(header).isValid()).isFalse();
	}

	@Test
	void shouldIgnoreHeaderThatIsTooLong() {
		String header = ROOT + ";" + PARENT + ";x=";
		assertThat(extract(header + "x".repeat(1024 - header.length())).isValid()).isTrue();
		assertThat(extract(header + "x".repeat(1025 - header.length())).isValid()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { ROOT + ", -, -", ROOT + ";Sampled=1, -, true", ROOT + ";Sampled=0, -, false",
					ROOT + ";Sampled=?, -, -", "Self=1-67891234-12456789abcdef012345678;" + ROOT + ", -, -",
					ROOT + ";" + PARENT + ";Sampled=?, " + SPAN + ", -", ROOT + ";" + PARENT + ", " + SPAN + ", -" })
	void shouldTellWhatNoSpanContextHolds(String header, @Nullable String spanId, @Nullable Boolean sampled) {
		assertThat(XRayHeader.parse(header)).isEqualTo(new IncomingTrace(TRACE, spanId, sampled));
		assertThat(extract(header).isValid()).isEqualTo(spanId != null);
	}

	@Test
	void shouldReadBackWhatItWrites() {
		IdGenerator ids = IdGenerator.random();
		for (int i = 0; i < 1000; i++) {
			SpanContext span = SpanContext.create(ids.generateTraceId(), ids.generateSpanId(),
					(i % 2 == 0) ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault());
			String header = inject(Context.root().with(Span.wrap(span))).get("X-Amzn-Trace-Id");
			assertThat(header).matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=[01]");
			SpanContext read = extract(header);
			assertThat(read.getTraceId()).isEqualTo(span.getTraceId());
			assertThat(read.getSpanId()).isEqualTo(span.getSpanId());
			assertThat(read.isSampled()).isEqualTo(span.isSampled());
		}
	}

	@Test
	void shouldWriteNothingWithoutSpan() {
		assertThat(inject(Context.root())).isEmpty();
	}

	/** Faults at random places: what is believed is always what the grammar shows. */
	@Test
	void shouldBelieveNothingThatIsNotThere() {
		SplittableRandom random = new SplittableRandom(1);
		String alphabet = ";=-01?afg Root=Parent=Sampled=\t\0é";
		int believed = 0;
		for (int i = 0; i < 100_000; i++) {
			StringBuilder header = new StringBuilder(ROOT + ";" + PARENT + ";Sampled=1");
			for (int faults = random.nextInt(4); faults > 0; faults--) {
				int at = random.nextInt(header.length());
				char fault = alphabet.charAt(random.nextInt(alphabet.length()));
				switch (random.nextInt(3)) {
					case 0 -> header.setCharAt(at, fault);
					case 1 -> header.insert(at, fault);
					default -> header.deleteCharAt(at);
				}
			}
			SpanContext span = extract(header.toString());
			if (span.isValid()) {
				believed++;
				Matcher rules = RULES.matcher(header);
				assertThat(rules.matches()).as(header.toString()).isTrue();
				assertThat(span.getTraceId()).as(header.toString()).isEqualTo(rules.group(1) + rules.group(2));
				assertThat(span.getSpanId()).as(header.toString()).isEqualTo(rules.group(3));
			}
		}
		assertThat(believed).isBetween(25_000, 60_000);
	}

	@Test
	void shouldBelieveNoNoise() {
		SplittableRandom random = new SplittableRandom(2);
		for (int i = 0; i < 100_000; i++) {
			byte[] noise = new byte[random.nextInt(100)];
			random.nextBytes(noise);
			assertThat(XRayHeader.parse(new String(noise, StandardCharsets.ISO_8859_1))).isNull();
		}
	}

	private Map<String, String> inject(Context context) {
		Map<String, String> headers = new HashMap<>();
		this.propagator.inject(context, headers, Map::put);
		return headers;
	}

	private SpanContext extract(String header) {
		Context context = this.propagator.extract(Context.root(), Map.of("X-Amzn-Trace-Id", header), GETTER);
		return Span.fromContext(context).getSpanContext();
	}

}
