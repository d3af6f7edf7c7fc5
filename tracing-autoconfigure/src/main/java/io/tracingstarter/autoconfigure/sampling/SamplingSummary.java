package io.tracingstarter.autoconfigure.sampling;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.StringJoiner;

import io.tracingstarter.export.ExportEndpoint;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Says at start-up which traces are kept.
 */
final class SamplingSummary {

	private SamplingSummary() {
	}

	/**
	 * Returns the summary.
	 * @param xray how X-Ray's rules are read; {@code null} where they are not
	 * @param localRules where the rules are that hold while X-Ray's are not known;
	 * {@code null} or empty for none
	 */
	static String of(SamplingProperties properties, double probability, @Nullable String xray,
			@Nullable String localRules) {
		StringJoiner text = new StringJoiner(", ", "sampling ", "");
		String otherwise = (xray != null && StringUtils.hasText(localRules))
				? "by those of " + ExportEndpoint.mask(localRules) : percent(probability) + " %";
		text.add((xray != null) ? xray + ", else " + otherwise : otherwise);
		int rules = properties.rules().size();
		if (rules > 0) {
			text.add(rules + ((rules == 1) ? " rule" : " rules"));
		}
		if (properties.maxTracesPerSecond() != null) {
			text.add("at most " + plain(properties.maxTracesPerSecond()) + " a second");
		}
		if (properties.keeps()
				&& (probability < 1 || xray != null || rules > 0 || properties.maxTracesPerSecond() != null)) {
			text.add("and all that " + kept(properties));
		}
		return text.toString();
	}

	private static String kept(SamplingProperties properties) {
		StringJoiner kept = new StringJoiner(" or ");
		if (properties.keepErrors()) {
			kept.add("fail");
		}
		if (!properties.keepSlowerThan().isZero()) {
			kept.add("take more than " + seconds(properties.keepSlowerThan()));
		}
		return kept.toString();
	}

	private static String seconds(Duration time) {
		return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
	}

	private static String percent(double probability) {
		return BigDecimal.valueOf(probability).movePointRight(2).stripTrailingZeros().toPlainString();
	}

	private static String plain(double number) {
		return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
	}

}
