package io.tracingstarter.instrument.xraysdk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MetadataText}.
 */
class MetadataTextTests {

	@Test
	void shouldWriteAsTheSdkDoes() {
		assertThat(MetadataText.of(Map.of("order", new Order("mug", 3))))
			.isEqualTo("{\"order\":{\"item_name\":\"mug\",\"unit_count\":3}}");
	}

	@Test
	void shouldWriteTextWhenObjectCannotBeWritten() {
		assertThat(MetadataText.of(Map.of("self", new Endless()))).isEqualTo("{\"self\":\"endless\"}");
		assertThat(MetadataText.of(Map.of("thread", new Object() {

			@Override
			public String toString() {
				throw new IllegalStateException("no session");
			}

		}))).startsWith("{\"thread\":\"io.tracingstarter.instrument.xraysdk.MetadataTextTests$");
	}

	@Test
	void shouldCutWhatIsTooLong() {
		JsonNode json = read(MetadataText.of(Map.of("long", "x".repeat(1_000_000), "list", List.of(1, 2))));
		assertThat(json.get("long").asString()).hasSize(201);
		assertThat(json.get("list")).hasSize(2);
	}

	@Test
	void shouldCountWhatItLeavesOut() {
		Map<String, Object> values = new LinkedHashMap<>();
		for (int i = 0; i < 100; i++) {
			values.put("key" + i, "x".repeat(1000));
		}
		String json = MetadataText.of(values);
		assertThat(json.length()).isLessThan(16_384);
		assertThat(read(json).get("left_out").asInt() + read(json).size() - 1).isEqualTo(100);
	}

	private static JsonNode read(String json) {
		return JsonMapper.shared().readTree(json);
	}

	record Order(String itemName, int unitCount) {

	}

	static class Endless {

		public Endless getSelf() {
			return this;
		}

		@Override
		public String toString() {
			return "endless";
		}

	}

}
