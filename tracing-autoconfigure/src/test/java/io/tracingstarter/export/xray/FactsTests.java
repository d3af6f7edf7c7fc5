package io.tracingstarter.export.xray;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FactsTests {

	private static final Field METHOD = Field.of("test.method", "test.verb");

	private final Facts facts = new Facts((name) -> name.equals("test.id") ? "test_id" : null);

	@Test
	void shouldKeepNothingOfTheAttributesBefore() {
		this.facts.read(Attributes.of(AttributeKey.stringKey("test.verb"), "GET"));
		assertThat(METHOD.text(this.facts)).isEqualTo("GET");
		this.facts.read(Attributes.of(AttributeKey.stringKey("test.other"), "x"));
		assertThat(METHOD.text(this.facts)).isNull();
		assertThat(this.facts.size()).isOne();
	}

	@Test
	void shouldTellNamesApartWhenTheirHashIsTheSame() {
		assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
		for (int i = 0; i < 3; i++) {
			this.facts.read(Attributes.of(AttributeKey.stringKey("test.Aa"), "first", AttributeKey.stringKey("test.BB"),
					"second"));
			assertThat(this.facts.has("test.Aa") && this.facts.has("test.BB")).isTrue();
			for (int at = 0; at < 2; at++) {
				assertThat(this.facts.value(at)).isEqualTo(this.facts.name(at).equals("test.Aa") ? "first" : "second");
			}
		}
	}

	@Test
	void shouldKnowNamesThatDroveEachOtherOut() {
		for (int i = 0; i < 5000; i++) {
			this.facts.read(Attributes.of(AttributeKey.stringKey("test.made-up-" + i), "x",
					AttributeKey.stringKey("test.id"), "y", AttributeKey.stringKey("test.method"), "POST"));
			assertThat(this.facts.has("test.made-up-" + i)).isTrue();
			assertThat(METHOD.text(this.facts)).isEqualTo("POST");
			for (int at = 0; at < 3; at++) {
				String annotation = this.facts.name(at).equals("test.id") ? "test_id" : null;
				assertThat(this.facts.attribute(at).annotation()).isEqualTo(annotation);
			}
		}
	}

	@Test
	void shouldAnswerFieldsThatComeLaterThanTheAttributes() {
		this.facts
			.read(Attributes.of(AttributeKey.stringKey("test.late"), "here", AttributeKey.stringKey("test.id"), "y"));
		Field late = Field.of("test.late");
		assertThat(late.text(this.facts)).isEqualTo("here");
		this.facts.read(Attributes.of(AttributeKey.stringKey("test.late"), "again"));
		assertThat(late.text(this.facts)).isEqualTo("again");
		assertThat(Field.of("test.later").text(this.facts)).isNull();
	}

	@Test
	void shouldAnswerMoreFieldsThanALongHasBits() {
		Field[] many = new Field[100];
		for (int i = 0; i < many.length; i++) {
			many[i] = Field.of("test.many." + i);
		}
		this.facts.read(Attributes.of(AttributeKey.stringKey("test.many.70"), "x"));
		for (int i = 0; i < many.length; i++) {
			assertThat(many[i].text(this.facts)).isEqualTo((i == 70) ? "x" : null);
		}
	}

}
